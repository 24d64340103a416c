// DOMException as the Workers runtime has it: an Error whose name, code, message and stack are own properties.
(function (rt) {
  'use strict';
  const { Error, ObjectDefineProperty, String } = rt.primordials;

  const CODES = {
    __proto__: null,
    IndexSizeError: 1,
    HierarchyRequestError: 3,
    WrongDocumentError: 4,
    InvalidCharacterError: 5,
    NoModificationAllowedError: 7,
    NotFoundError: 8,
    NotSupportedError: 9,
    InUseAttributeError: 10,
    InvalidStateError: 11,
    SyntaxError: 12,
    InvalidModificationError: 13,
    NamespaceError: 14,
    InvalidAccessError: 15,
    TypeMismatchError: 17,
    SecurityError: 18,
    NetworkError: 19,
    AbortError: 20,
    URLMismatchError: 21,
    QuotaExceededError: 22,
    TimeoutError: 23,
    InvalidNodeTypeError: 24,
    DataCloneError: 25,
  };

  const CONSTANTS = [
    'INDEX_SIZE_ERR', 'DOMSTRING_SIZE_ERR', 'HIERARCHY_REQUEST_ERR', 'WRONG_DOCUMENT_ERR', 'INVALID_CHARACTER_ERR',
    'NO_DATA_ALLOWED_ERR', 'NO_MODIFICATION_ALLOWED_ERR', 'NOT_FOUND_ERR', 'NOT_SUPPORTED_ERR', 'INUSE_ATTRIBUTE_ERR',
    'INVALID_STATE_ERR', 'SYNTAX_ERR', 'INVALID_MODIFICATION_ERR', 'NAMESPACE_ERR', 'INVALID_ACCESS_ERR',
    'VALIDATION_ERR', 'TYPE_MISMATCH_ERR', 'SECURITY_ERR', 'NETWORK_ERR', 'ABORT_ERR', 'URL_MISMATCH_ERR',
    'QUOTA_EXCEEDED_ERR', 'TIMEOUT_ERR', 'INVALID_NODE_TYPE_ERR', 'DATA_CLONE_ERR',
  ];

  const own = (target, key, value) =>
    ObjectDefineProperty(target, key, { __proto__: null, value, writable: false, enumerable: true, configurable: true });

  class DOMException extends Error {
    constructor(message = '', name = 'Error') {
      super(String(message));
      const text = this.message;
      // The engine tells where a plain error was made, but not where one of a class of the runtime's was.
      const { stack } = new Error('');
      const label = `${name}`;
      const header = text === '' ? label : `${label}: ${text}`;
      // In this order they are seen.
      delete this.message;
      delete this.stack;
      own(this, 'code', CODES[label] ?? 0);
      own(this, 'name', label);
      own(this, 'message', text);
      ObjectDefineProperty(this, 'stack', { __proto__: null, value: header + stack.slice('Error'.length), writable: true, enumerable: true, configurable: true });
    }
  }

  for (let i = 0; i < CONSTANTS.length; i++) {
    const constant = { __proto__: null, value: i + 1, writable: false, enumerable: true, configurable: false };
    ObjectDefineProperty(DOMException, CONSTANTS[i], constant);
    ObjectDefineProperty(DOMException.prototype, CONSTANTS[i], constant);
  }
  rt.expose(DOMException);

  return { DOMException, isDomException: (value) => value instanceof DOMException };
})
