// Errors with the codes of Node.js.
(function (rt) {
  'use strict';
  const { Array, Error, Object, RangeError, String, TypeError } = rt.primordials;

  const withCode = (Class, code, message) => {
    const error = new Class(message);
    error.code = code;
    const { name } = error;
    Object.defineProperty(error, 'toString', {
      __proto__: null, value: () => `${name} [${code}]: ${error.message}`, enumerable: false, configurable: true, writable: true,
    });
    return error;
  };

  const received = (value) => {
    if (value === null || value === undefined) return ` Received ${value}`;
    if (typeof value === 'function') return ` Received function ${value.name}`;
    if (typeof value === 'object') {
      const name = value.constructor?.name;
      return name ? ` Received an instance of ${name}` : ` Received ${rt.use('console/inspect').inspect(value, { depth: -1 })}`;
    }
    let text = rt.use('console/inspect').inspect(value, { colors: false });
    if (text.length > 28) text = `${text.slice(0, 25)}...`;
    return ` Received type ${typeof value} (${text})`;
  };

  const CLASSES = ['Function', 'Object', 'Array', 'Buffer', 'Uint8Array', 'URL', 'Date', 'Promise', 'Error', 'RegExp', 'ArrayBuffer', 'DataView', 'TypedArray', 'AbortSignal', 'ArrayBufferView', 'EventEmitter', 'EventTarget', 'KeyObject', 'CryptoKey', 'Symbol'];

  const expected = (types) => {
    const list = Array.isArray(types) ? types : [types];
    const primitives = list.filter((type) => !CLASSES.includes(type) || type === 'Function' || type === 'Object').map((type) => type.toLowerCase());
    const instances = list.filter((type) => CLASSES.includes(type) && type !== 'Function' && type !== 'Object');
    // Beside classes an object is one of them.
    if (instances.length > 0 && primitives.includes('object')) {
      primitives.splice(primitives.indexOf('object'), 1);
      instances.push('Object');
    }
    const join = (words, kind) => {
      const text = words.length > 2 ? `${words.slice(0, -1).join(', ')}, or ${words.at(-1)}` : words.join(' or ');
      return words.length === 0 ? '' : `${kind}${text}`;
    };
    const parts = [
      join(primitives, primitives.length > 1 ? 'one of type ' : 'of type '),
      join(instances, 'an instance of '),
    ].filter((part) => part !== '');
    return parts.join(' or ');
  };

  const invalidArgType = (name, types, value) => {
    const what = name.includes('.') ? 'property' : 'argument';
    return withCode(TypeError, 'ERR_INVALID_ARG_TYPE', `The "${name}" ${what} must be ${expected(types)}.${received(value)}`);
  };

  const invalidArgValue = (name, value, reason = 'is invalid') => {
    let text = rt.use('console/inspect').inspect(value);
    if (text.length > 128) text = `${text.slice(0, 128)}...`;
    return withCode(TypeError, 'ERR_INVALID_ARG_VALUE', `The ${name.includes('.') ? 'property' : 'argument'} '${name}' ${reason}. Received ${text}`);
  };

  const outOfRange = (name, range, value) =>
    withCode(RangeError, 'ERR_OUT_OF_RANGE', `The value of "${name}" is out of range. It must be ${range}. Received ${String(value)}`);

  const notImplemented = (name) =>
    withCode(Error, 'ERR_METHOD_NOT_IMPLEMENTED', `The ${name} method is not implemented`);

  const validateFunction = (value, name) => {
    if (typeof value !== 'function') throw invalidArgType(name, 'Function', value);
  };
  const validateString = (value, name) => {
    if (typeof value !== 'string') throw invalidArgType(name, 'string', value);
  };
  const validateObject = (value, name) => {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) throw invalidArgType(name, 'Object', value);
  };
  const validateNumber = (value, name) => {
    if (typeof value !== 'number') throw invalidArgType(name, 'number', value);
  };

  return {
    withCode, received, invalidArgType, invalidArgValue, outOfRange, notImplemented, validateFunction, validateString, validateObject, validateNumber,
  };
})
