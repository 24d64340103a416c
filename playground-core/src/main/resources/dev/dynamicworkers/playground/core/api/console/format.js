// What console methods print: the first string's directives filled in, everything else inspected, joined by spaces.
(function (rt) {
  'use strict';
  const { Function, JSON, Number, Object, String } = rt.primordials;
  const { inspect } = rt.use('console/inspect');
  const DIRECTIVE = /%[sdifjoOc%]/g;

  const asText = (value) => {
    if (typeof value === 'string') return value;
    if (typeof value === 'bigint') return `${value}n`;
    if (Object.is(value, -0)) return '-0';
    if (typeof value !== 'object' && typeof value !== 'function') return String(value);
    if (value !== null && typeof value === 'object' && hasOwnText(value)) return String(value);
    if (typeof value === 'function') return String(value);
    return inspect(value, { depth: 0, colors: false, compact: 3 });
  };

  // User classes with a toString of their own print by it; built-in objects are inspected.
  const hasOwnText = (value) => {
    const { toString } = value;
    if (typeof toString !== 'function' || toString === Object.prototype.toString) return false;
    return !/\[native code\]/.test(Function.prototype.toString.call(toString));
  };

  const json = (value) => {
    try {
      return JSON.stringify(value);
    } catch (error) {
      if (/circular|cyclic/i.test(error.message)) return '[Circular]';
      throw error;
    }
  };

  const asNumber = (value, parse) => {
    if (typeof value === 'bigint') return `${value}n`;
    if (typeof value === 'symbol') return 'NaN';
    const number = parse(value);
    return Object.is(number, -0) ? '-0' : String(number);
  };

  const fill = (directive, value) => {
    switch (directive) {
      case '%s': return asText(value);
      case '%d': return asNumber(value, Number);
      case '%i': return asNumber(value, (v) => (typeof v === 'object' && v !== null ? NaN : parseInt(v, 10)));
      case '%f': return typeof value === 'symbol' ? 'NaN' : String(parseFloat(value));
      case '%j': return json(value);
      case '%o': return inspect(value, { showHidden: true, showProxy: true, depth: 4 });
      case '%O': return inspect(value);
      default: return '';
    }
  };

  const format = (args, options = undefined) => {
    let used = 0;
    let text = '';
    if (typeof args[0] === 'string') {
      used = 1;
      text = args.length === 1 ? args[0] : args[0].replace(DIRECTIVE, (directive) => {
        if (directive === '%%') return '%';
        return used < args.length ? fill(directive, args[used++]) : directive;
      });
    }
    for (let i = used; i < args.length; i++) {
      if (i > 0) text += ' ';
      text += typeof args[i] === 'string' ? args[i] : inspect(args[i], options);
    }
    return text;
  };

  // The engine's own console converts what the directives name before anything is recorded, and lets what that throws pass.
  const convert = (args) => {
    let used = 1;
    for (const [directive] of args[0].matchAll(/%[sdif]/g)) {
      if (used >= args.length) return;
      const value = args[used++];
      if (typeof value !== 'object' || value === null) continue;
      if (directive === '%f') parseFloat(value);
      else if (directive === '%s') String(value);
      else parseInt(value, 10);
    }
  };

  return { convert, format };
})
