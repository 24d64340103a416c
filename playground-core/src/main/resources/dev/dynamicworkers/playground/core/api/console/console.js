// The console. Five levels are recorded for tail workers; the other methods speak to the person at the terminal only.
(function (rt) {
  'use strict';
  const { Array, Error, JSON, Map, Object, ObjectDefineProperty, ObjectGetPrototypeOf, ObjectPrototype, String, Symbol } = rt.primordials;
  const stringify = JSON.stringify;
  const isArray = Array.isArray;
  const isErrorObject = Error.isError ?? ((value) => value instanceof Error);
  // The platform records no details of a DOMException.
  const isError = (value) => {
    if (!isErrorObject(value)) return false;
    const { DOMException } = rt.loaded('events/domexception') ?? {};
    return DOMException === undefined || !(value instanceof DOMException);
  };

  const counts = new Map();
  const timers = new Map();
  let depth = 0;

  // JSON for a tail worker: plain data by JSON rules, everything else as its string. What throws on the way becomes {}.
  const wantsJson = (value) => {
    if (value === null || isArray(value)) return true;
    switch (typeof value) {
      case 'string': case 'number': case 'boolean': case 'undefined': return true;
      case 'object': {
        const prototype = ObjectGetPrototypeOf(value);
        return prototype === null || prototype === ObjectPrototype || typeof value.toJSON === 'function';
      }
      case 'function': return typeof value.toJSON === 'function';
      default: return false;
    }
  };

  const record = (value) => {
    if (typeof value === 'string') return stringify(value);
    try {
      return wantsJson(value) ? stringify(value) ?? 'null' : stringify(typeof value === 'symbol' ? fail() : `${value}`);
    } catch {
      return '{}';
    }
  };

  const fail = () => {
    throw new Error('a symbol has no string');
  };

  const errorInfo = (args) => {
    const infos = [];
    for (const value of args) {
      if (!isError(value)) {
        infos.push(null);
        continue;
      }
      try {
        const name = String(value.name);
        const message = String(value.message);
        const stack = typeof value.stack === 'string' ? framesOf(value.stack, name, message) : undefined;
        infos.push({ name, message, stack });
      } catch {
        infos.push({ name: 'Error', message: '' });
      }
    }
    return infos;
  };

  const framesOf = (stack, name, message) => {
    const header = message === '' ? name : `${name}: ${message}`;
    return stack.startsWith(header) ? stack.slice(header.length).replace(/^\n/, '') : stack;
  };

  // Strings without a directive need no inspection.
  const textOf = (args) => {
    if (args.length === 0) return '';
    if (typeof args[0] === 'string' && (args.length === 1 || !args[0].includes('%')) && args.every((arg) => typeof arg === 'string')) {
      return args.length === 1 ? args[0] : args.join(' ');
    }
    try {
      return rt.use('console/format').format(args);
    } catch (error) {
      return `<Formatting threw (${isErrorObject(error) ? String(error.stack ?? error) : 'a value that is no error'})>`;
    }
  };

  // What the line leaves out because it is too deep, for people who open it in a window: the same print, deeper, and
  // given up where it has too many values. Nothing of the guest's own inspection is called again.
  const TOO_DEEP = /\[[A-Za-z_$][\w$]*(?:\(\d+\))?(?:: null prototype)?\]/;
  const MOST_CHARACTERS = 65536;

  const deeperOf = (args, text) => {
    // A directive such as %s may call a toString() of the guest.
    if (!TOO_DEEP.test(text) || (typeof args[0] === 'string' && args[0].includes('%'))) return undefined;
    let found = false;
    for (let i = 0; i < args.length; i++) found ||= typeof args[i] === 'object' && args[i] !== null;
    if (!found) return undefined;
    try {
      const { MOST_VALUES } = rt.use('console/inspect');
      const whole = rt.use('console/format').format(args, { depth: null, customInspect: false, [MOST_VALUES]: 2500 });
      return whole.length <= MOST_CHARACTERS && whole !== text ? whole : undefined;
    } catch {
      // Too much of it, or a hostile getter or proxy: the line itself was printed all the same.
      return undefined;
    }
  };

  const write = (level, args) => {
    if (args.length > 1 && typeof args[0] === 'string' && args[0].includes('%')) rt.use('console/format').convert(args);
    let json = '[';
    let errors = false;
    for (let i = 0; i < args.length; i++) {
      if (i > 0) json += ',';
      json += record(args[i]);
      errors ||= isError(args[i]);
    }
    const text = textOf(args);
    rt.io.log(level, text, `${json}]`, errors ? errorInfo(args) : undefined, depth, deeperOf(args, text));
  };

  // A line for the terminal alone.
  const say = (text) => rt.io.log('log', text, null, undefined, depth);

  const label = (value) => {
    try {
      return value === undefined ? 'default' : String(value);
    } catch {
      return 'default';
    }
  };

  const elapsed = (name, method) => {
    const start = timers.get(name);
    if (start === undefined) {
      say(`Timer '${name}' does not exist (console.${method}())`);
      return undefined;
    }
    const ms = rt.io.now() - start;
    return ms >= 1000 ? `${(ms / 1000).toFixed(3)}s` : `${ms}ms`;
  };

  const stackHere = () => String(new Error('').stack).split('\n').slice(1).join('\n');

  // In the order in which the platform has them; functions without names and parameters, as there, are those that are recorded.
  const recorded = (level) => (...args) => { write(level, args); };

  const methods = {
    debug: undefined,
    error: undefined,
    info: undefined,
    log: undefined,
    warn: undefined,
    dir(...args) {
      say(rt.use('console/inspect').inspect(args[0], { customInspect: false, ...args[1] }));
    },
    dirxml(...args) { say(textOf(args)); },
    table(...args) {
      const [data, columns] = args;
      say(typeof data === 'object' && data !== null ? rt.use('console/table').render(data, columns) : textOf([data]));
    },
    trace(...args) {
      const frames = stackHere();
      say(`Trace${args.length === 0 ? '' : `: ${textOf(args)}`}${frames === '' ? '' : `\n${frames}`}`);
    },

    group(...args) {
      if (args.length > 0) say(textOf(args));
      depth++;
    },
    groupCollapsed(...args) { methods.group(...args); },
    groupEnd() { if (depth > 0) depth--; },

    // Speaks to an inspector, of which there is none; so do the ones below that are empty.
    clear() {},
    count(...args) {
      const key = label(args[0]);
      const value = (counts.get(key) ?? 0) + 1;
      counts.set(key, value);
      say(`${key}: ${value}`);
    },
    countReset(...args) {
      const key = label(args[0]);
      if (!counts.delete(key)) say(`Count for '${key}' does not exist`);
    },
    assert(...args) {
      const condition = args.shift();
      if (condition) return;
      if (typeof args[0] === 'string') args[0] = `Assertion failed: ${args[0]}`;
      else args.unshift('Assertion failed');
      say(textOf(args));
    },
    profile() {},
    profileEnd() {},
    time(...args) {
      const key = label(args[0]);
      if (timers.has(key)) say(`Timer '${key}' already exists for console.time()`);
      else timers.set(key, rt.io.now());
    },
    timeLog(...args) {
      const key = label(args.shift());
      const text = elapsed(key, 'timeLog');
      if (text !== undefined) say([`${key}: ${text}`, ...(args.length > 0 ? [textOf(args)] : [])].join(' '));
    },
    timeEnd(...args) {
      const key = label(args[0]);
      const text = elapsed(key, 'timeEnd');
      if (text !== undefined) say(`${key}: ${text}`);
      timers.delete(key);
    },
    timeStamp() {},
    context() { return console; },
  };
  for (const level of ['debug', 'error', 'info', 'log', 'warn']) methods[level] = recorded(level);

  const console = Object.create({});
  for (const name of Object.keys(methods)) console[name] = methods[name];
  ObjectDefineProperty(console, Symbol.toStringTag, { __proto__: null, value: 'console', configurable: true });

  return { console };
})
