// node:assert.
(function (rt) {
  'use strict';
  const { Error, Object, RegExp, String } = rt.primordials;
  const { AssertionError } = rt.use('node/assertion-error');
  const { isDeepEqual, isDeepStrictEqual } = rt.use('node/comparisons');
  const { isPartlyEqual } = rt.use('node/partial-comparison');
  const { invalidArgType, invalidArgValue, withCode } = rt.use('node/errors');
  const { inspect } = rt.use('console/inspect');

  const raise = (options, caller) => {
    if (options.message instanceof Error) throw options.message;
    const error = new AssertionError(options);
    Error.captureStackTrace?.(error, caller);
    throw error;
  };

  const check = (passed, caller, actual, expected, operator, message) => {
    if (!passed) raise({ actual, expected, operator, message }, caller);
  };

  const requireTwo = (count) => {
    if (count < 2) throw withCode(rt.primordials.TypeError, 'ERR_MISSING_ARGS', 'The "actual" and "expected" arguments must be specified');
  };

  const ok = (caller, args) => {
    const [value, message] = args;
    if (value) return;
    const generated = args.length === 0 ? 'No value argument passed to `assert.ok()`' : message;
    const text = generated ?? `${inspect(value)} == true`;
    if (text instanceof Error) throw text;
    const error = new AssertionError({ actual: value, expected: true, message: text, operator: '==' });
    error.generatedMessage = message === undefined;
    Error.captureStackTrace?.(error, caller);
    throw error;
  };

  function assert(...args) { ok(assert, args); }

  const methods = {
    ok(...args) { ok(methods.ok, args); },
    equal(actual, expected, message) {
      requireTwo(arguments.length);
      check(actual == expected || (actual !== actual && expected !== expected), methods.equal, actual, expected, '==', message);
    },
    notEqual(actual, expected, message) {
      requireTwo(arguments.length);
      check(actual != expected && (actual === actual || expected === expected), methods.notEqual, actual, expected, '!=', message);
    },
    strictEqual(actual, expected, message) {
      requireTwo(arguments.length);
      check(Object.is(actual, expected), methods.strictEqual, actual, expected, 'strictEqual', message);
    },
    notStrictEqual(actual, expected, message) {
      requireTwo(arguments.length);
      check(!Object.is(actual, expected), methods.notStrictEqual, actual, expected, 'notStrictEqual', message);
    },
    partialDeepStrictEqual(actual, expected, message) {
      requireTwo(arguments.length);
      check(isPartlyEqual(actual, expected), methods.partialDeepStrictEqual, actual, expected, 'partialDeepStrictEqual', message);
    },
    deepEqual(actual, expected, message) {
      requireTwo(arguments.length);
      check(isDeepEqual(actual, expected), methods.deepEqual, actual, expected, 'deepEqual', message);
    },
    notDeepEqual(actual, expected, message) {
      requireTwo(arguments.length);
      check(!isDeepEqual(actual, expected), methods.notDeepEqual, actual, expected, 'notDeepEqual', message);
    },
    deepStrictEqual(actual, expected, message) {
      requireTwo(arguments.length);
      check(isDeepStrictEqual(actual, expected), methods.deepStrictEqual, actual, expected, 'deepStrictEqual', message);
    },
    notDeepStrictEqual(actual, expected, message) {
      requireTwo(arguments.length);
      check(!isDeepStrictEqual(actual, expected), methods.notDeepStrictEqual, actual, expected, 'notDeepStrictEqual', message);
    },
    fail(message = 'Failed') {
      if (message instanceof Error) throw message;
      const error = new AssertionError({ message, operator: 'fail' });
      error.generatedMessage = arguments.length === 0;
      Error.captureStackTrace?.(error, methods.fail);
      throw error;
    },
    ifError(value) {
      if (value === null || value === undefined) return;
      const text = value instanceof Error ? value.message || value.constructor.name : inspect(value);
      throw new AssertionError({ actual: value, expected: null, operator: 'ifError', message: `ifError got unwanted exception: ${text}` });
    },
    match(text, pattern, message) { matching(methods.match, text, pattern, message, true); },
    doesNotMatch(text, pattern, message) { matching(methods.doesNotMatch, text, pattern, message, false); },
    throws(fn, ...rest) { expectError(methods.throws, outcomeOf(fn), ...rest); },
    doesNotThrow(fn, ...rest) { expectNone(methods.doesNotThrow, outcomeOf(fn), ...rest); },
    async rejects(promise, ...rest) { expectError(methods.rejects, await settlementOf(promise), ...rest); },
    async doesNotReject(promise, ...rest) { expectNone(methods.doesNotReject, await settlementOf(promise), ...rest); },
  };

  const matching = (caller, text, pattern, message, wanted) => {
    if (!(pattern instanceof RegExp)) throw invalidArgType('regexp', 'RegExp', pattern);
    if (typeof text === 'string' && pattern.test(text) === wanted) return;
    if (message instanceof Error) throw message;
    const generated = typeof text !== 'string'
      ? `The "string" argument must be of type string. Received type ${typeof text} (${inspect(text)})`
      : `${wanted ? 'The input did not match the regular expression' : 'The input was expected to not match the regular expression'} ${inspect(pattern)}. Input:\n\n${inspect(text)}\n`;
    raise({ actual: text, expected: pattern, message: message ?? generated, operator: wanted ? 'match' : 'doesNotMatch' }, caller);
  };

  // What running a function came to: null when it did not throw.
  const outcomeOf = (fn) => {
    if (typeof fn !== 'function') throw invalidArgType('fn', 'Function', fn);
    try {
      fn();
    } catch (error) {
      return { error };
    }
    return null;
  };

  const settlementOf = async (given) => {
    let promise = given;
    if (typeof given === 'function') {
      promise = given();
      if (typeof promise?.then !== 'function') {
        throw withCode(rt.primordials.TypeError, 'ERR_INVALID_RETURN_VALUE', `Expected instance of Promise to be returned from the "promiseFn" function but got ${typeof promise}.`);
      }
    } else if (typeof given?.then !== 'function') {
      throw invalidArgType('promiseFn', ['Function', 'Promise'], given);
    }
    try {
      await promise;
    } catch (error) {
      return { error };
    }
    return null;
  };

  const expectError = (caller, outcome, expected, message) => {
    let rule = expected;
    let text = message;
    if (typeof expected === 'string') {
      if (message !== undefined) throw invalidArgType('error', ['Object', 'Error', 'Function', 'RegExp'], expected);
      rule = undefined;
      text = expected;
    } else if (expected !== undefined && expected !== null && typeof expected !== 'object' && typeof expected !== 'function') {
      throw invalidArgType('error', ['Object', 'Error', 'Function', 'RegExp'], expected);
    }
    const what = caller.name === 'rejects' ? 'rejection' : 'exception';
    if (outcome === null) {
      const name = rule?.name && typeof rule === 'function' ? ` (${rule.name})` : '';
      raise({
        actual: undefined, expected: rule, operator: caller.name,
        message: `Missing expected ${what}${name}${text === undefined ? '.' : `: ${text}`}`,
      }, caller);
    }
    if (rule !== undefined && rule !== null) matchError(caller, outcome.error, rule, text);
  };

  const matchError = (caller, actual, rule, message) => {
    if (typeof rule !== 'function') {
      if (rule instanceof RegExp) {
        const subject = String(actual);
        if (rule.test(subject)) return;
        raise({ actual, expected: rule, operator: caller.name, message: message ?? `The input did not match the regular expression ${inspect(rule)}. Input:\n\n${inspect(subject)}\n` }, caller);
      }
      compareFields(caller, actual, rule, message);
      return;
    }
    if (rule.prototype !== undefined && actual instanceof rule) return;
    if (Object.prototype.isPrototypeOf.call(Error, rule)) {
      if (message !== undefined) raise({ actual, expected: rule, operator: caller.name, message }, caller);
      const got = actual instanceof Error
        ? `The error is expected to be an instance of "${rule.name}". Received "${actual.constructor?.name ?? actual.name}"\n\nError message:\n\n${actual.message}`
        : `The error is expected to be an instance of "${rule.name}". Received "${inspect(actual, { depth: -1 })}"`;
      raise({ actual, expected: rule, operator: caller.name, message: got }, caller);
    }
    if (rule.call({}, actual) !== true) {
      const name = rule.name ? `"${rule.name}" ` : '';
      raise({
        actual, expected: rule, operator: caller.name,
        message: message ?? `The ${name}validation function is expected to return "true". Received ${inspect(rule.call({}, actual))}\n\nCaught error:\n\n${inspect(actual)}`,
      }, caller);
    }
  };

  const compareFields = (caller, actual, rule, message) => {
    if (typeof actual !== 'object' || actual === null) {
      raise({ actual, expected: rule, operator: caller.name, message }, caller);
    }
    const keys = Object.keys(rule);
    if (rule instanceof Error) keys.push('name', 'message');
    else if (keys.length === 0) throw invalidArgValue('error', rule, 'may not be an empty object');
    for (const key of keys) {
      const isText = typeof actual[key] === 'string' && rule[key] instanceof RegExp;
      if (isText ? rule[key].test(actual[key]) : key in actual && isDeepStrictEqual(actual[key], rule[key])) continue;
      if (message !== undefined) raise({ actual, expected: rule, operator: caller.name, message }, caller);
      const pick = (source) => Object.fromEntries(keys.filter((name) => name in source).map((name) => [name, source[name]]));
      const shown = new AssertionError({ actual: pick(actual), expected: pick(rule), operator: 'deepStrictEqual' });
      raise({ actual, expected: rule, operator: caller.name, message: shown.message }, caller);
    }
  };

  const expectNone = (caller, outcome, expected, message) => {
    if (outcome === null) return;
    const rule = typeof expected === 'string' ? undefined : expected;
    const text = typeof expected === 'string' ? expected : message;
    const matches = rule === undefined || (typeof rule === 'function' ? outcome.error instanceof rule : rule.test?.(String(outcome.error)));
    if (!matches) throw outcome.error;
    const what = caller.name === 'doesNotReject' ? 'rejection' : 'exception';
    raise({
      actual: outcome.error, expected: rule, operator: caller.name,
      message: `Got unwanted ${what}${text === undefined ? '.' : `: ${text}`}\nActual message: "${outcome.error?.message}"`,
    }, caller);
  };

  // A tester with functions of its own, strict unless it is asked not to be.
  function Assert(options) {
    if (new.target === undefined) {
      throw withCode(rt.primordials.TypeError, 'ERR_CONSTRUCT_CALL_REQUIRED', 'Class constructor Assert cannot be invoked without `new`');
    }
    this.AssertionError = AssertionError;
    if (options?.strict === false) return;
    this.equal = methods.strictEqual;
    this.deepEqual = methods.deepStrictEqual;
    this.notEqual = methods.notStrictEqual;
    this.notDeepEqual = methods.notDeepStrictEqual;
  }
  Object.assign(Assert.prototype, methods);

  Object.assign(assert, methods, { Assert, AssertionError });
  function strict(...args) { ok(strict, args); }
  Object.assign(strict, assert, {
    equal: methods.strictEqual, notEqual: methods.notStrictEqual, deepEqual: methods.deepStrictEqual, notDeepEqual: methods.notDeepStrictEqual,
  });
  strict.strict = strict;
  assert.strict = strict;

  return assert;
})
