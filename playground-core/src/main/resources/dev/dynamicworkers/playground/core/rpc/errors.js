// Errors across isolates: what of a thrown value reaches the other side, and what is made of it there.
(function (rt) {
  'use strict';
  const { AggregateError, Error, String, JSONParse, JSONStringify, ObjectDefineProperty, ObjectGetOwnPropertyNames, ReflectGetOwnPropertyDescriptor } = rt.primordials;
  const { className, describe } = rt.use('io/report');
  const KEPT_FLAGS = ['retryable', 'overloaded', 'durableObjectReset'];
  const STANDARD_NAMES = ['Error', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError', 'AggregateError'];

  const locals = new rt.primordials.WeakSet();
  const markLocal = (error) => locals.add(error);

  // mayEnhance: the enhanced form is for what callee code threw, not for the runtime's own.
  function write(error, mayEnhance) {
    if (!(error instanceof Error)) {
      const dom = rt.loaded('events/domexception');
      if (dom !== undefined && error instanceof dom.DOMException) return writeDomException(error);
      return JSONStringify({ class: 'Error', message: describe(error).message });
    }
    const dom = rt.loaded('events/domexception');
    if (dom !== undefined && error instanceof dom.DOMException) return writeDomException(error);
    const name = String(error.name);
    const told = { class: className(error), message: String(error.message) };
    const enhanced = mayEnhance && rt.compat.has('enhanced_error_serialization');
    if (enhanced) {
      if (!STANDARD_NAMES.includes(name) || name !== told.class) told.name = name;
      told.properties = ownProperties(error);
    } else if (name !== told.class && !STANDARD_NAMES.includes(name)) {
      told.class = 'Error';
      told.message = `${name}: ${told.message}`;
    } else if (name !== told.class) told.class = name;
    if (locals.has(error)) told.local = true;
    flags(error, told);
    return JSONStringify(told);
  }

  function writeDomException(error) {
    const told = { dom: true, class: error.name, message: error.message };
    flags(error, told);
    return JSONStringify(told);
  }

  function flags(error, told) {
    const hint = rt.loaded('rpc/where')?.hintOf(error);
    if (hint !== undefined) told.hint = hint;
    for (const flag of KEPT_FLAGS) {
      if (ReflectGetOwnPropertyDescriptor(error, flag)?.value === true) (told.flags ??= []).push(flag);
    }
  }

  // The error's own data, each property by itself: what can't be cloned is left out.
  function ownProperties(error) {
    const clone = rt.use('rpc/clone');
    const properties = [];
    for (const key of ObjectGetOwnPropertyNames(error)) {
      if (key === 'stack' || key === 'message' || key === 'name' || key === 'remote' || key === 'durableObjectId') continue;
      try {
        const payload = clone.write(error[key], 'env');
        if (payload.capabilities === null && payload.buffers === null) properties.push([key, payload.text, payload.special]);
      } catch {
        // Functions, stubs and the like do not travel.
      }
    }
    return properties;
  }

  // site: where the call was made that failed, as a line of a stack. The callee's own frames stay with it.
  function read(text, remote, site) {
    const told = JSONParse(text);
    const error = make(told);
    if (typeof site === 'string') {
      const head = told.message === '' ? error.name : `${error.name}: ${told.message}`;
      ObjectDefineProperty(error, 'stack', { value: `${head}\n${site}`, writable: true, enumerable: false, configurable: true });
    }
    if (told.hint !== undefined) rt.use('rpc/where').remember(error, told.hint);
    if (told.name !== undefined) set(error, 'name', told.name);
    for (const [key, value, special] of told.properties ?? []) {
      set(error, key, rt.use('rpc/clone').read({ text: value, special, capabilities: null, buffers: null }));
    }
    if (remote && told.local !== true) set(error, 'remote', true);
    for (const flag of told.flags ?? []) set(error, flag, true);
    // The reference runtime marks what reaches an object with the id of that object, not of the one that failed.
    const objectId = remote ? rt.io.current()?.objectId : undefined;
    if (objectId !== undefined) set(error, 'durableObjectId', objectId);
    return error;
  }

  function make(told) {
    if (told.dom) return rt.domException(told.class, told.message);
    if (told.class === 'AggregateError') {
      const error = new AggregateError([], told.message);
      delete error.errors;
      return error;
    }
    const Class = STANDARD_NAMES.includes(told.class) ? rt.primordials[told.class] : Error;
    return new Class(told.message);
  }

  const set = (error, key, value) => ObjectDefineProperty(error, key, { value, writable: true, enumerable: true, configurable: true });

  return { write, read, markLocal };
})
