// Inspection of any value as text, in the manner of Node's util.inspect: depth 2, named classes, cycles marked, long lines broken.
(function (rt) {
  'use strict';
  const { Array, Boolean, Map, Object, RangeError, String, Symbol } = rt.primordials;
  const { getOwnPropertyDescriptor, getPrototypeOf, is } = Object;
  const hasOwn = Object.hasOwn;
  const types = () => rt.use('console/inspect-types');
  const { arrange } = rt.use('console/layout');

  const custom = Symbol.for('nodejs.util.inspect.custom');
  const IDENTIFIER = /^[a-zA-Z_][a-zA-Z_0-9]*$/;

  // Key of an option that is none of the guest's: how many values are looked at, at most.
  const MOST_VALUES = Symbol('most values');

  const DEFAULTS = {
    showHidden: false, depth: 2, colors: false, customInspect: true, showProxy: false, maxArrayLength: 100,
    maxStringLength: 10000, breakLength: 80, compact: 3, sorted: false, getters: false, numericSeparator: false,
  };

  const COLOURS = {
    special: [36, 39], number: [33, 39], bigint: [33, 39], boolean: [33, 39], undefined: [90, 39], null: [1, 22],
    string: [32, 39], symbol: [32, 39], date: [35, 39], regexp: [31, 39], module: [4, 24],
  };

  const newContext = (options) => {
    const ctx = { ...DEFAULTS, ...options, seen: [], indentation: 0, currentDepth: 0, circular: undefined };
    if (ctx.maxArrayLength === null) ctx.maxArrayLength = Infinity;
    if (ctx.maxStringLength === null) ctx.maxStringLength = Infinity;
    ctx.userOptions = options;
    ctx.stylize = ctx.colors ? colourise : plain;
    return ctx;
  };

  const plain = (text) => text;
  const colourise = (text, style) => {
    const colour = COLOURS[style];
    return colour === undefined ? text : `\u001b[${colour[0]}m${text}\u001b[${colour[1]}m`;
  };

  const inspect = (value, options) => {
    const given = typeof options === 'object' && options !== null ? options : { showHidden: Boolean(options) };
    return formatValue(newContext(given), value, 0);
  };
  inspect.custom = custom;
  inspect.defaultOptions = DEFAULTS;

  // Strings

  const escapeCharacter = (character) => {
    const named = { '\b': '\\b', '\t': '\\t', '\n': '\\n', '\f': '\\f', '\r': '\\r', '\\': '\\\\', '\x0b': '\\x0B' }[character];
    if (named !== undefined) return named;
    const code = character.charCodeAt(0);
    return code < 0x100 ? `\\x${code.toString(16).toUpperCase().padStart(2, '0')}` : `\\u${code.toString(16)}`;
  };

  const quote = (text) => {
    let mark = "'";
    if (text.includes("'")) {
      if (!text.includes('"')) mark = '"';
      else if (!text.includes('`') && !text.includes('${')) mark = '`';
    }
    const escaped = text.replace(/[\x00-\x1f\x7f-\x9f\\]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, escapeCharacter);
    return mark === "'" && text.includes("'") ? `'${escaped.replaceAll("'", "\\'")}'` : `${mark}${escaped}${mark}`;
  };

  const formatString = (ctx, value) => {
    let text = value;
    let trailer = '';
    if (text.length > ctx.maxStringLength) {
      const rest = text.length - ctx.maxStringLength;
      text = text.slice(0, ctx.maxStringLength);
      trailer = `... ${rest} more character${rest > 1 ? 's' : ''}`;
    }
    if (ctx.compact !== true && text.length > 16 && text.length > ctx.breakLength - ctx.indentation - 4 && text.includes('\n')) {
      const lines = text.split(/(?<=\n)/);
      return lines.map((line) => ctx.stylize(quote(line), 'string')).join(` +\n${' '.repeat(ctx.indentation + 2)}`) + trailer;
    }
    return ctx.stylize(quote(text), 'string') + trailer;
  };

  const separated = (digits) => digits.replace(/\B(?=(\d{3})+$)/g, '_');

  const formatNumber = (ctx, value) => {
    if (is(value, -0)) return ctx.stylize('-0', 'number');
    const text = String(value);
    if (!ctx.numericSeparator || !/^-?\d+(\.\d+)?$/.test(text)) return ctx.stylize(text, 'number');
    const [whole, fraction] = text.split('.');
    const tail = fraction === undefined ? '' : `.${fraction.replace(/(\d{3})(?=\d)/g, '$1_')}`;
    return ctx.stylize(whole.replace(/\d+/, separated) + tail, 'number');
  };

  const formatPrimitive = (ctx, value) => {
    switch (typeof value) {
      case 'string': return formatString(ctx, value);
      case 'number': return formatNumber(ctx, value);
      case 'bigint': return ctx.stylize(`${ctx.numericSeparator ? String(value).replace(/\d+/, separated) : value}n`, 'bigint');
      case 'boolean': return ctx.stylize(String(value), 'boolean');
      case 'undefined': return ctx.stylize('undefined', 'undefined');
      default: return ctx.stylize(Symbol.prototype.toString.call(value), 'symbol');
    }
  };

  // Values

  const formatValue = (ctx, value, level) => {
    // For a print that is worth only so much work; whoever asks for it catches what this throws.
    if (ctx[MOST_VALUES] !== undefined && --ctx[MOST_VALUES] < 0) throw new RangeError('more values than were asked for');
    if (value === null) return ctx.stylize('null', 'null');
    if (typeof value !== 'object' && typeof value !== 'function') return formatPrimitive(ctx, value);
    const proxy = rt.proxyParts(value);
    if (proxy !== undefined) return formatProxy(ctx, value, proxy, level);
    if (ctx.customInspect) {
      const text = formatCustom(ctx, value, level);
      if (text !== undefined) return text;
    }
    if (ctx.seen.includes(value)) {
      ctx.circular ??= new Map();
      if (!ctx.circular.has(value)) ctx.circular.set(value, ctx.circular.size + 1);
      return ctx.stylize(`[Circular *${ctx.circular.get(value)}]`, 'special');
    }
    return formatObject(ctx, value, level);
  };

  // The target is shown, or with `showProxy` target and handler; no trap of a proxy runs.
  const formatProxy = (ctx, value, { target, handler }, level) => {
    try {
      Array.isArray(value);
    } catch {
      return ctx.stylize('<Revoked Proxy>', 'special');
    }
    if (!ctx.showProxy) return `Proxy(${formatValue(ctx, target, level)})`;
    if (ctx.depth !== null && level > ctx.depth) return ctx.stylize('[Proxy]', 'special');
    ctx.indentation += 2;
    const parts = [formatValue(ctx, target, level + 1), formatValue(ctx, handler, level + 1)];
    ctx.indentation -= 2;
    return arrange(ctx, parts, '', ['Proxy [', ']'], true, level + 1, value);
  };

  const formatCustom = (ctx, value, level) => {
    const method = value[custom];
    if (typeof method !== 'function' || method === inspect) return undefined;
    if (hasOwn(value, 'constructor') && getOwnPropertyDescriptor(value, 'constructor').value?.prototype === value) return undefined;
    const depth = ctx.depth === null ? null : ctx.depth - level;
    const result = method.call(value, depth, { ...ctx.userOptions, ...optionsOf(ctx, depth) }, inspect);
    if (result === value) return undefined;
    if (typeof result !== 'object' || result === null) {
      return typeof result === 'string' ? result.replaceAll('\n', `\n${' '.repeat(ctx.indentation)}`) : formatValue(ctx, result, level);
    }
    return formatValue(ctx, result, level).replaceAll('\n', `\n${' '.repeat(ctx.indentation)}`);
  };

  const optionsOf = (ctx, depth) => {
    const options = { stylize: ctx.stylize };
    for (const key of Object.keys(DEFAULTS)) options[key] = ctx[key];
    options.depth = depth;
    return options;
  };

  const keysOf = (value, showHidden) => {
    const symbols = Object.getOwnPropertySymbols(value);
    if (showHidden) return [...Object.getOwnPropertyNames(value), ...symbols];
    let keys;
    try {
      keys = Object.keys(value);
    } catch {
      keys = Object.getOwnPropertyNames(value);
    }
    for (const symbol of symbols) if (getOwnPropertyDescriptor(value, symbol)?.enumerable) keys.push(symbol);
    return keys;
  };

  // Name of the class, found by descriptors alone so that no getter of the guest runs; null for a null prototype.
  const constructorName = (ctx, value, level) => {
    let object = value;
    let first;
    while (object !== null) {
      const descriptor = getOwnPropertyDescriptor(object, 'constructor');
      if (typeof descriptor?.value === 'function' && descriptor.value.name !== '' && isInstance(value, descriptor.value)) {
        return String(descriptor.value.name);
      }
      object = getPrototypeOf(object);
      if (first === undefined) first = object;
    }
    if (first === null) return null;
    const text = level > ctx.depth && ctx.depth !== null
      ? '<Complex prototype>' : `<${inspect(first, { ...ctx.userOptions, customInspect: false, depth: -1 })}>`;
    return `Object ${text}`;
  };

  const isInstance = (value, constructor) => {
    try {
      return value instanceof constructor;
    } catch {
      return false;
    }
  };

  const prefix = (constructor, tag, fallback, size = '') => {
    if (constructor === null) {
      return tag !== '' && fallback !== tag ? `[${fallback}${size}: null prototype] [${tag}] ` : `[${fallback}${size}: null prototype] `;
    }
    return tag !== '' && constructor !== tag ? `${constructor}${size} [${tag}] ` : `${constructor}${size} `;
  };

  const tagOf = (ctx, value) => {
    const tag = value[Symbol.toStringTag];
    if (typeof tag !== 'string' || tag === '') return '';
    const own = ctx.showHidden ? hasOwn(value, Symbol.toStringTag) : getOwnPropertyDescriptor(value, Symbol.toStringTag)?.enumerable;
    return own ? '' : tag;
  };

  const formatObject = (ctx, value, level) => {
    const constructor = constructorName(ctx, value, level);
    const tag = tagOf(ctx, value);
    const keys = keysOf(value, ctx.showHidden);
    const shape = types().describe(ctx, value, constructor, tag, keys, level);
    if (typeof shape === 'string') return shape;
    if (level > ctx.depth && ctx.depth !== null) {
      const name = prefix(constructor, tag, Array.isArray(value) ? 'Array' : 'Object').slice(0, -1);
      return ctx.stylize(constructor === null ? name : `[${name}]`, 'special');
    }
    const inner = level + 1;
    ctx.seen.push(value);
    ctx.currentDepth = inner;
    const output = [];
    let { base } = shape;
    try {
      shape.entries?.(output, inner);
      for (const key of shape.keys) output.push(formatProperty(ctx, value, inner, key, shape.isList));
    } finally {
      ctx.seen.pop();
    }
    if (ctx.circular !== undefined && ctx.circular.has(value)) {
      const reference = ctx.stylize(`<ref *${ctx.circular.get(value)}>`, 'special');
      if (ctx.compact !== true) base = base === '' ? reference : `${reference} ${base}`;
      else shape.braces[0] = `${reference} ${shape.braces[0]}`;
    }
    if (ctx.sorted) sortOutput(ctx, shape, output);
    return arrange(ctx, output, base, shape.braces, shape.isList, inner, value);
  };

  const sortOutput = (ctx, shape, output) => {
    const order = ctx.sorted === true ? undefined : ctx.sorted;
    if (!shape.isList) output.sort(order);
    else if (shape.keys.length > 1) {
      const tail = output.splice(output.length - shape.keys.length).sort(order);
      output.push(...tail);
    }
  };

  const formatKey = (ctx, key, descriptor) => {
    if (typeof key === 'symbol') return ctx.stylize(Symbol.prototype.toString.call(key), 'symbol');
    if (key === '__proto__') return "['__proto__']";
    if (descriptor.enumerable === false) return `[${key}]`;
    return IDENTIFIER.test(key) ? ctx.stylize(key, 'name') : ctx.stylize(quote(key), 'string');
  };

  const formatProperty = (ctx, value, level, key, isList = false) => {
    const descriptor = getOwnPropertyDescriptor(value, key) ?? { value: value[key], enumerable: true };
    let text;
    if (descriptor.value !== undefined || (descriptor.get === undefined && descriptor.set === undefined)) {
      const extra = ctx.compact !== true || isList ? 2 : 3;
      ctx.indentation += extra;
      text = formatValue(ctx, descriptor.value, level);
      if (extra === 3 && ctx.breakLength < text.length) text = `\n${' '.repeat(ctx.indentation)}${text}`;
      ctx.indentation -= extra;
    } else {
      text = formatAccessor(ctx, value, descriptor, level);
    }
    if (isList && typeof key === 'string' && /^(0|[1-9]\d*)$/.test(key)) return text;
    return `${formatKey(ctx, key, descriptor)}:${text.startsWith('\n') ? '' : ' '}${text}`;
  };

  const formatAccessor = (ctx, value, { get, set }, level) => {
    const label = get === undefined ? '[Setter]' : set === undefined ? '[Getter]' : '[Getter/Setter]';
    const wanted = ctx.getters === true || (ctx.getters === 'get' && set === undefined) || (ctx.getters === 'set' && set !== undefined);
    if (get === undefined || !wanted) return ctx.stylize(label, 'special');
    try {
      ctx.indentation += 2;
      const result = get.call(value);
      const text = typeof result === 'object' && result !== null ? ` ${formatValue(ctx, result, level)}` : `: ${formatPrimitiveOrNull(ctx, result)}`;
      return `${label.slice(0, -1)}${text}]`;
    } catch (error) {
      return `${label.slice(0, -1)}: <Inspection threw (${error?.message})>]`;
    } finally {
      ctx.indentation -= 2;
    }
  };

  const formatPrimitiveOrNull = (ctx, value) => (value === null ? 'null' : formatValue(ctx, value, 0));

  return { MOST_VALUES, inspect, formatValue, formatProperty, prefix, keysOf, quote, newContext };
})
