// node:assert.
(function (rt) {
  'use strict';
  const { Error, Object, RegExp, String } = rt.primordials;
  const { AssertionError, headed } = rt.use('node/assertion-error');
  const { isDeepStrictEqual } = rt.use('node/comparisons');
  const { isPartlyEqual } = rt.use('node/partial-comparison');
  const { invalidArgType, invalidArgValue, received, withCode } = rt.use('node/errors');
  const { inspect } = rt.use('console/inspect');

  const raise = (options, caller) => {
    if (options.message instanceof Error) throw options.message;
    fail(options, caller);
  };

  const fail = (options, caller) => {
    const error = new AssertionError(options);
    if (options.generated !== undefined) error.generatedMessage = options.generated;
    if (Error.captureStackTrace !== undefined) {
      Error.captureStackTrace(error, caller);
      headed(error);
    }
    throw error;
  };

  const requireTwo = (count) => {
    if (count < 2) throw withCode(rt.primordials.TypeError, 'ERR_MISSING_ARGS', 'The "actual" and "expected" arguments must be specified');
  };

  const ok = (caller, args) => {
    const [value, message] = args;
    if (value) return;
    if (args.length === 0) fail({ message: 'No value argument passed to `assert.ok()`' }, caller);
    const text = message ?? `${inspect(value)} == true`;
    raise({ actual: value, expected: true, message: text, operator: '==', generated: message === undefined }, caller);
  };

  function assert(value, message) { ok(assert, arguments); }

  // The platform compares strictly in the functions that Node.js lets compare loosely.
  const same = (caller, actual, expected, message) => {
    if (Object.is(actual, expected)) return;
    const text = message ?? rt.use('node/strict-difference').describe(actual, expected);
    fail({ actual, expected, message: text, operator: 'strictEqual' }, caller);
  };
  const different = (caller, actual, expected, message) => {
    if (!Object.is(actual, expected)) return;
    fail({ actual, expected, message: message ?? 'Expected actual to be strictly unequal to expected', operator: 'notStrictEqual' }, caller);
  };
  const sameContent = (caller, actual, expected, message) => {
    if (!isDeepStrictEqual(actual, expected)) raise({ actual, expected, message, operator: 'deepStrictEqual' }, caller);
  };
  const differentContent = (caller, actual, expected, message) => {
    if (!isDeepStrictEqual(actual, expected)) return;
    raise({ actual, expected, message: message ?? 'Expected actual to not be deeply strictly equal to expected', operator: 'notDeepStrictEqual' }, caller);
  };

  const methods = {
    ok: assert,
    equal(actual, expected, message) { same(methods.equal, actual, expected, message); },
    notEqual(actual, expected, message) { different(methods.notEqual, actual, expected, message); },
    strictEqual(actual, expected, message) { same(methods.strictEqual, actual, expected, message); },
    notStrictEqual(actual, expected, message) { different(methods.notStrictEqual, actual, expected, message); },
    partialDeepStrictEqual(actual, expected, message) {
      requireTwo(arguments.length);
      if (isPartlyEqual(actual, expected)) return;
      const text = message ?? 'Expected actual to be partially deeply strictly equal to expected';
      raise({ actual, expected, message: text, operator: 'partialDeepStrictEqual' }, methods.partialDeepStrictEqual);
    },
    deepEqual(actual, expected, message) {
      requireTwo(arguments.length);
      sameContent(methods.deepEqual, actual, expected, message);
    },
    notDeepEqual(actual, expected, message) {
      requireTwo(arguments.length);
      differentContent(methods.notDeepEqual, actual, expected, message);
    },
    deepStrictEqual(actual, expected, message) {
      requireTwo(arguments.length);
      sameContent(methods.deepStrictEqual, actual, expected, message);
    },
    notDeepStrictEqual(actual, expected, message) {
      requireTwo(arguments.length);
      differentContent(methods.notDeepStrictEqual, actual, expected, message);
    },
    fail(message = 'Failed') {
      if (message instanceof Error) throw message;
      fail({ message, operator: 'fail', generated: arguments.length === 0 }, methods.fail);
    },
    ifError(value) {
      if (value === null || value === undefined) return;
      const isMessage = typeof value === 'object' && typeof value.message === 'string';
      const text = isMessage ? value.message || value.constructor?.name : inspect(value);
      throw new AssertionError({ actual: value, expected: null, operator: 'ifError', message: `ifError got unwanted exception: ${text}` });
    },
    match(string, regexp, message) { matching(methods.match, string, regexp, message, true); },
    doesNotMatch(string, regexp, message) { matching(methods.doesNotMatch, string, regexp, message, false); },
    throws(fn, error, message) { expectError(methods.throws, outcomeOf(fn), error, message); },
    doesNotThrow(fn, error, message) { expectNone(methods.doesNotThrow, outcomeOf(fn), error, message); },
    async rejects(promiseFn, error, message) { expectError(methods.rejects, await settlementOf(promiseFn), error, message); },
    async doesNotReject(promiseFn, error, message) { expectNone(methods.doesNotReject, await settlementOf(promiseFn), error, message); },
  };

  const matching = (caller, text, pattern, message, wanted) => {
    if (!(pattern instanceof RegExp)) throw invalidArgType('regexp', 'RegExp', pattern);
    if (typeof text === 'string' && pattern.test(text) === wanted) return;
    const generated = !wanted && typeof text !== 'string' ? `The "string" argument must be of type string.${received(text)}`
      : `actual: "${String(text)}" expected to ${wanted ? '' : 'not '}match: "${pattern}"`;
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
        throw withCode(rt.primordials.TypeError, 'ERR_INVALID_RETURN_VALUE', `Expected instance of Promise to be returned from the "promiseFn" function but got${received(promise).slice(9)}.`);
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

  const RULES = ['Function', 'Error', 'RegExp', 'Object'];

  const expectError = (caller, outcome, expected, message) => {
    let rule = expected;
    let text = message;
    if (typeof expected === 'string') {
      if (message !== undefined) throw invalidArgType('error', RULES, expected);
      const said = outcome?.error;
      if (outcome !== null && (said === expected || (typeof said === 'object' && said?.message === expected))) {
        const what = typeof said === 'object' ? `error message "${said.message}"` : `error "${said}"`;
        throw withCode(rt.primordials.TypeError, 'ERR_AMBIGUOUS_ARGUMENT', `The "error/message" argument is ambiguous. The ${what} is identical to the message.`);
      }
      rule = undefined;
      text = expected;
    } else if (expected !== undefined && expected !== null && typeof expected !== 'object' && typeof expected !== 'function') {
      throw invalidArgType('error', RULES, expected);
    }
    if (outcome === null) {
      const what = caller.name === 'rejects' ? 'rejection' : 'exception';
      const name = rule?.name && typeof rule === 'function' ? ` (${rule.name})` : '';
      const said = `Missing expected ${what}${name}${text === undefined ? '.' : `: ${text}`}`;
      raise({ actual: undefined, expected: rule, operator: caller.name, message: said, generated: what === 'rejection' && text === undefined }, caller);
    }
    if (rule !== undefined && rule !== null) matchError(caller, outcome.error, rule, text);
  };

  const matchError = (caller, actual, rule, message) => {
    const refuse = (generated) =>
      raise({ actual, expected: rule, operator: caller.name, message: message ?? generated, generated: message === undefined }, caller);
    if (typeof rule !== 'function') {
      if (rule instanceof RegExp) {
        const subject = String(actual);
        if (!rule.test(subject)) refuse(`The input did not match the regular expression ${inspect(rule)}. Input:\n\n${inspect(subject)}\n`);
        return;
      }
      compareFields(actual, rule, message, refuse);
      return;
    }
    if (rule.prototype !== undefined && actual instanceof rule) return;
    if (Object.prototype.isPrototypeOf.call(Error, rule)) {
      refuse(actual instanceof Error
        ? `The error is expected to be an instance of "${rule.name}". Received "${actual.constructor?.name ?? actual.name}"\n\nError message:\n\n${actual.message}`
        : `The error is expected to be an instance of "${rule.name}". Received "${inspect(actual, { depth: -1 })}"`);
    }
    const answer = rule.call({}, actual);
    if (answer !== true) {
      refuse(`The validation function is expected to return "true". Received ${inspect(answer)}\n\nCaught error:\n\n${String(actual)}`);
    }
  };

  const compareFields = (actual, rule, message, refuse) => {
    if (typeof actual !== 'object' || actual === null) refuse(`object is expected to thrown, but got ${typeof actual}: ${String(actual)}`);
    const keys = Object.keys(rule);
    if (rule instanceof Error) keys.push('name', 'message');
    else if (keys.length === 0) throw invalidArgValue('error', rule, 'may not be an empty object');
    for (const key of keys) {
      if (!(key in actual)) refuse(`A key in the expected object is missing: ${key}`);
      if (typeof actual[key] === 'string' && rule[key] instanceof RegExp) methods.match(actual[key], rule[key], message);
      else methods.deepStrictEqual(actual[key], rule[key], message);
    }
  };

  const expectNone = (caller, outcome, expected, message) => {
    if (outcome === null) return;
    const rule = typeof expected === 'string' ? undefined : expected;
    const text = typeof expected === 'string' ? expected : message;
    const { error } = outcome;
    if (typeof rule === 'function') {
      if (!(error instanceof rule)) throw error;
      fail({ operator: caller.name, message: `Got unwanted exception: ${rule.name}${text === undefined ? '' : ` ${text}`}` }, caller);
    }
    if (rule !== undefined && rule !== null && rule.test?.(String(error)) !== true) throw error;
    fail({ operator: caller.name, message: `Got unwanted exception${text === undefined ? '.' : `: ${text}`}\nActual message: "${error?.message}"` }, caller);
  };

  // A tester with functions of its own.
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
  function strict(value, message) { ok(strict, arguments); }
  Object.assign(strict, assert, {
    equal: methods.strictEqual, notEqual: methods.notStrictEqual, deepEqual: methods.deepStrictEqual, notDeepEqual: methods.notDeepStrictEqual,
  });
  strict.strict = strict;
  assert.strict = strict;

  return assert;
})
