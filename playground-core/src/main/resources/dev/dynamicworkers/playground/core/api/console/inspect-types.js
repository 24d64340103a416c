// What inspection shows of each kind of object: its braces, its leading text and its entries.
(function (rt) {
  'use strict';
  const {
    Array, ArrayBuffer, BigInt, Boolean, DataView, Date, Error, Function, Map, Math, Number, Object, Promise, RegExp, Set, SharedArrayBuffer, String, Symbol,
    Uint8Array, WeakMap, WeakSet,
  } = rt.primordials;
  const { formatValue, formatProperty, prefix, quote } = rt.use('console/inspect');
  const { getOwnPropertyDescriptor, getPrototypeOf } = Object;
  const isErrorObject = Error.isError ?? ((value) => value instanceof Error);
  // A DOMException is shown as the object that it is.
  const isError = (value) => isErrorObject(value) && rt.loaded('events/domexception')?.isDomException(value) !== true;
  const TypedArrayPrototype = getPrototypeOf(Uint8Array.prototype);
  const typedArrayName = getOwnPropertyDescriptor(TypedArrayPrototype, Symbol.toStringTag).get;
  const functionSource = Function.prototype.toString;

  // Brand checks: a method of the class that throws for everything else.
  const answers = (method) => (value) => {
    try {
      method.call(value);
      return true;
    } catch {
      return false;
    }
  };
  const getter = (Class, key) => getOwnPropertyDescriptor(Class.prototype, key).get;
  const isMap = answers(getter(Map, 'size'));
  const isSet = answers(getter(Set, 'size'));
  const isDate = answers(Date.prototype.getTime);
  const isArrayBuffer = answers(getter(ArrayBuffer, 'byteLength'));
  const isSharedArrayBuffer = answers(getter(SharedArrayBuffer, 'byteLength'));
  const isDataView = answers(getter(DataView, 'buffer'));
  const weakKey = {};
  const isWeakMap = (value) => answers(() => WeakMap.prototype.has.call(value, weakKey))();
  const isWeakSet = (value) => answers(() => WeakSet.prototype.has.call(value, weakKey))();
  const BOXED = [
    ['Number', Number.prototype.valueOf], ['String', String.prototype.valueOf], ['Boolean', Boolean.prototype.valueOf],
    ['BigInt', BigInt.prototype.valueOf], ['Symbol', Symbol.prototype.valueOf],
  ];
  const BUILT_IN_TAGS = new Set(['Map', 'Set', 'Promise', 'Symbol', 'ArrayBuffer', 'SharedArrayBuffer', 'DataView', 'WeakMap', 'WeakSet', 'WeakRef', 'BigInt', 'FinalizationRegistry']);
  const builtInTag = (value) => Object.prototype.toString.call(value).slice(8, -1);

  const shape = (braces, keys, { base = '', entries = undefined, isList = false } = {}) => ({ braces, keys, base, entries, isList });
  const isIndex = (key) => typeof key === 'string' && /^(0|[1-9]\d*)$/.test(key);

  const more = (count) => `... ${count} more item${count > 1 ? 's' : ''}`;

  const describe = (ctx, value, constructor, tag, keys, level) => {
    if (Array.isArray(value)) return array(ctx, value, constructor, tag, keys);
    if (typeof value === 'function') return functionShape(ctx, value, constructor, tag, keys);
    const name = typedArrayName.call(value);
    if (name !== undefined) return typedArray(ctx, value, name, constructor, tag, keys);
    if (isError(value)) return error(ctx, value, constructor, tag, keys);
    const runtime = headersShape(value, constructor, tag) ?? listShape(ctx, value, constructor, tag) ?? exposedShape(ctx, value, constructor, tag, keys);
    if (runtime !== undefined) return runtime;
    if (isMap(value)) return map(ctx, value, constructor, tag, keys);
    if (isSet(value)) return set(ctx, value, constructor, tag, keys);
    return plainOrBuiltIn(ctx, value, constructor, tag, keys, level);
  };

  const plainOrBuiltIn = (ctx, value, constructor, tag, keys) => {
    const builtIn = builtInTag(value);
    if (constructor === 'Object' && builtIn === 'Arguments') return shape(['[Arguments] {', '}'], keys);
    if (tag === 'Module' && constructor === null) return shape(['[Module: null prototype] {', '}'], keys);
    if (constructor === 'Object' && (tag === '' || tag === 'Object')) return keys.length === 0 ? '{}' : shape(['{', '}'], keys);
    if (value instanceof RegExp || builtIn === 'RegExp') return regExp(ctx, value, constructor, tag, keys);
    if (isDate(value)) return date(ctx, value, constructor, tag, keys);
    if (isArrayBuffer(value) || isSharedArrayBuffer(value)) return arrayBuffer(ctx, value, constructor, tag, keys);
    if (isDataView(value)) return dataView(ctx, value, constructor, tag, keys);
    if (value instanceof Promise) return promise(ctx, value, constructor, tag, keys);
    if (tag === 'Map Iterator' || tag === 'Set Iterator') return iterator(ctx, value, tag, keys);
    if (tag === 'WeakSet' && isWeakSet(value)) return opaque(ctx, constructor, tag, 'WeakSet', keys);
    if (tag === 'WeakMap' && isWeakMap(value)) return opaque(ctx, constructor, tag, 'WeakMap', keys);
    const boxed = boxedValue(value);
    if (boxed !== undefined) return boxedShape(ctx, value, boxed, constructor, tag, keys);
    const braces = [`${prefix(constructor, tag, 'Object')}{`, '}'];
    return keys.length === 0 ? `${braces[0]}}` : shape(braces, keys);
  };

  const array = (ctx, value, constructor, tag, keys) => {
    const open = constructor === 'Array' && tag === '' ? '[' : `${prefix(constructor, tag, 'Array', `(${value.length})`)}[`;
    const extra = keys.filter((key) => !isIndex(key) && !(ctx.showHidden && key === 'length'));
    if (ctx.showHidden) extra.unshift('length');
    if (value.length === 0 && extra.length === 0) return `${open}]`;
    return shape([open, ']'], extra, { isList: true, entries: (output, level) => arrayEntries(ctx, value, output, level) });
  };

  // Holes of a sparse array count as one entry for each run.
  const arrayEntries = (ctx, value, output, level) => {
    const limit = Math.min(Math.max(0, ctx.maxArrayLength), value.length);
    let index = 0;
    while (index < value.length && output.length < limit) {
      if (Object.hasOwn(value, index)) {
        output.push(formatProperty(ctx, value, level, String(index), true));
        index++;
        continue;
      }
      let end = index + 1;
      if (value.length - index > 10000) end = nextIndex(value, index);
      else while (end < value.length && !Object.hasOwn(value, end)) end++;
      output.push(ctx.stylize(`<${end - index} empty item${end - index > 1 ? 's' : ''}>`, 'undefined'));
      index = end;
    }
    if (index < value.length) output.push(more(value.length - index));
  };

  const nextIndex = (value, from) => {
    for (const key of Object.keys(value)) {
      if (!isIndex(key)) break;
      if (Number(key) > from) return Number(key);
    }
    return value.length;
  };

  const typedArray = (ctx, value, name, constructor, tag, keys) => {
    const open = `${prefix(constructor, tag, name, `(${value.length})`)}[`;
    const extra = keys.filter((key) => !isIndex(key));
    if (value.length === 0 && extra.length === 0 && !ctx.showHidden) return `${open}]`;
    return shape([open, ']'], extra, {
      isList: true,
      entries: (output, level) => {
        const limit = Math.min(Math.max(0, ctx.maxArrayLength), value.length);
        for (let i = 0; i < limit; i++) output.push(formatValue(ctx, value[i], level));
        if (value.length > limit) output.push(more(value.length - limit));
        if (!ctx.showHidden) return;
        ctx.indentation += 2;
        for (const key of ['BYTES_PER_ELEMENT', 'length', 'byteLength', 'byteOffset', 'buffer']) {
          output.push(`[${key}]: ${formatValue(ctx, value[key], level)}`);
        }
        ctx.indentation -= 2;
      },
    });
  };

  const map = (ctx, value, constructor, tag, keys) => {
    const open = `${prefix(constructor, tag, 'Map', `(${value.size})`)}{`;
    if (value.size === 0 && keys.length === 0) return `${open}}`;
    return shape([open, '}'], keys, { entries: (output, level) => mapEntries(ctx, Map.prototype.entries.call(value), output, level) });
  };

  const mapEntries = (ctx, entries, output, level) => {
    ctx.indentation += 2;
    let count = 0;
    let rest = 0;
    for (const [key, item] of entries) {
      if (count++ < ctx.maxArrayLength) output.push(`${formatValue(ctx, key, level)} => ${formatValue(ctx, item, level)}`);
      else rest++;
    }
    if (rest > 0) output.push(more(rest));
    ctx.indentation -= 2;
  };

  const set = (ctx, value, constructor, tag, keys) => {
    const open = `${prefix(constructor, tag, 'Set', `(${value.size})`)}{`;
    if (value.size === 0 && keys.length === 0) return `${open}}`;
    return shape([open, '}'], keys, {
      entries: (output, level) => {
        ctx.indentation += 2;
        let count = 0;
        for (const item of Set.prototype.values.call(value)) {
          if (count++ < ctx.maxArrayLength) output.push(formatValue(ctx, item, level));
        }
        if (count > ctx.maxArrayLength) output.push(more(count - ctx.maxArrayLength));
        ctx.indentation -= 2;
      },
    });
  };

  // Functions and classes

  const classBase = (value, constructor, tag) => {
    const name = Object.hasOwn(value, 'name') && typeof value.name === 'string' && value.name !== '' ? value.name : undefined;
    let text = name === undefined ? 'class (anonymous)' : `class ${name}`;
    if (constructor !== 'Function' && constructor !== null) text += ` [${constructor}]`;
    if (tag !== '' && constructor !== tag) text += ` [${tag}]`;
    if (constructor === null) text += ' extends [null prototype]';
    else {
      const parent = getPrototypeOf(value)?.name;
      if (typeof parent === 'string' && parent !== '') text += ` extends ${parent}`;
    }
    return `[${text}]`;
  };

  const functionBase = (value, constructor, tag) => {
    const source = functionSource.call(value);
    if (/^class[\s{]/.test(source) && source.endsWith('}')) return classBase(value, constructor, tag);
    const kind = /^(?:Async|Generator|AsyncGenerator)+Function$/.test(tag) ? tag : 'Function';
    let text = `[${kind}`;
    if (constructor === null) text += ' (null prototype)';
    text += typeof value.name === 'string' && value.name !== '' ? `: ${value.name}]` : ' (anonymous)]';
    if (constructor !== kind && constructor !== null && constructor !== 'Function') text += ` ${constructor}`;
    if (tag !== '' && constructor !== tag && tag !== kind) text += ` [${tag}]`;
    return text;
  };

  const functionShape = (ctx, value, constructor, tag, keys) => {
    const base = functionBase(value, constructor, tag);
    return keys.length === 0 ? ctx.stylize(base, 'special') : shape(['{', '}'], keys, { base });
  };

  // Errors

  const error = (ctx, value, constructor, tag, keys) => {
    const text = errorText(value, constructor, tag);
    const shown = keys.filter((key) =>
      !((key === 'name' || key === 'message' || key === 'stack') && typeof value[key] === 'string' && text.includes(value[key])));
    for (const key of ['cause', 'errors']) {
      const isHidden = Object.hasOwn(value, key) && !shown.includes(key) && (key !== 'errors' || Array.isArray(value.errors));
      if (isHidden) shown.push(key);
    }
    let base = text;
    const frames = base.indexOf('\n    at');
    if (frames === -1) base = `[${base}]`;
    if (ctx.indentation !== 0) base = base.split('\n').join(`\n${' '.repeat(ctx.indentation)}`);
    return shown.length === 0 ? base : shape(['{', '}'], shown, { base });
  };

  const errorText = (value, constructor, tag) => {
    let stack;
    try {
      stack = value.stack ? String(value.stack) : Error.prototype.toString.call(value);
    } catch {
      stack = 'Error';
    }
    const name = typeof value.name === 'string' ? value.name : 'Error';
    if (constructor === null) return stack.replace(name, `[${name}: null prototype]`);
    if (constructor !== name && name.endsWith('Error') && stack.startsWith(name) && /^(?:$|:|\n)/.test(stack.slice(name.length))) {
      return (constructor.includes(name) ? constructor : `${constructor} [${name}]`) + stack.slice(name.length);
    }
    return tag !== '' && tag !== 'Error' && tag !== constructor ? stack.replace(name, `${name} [${tag}]`) : stack;
  };

  // Built-in objects with a text of their own

  const regExp = (ctx, value, constructor, tag, keys) => {
    let base = RegExp.prototype.toString.call(constructor === null ? new RegExp(value) : value);
    const name = prefix(constructor, tag, 'RegExp');
    if (name !== 'RegExp ') base = name + base;
    return keys.length === 0 ? ctx.stylize(base, 'regexp') : shape(['{', '}'], keys, { base });
  };

  const date = (ctx, value, constructor, tag, keys) => {
    let base = Number.isNaN(Date.prototype.getTime.call(value)) ? 'Invalid Date' : Date.prototype.toISOString.call(value);
    const name = prefix(constructor, tag, 'Date');
    if (name !== 'Date ') base = name + base;
    return keys.length === 0 ? ctx.stylize(base, 'date') : shape(['{', '}'], keys, { base });
  };

  const arrayBuffer = (ctx, value, constructor, tag, keys) => {
    const name = builtInTag(value) === 'SharedArrayBuffer' ? 'SharedArrayBuffer' : 'ArrayBuffer';
    return shape([`${prefix(constructor, tag, name)}{`, '}'], keys, {
      entries: (output) => {
        let bytes;
        try {
          bytes = new Uint8Array(value);
        } catch {
          output.push(ctx.stylize('(detached)', 'special'));
          return;
        }
        const shown = Array.from(bytes.subarray(0, Math.min(50, ctx.maxArrayLength)), (byte) => byte.toString(16).padStart(2, '0'));
        const rest = bytes.length - shown.length;
        const text = shown.join(' ') + (rest > 0 ? ` ... ${rest} more byte${rest > 1 ? 's' : ''}` : '');
        output.push(`${ctx.stylize('[Uint8Contents]', 'special')}: <${text}>`, `byteLength: ${formatValue(ctx, bytes.length, 0)}`);
      },
    });
  };

  const fields = (ctx, value, names) => (output, level) => {
    ctx.indentation += 2;
    for (const name of names) output.push(`${name}: ${formatValue(ctx, value[name], level)}`);
    ctx.indentation -= 2;
  };

  const dataView = (ctx, value, constructor, tag, keys) =>
    shape([`${prefix(constructor, tag, 'DataView')}{`, '}'], keys, { entries: fields(ctx, value, ['byteLength', 'byteOffset', 'buffer']) });

  // The engine tells the value of a promise by the text that it displays, which is read back where that can be done.
  const promise = (ctx, value, constructor, tag, keys) =>
    shape([`${prefix(constructor, tag, 'Promise')}{`, '}'], keys, {
      entries: (output, level) => {
        const told = rt.host('console.promiseState')(value);
        const state = told.slice(0, told.indexOf(':'));
        const text = told.slice(state.length + 1);
        if (state === 'pending') return output.push(ctx.stylize('<pending>', 'special'));
        const read = rt.use('console/displayed').read(text);
        ctx.indentation += 2;
        const shown = read === undefined ? text : formatValue(ctx, read.value, level);
        ctx.indentation -= 2;
        return output.push(state === 'rejected' ? `${ctx.stylize('<rejected>', 'special')} ${shown}` : shown);
      },
    });

  // What an iterator of a map or set has yet to give. Only by taking it can it be seen, so the iterator gives it from a list from then on.
  const iterator = (ctx, value, tag, keys) => {
    const items = rt.use('console/iterators').rest(value, tag);
    if (items === undefined) return shape([`Object [${tag}] {`, '}'], keys);
    const kind = tag.slice(0, 3);
    const isEntries = items.length > 0 && items.every((item) => Array.isArray(item) && item.length === 2);
    return shape([`[${kind} ${isEntries ? 'Entries' : 'Iterator'}] {`, '}'], keys, {
      isList: true,
      entries: (output, level) => {
        ctx.indentation += 2;
        // A pair is no level of its own.
        const shown = (item) => (isEntries ? `[ ${formatValue(ctx, item[0], level)}, ${formatValue(ctx, item[1], level)} ]` : formatValue(ctx, item, level));
        for (const item of items.slice(0, ctx.maxArrayLength)) output.push(shown(item));
        if (items.length > ctx.maxArrayLength) output.push(more(items.length - ctx.maxArrayLength));
        ctx.indentation -= 2;
      },
    });
  };

  const opaque = (ctx, constructor, tag, name, keys) =>
    shape([`${prefix(constructor, tag, name)}{`, '}'], keys, {
      entries: (output) => output.push(ctx.stylize('<items unknown>', 'special')),
    });

  const boxedValue = (value) => {
    for (const [name, valueOf] of BOXED) {
      try {
        return { name, primitive: valueOf.call(value) };
      } catch {
        // not this kind
      }
    }
    return undefined;
  };

  const boxedShape = (ctx, value, { name, primitive }, constructor, tag, keys) => {
    const shown = name === 'String' ? keys.filter((key) => !isIndex(key)) : keys;
    let text = `[${name}`;
    if (constructor !== name) text += constructor === null ? ' (null prototype)' : ` (${constructor})`;
    text += `: ${formatValue({ ...ctx, stylize: (part) => part }, primitive, 0)}]`;
    if (tag !== '' && tag !== constructor) text += ` [${tag}]`;
    return shown.length === 0 ? ctx.stylize(text, name.toLowerCase()) : shape(['{', '}'], shown, { base: text });
  };

  // The mark that rt.expose leaves on a prototype: a read-only, hidden tag equal to the class name.
  const isExposed = (prototype) => {
    if (prototype === null) return false;
    const tag = getOwnPropertyDescriptor(prototype, Symbol.toStringTag);
    if (typeof tag?.value !== 'string' || tag.writable || tag.enumerable) return false;
    const Class = getOwnPropertyDescriptor(prototype, 'constructor')?.value;
    if (typeof Class !== 'function' || Class.name !== tag.value || Class.prototype !== prototype) return false;
    return !BUILT_IN_TAGS.has(tag.value);
  };

  // Handlers of web sockets and nested classes are not shown.
  const isLeftOut = (proto, key) => (key.startsWith('on') && tagOfProto(proto) === 'WebSocket') || /^[A-Z]/.test(key);
  const tagOfProto = (proto) => getOwnPropertyDescriptor(proto, Symbol.toStringTag).value;

  // What streams show beside their accessors.
  const streamFields = (value) => {
    const readable = rt.loaded('streams/readable');
    if (readable?.isReadableStream(value) === true) {
      const { state, controller, knownLength } = readable.streamOf(value);
      const isByte = state === 'readable' && controller?.isByte === true;
      return [['[state]', state], ['[supportsBYOB]', isByte], ['[length]', typeof knownLength === 'number' ? BigInt(knownLength) : undefined]];
    }
    const writable = rt.loaded('streams/writable');
    if (writable?.isWritableStream(value) !== true) return [];
    const { state, expectsBytes } = writable.writableOf(value);
    return [['[state]', state], ['[expectsBytes]', expectsBytes]];
  };

  // Objects of the runtime's own classes show the values of their accessors, those of the class itself first.
  const exposedShape = (ctx, value, constructor, tag, keys) => {
    if (!isExposed(getPrototypeOf(value))) return undefined;
    const names = [];
    for (let proto = getPrototypeOf(value); proto !== null && isExposed(proto); proto = getPrototypeOf(proto)) {
      for (const key of Object.getOwnPropertyNames(proto)) {
        if (getOwnPropertyDescriptor(proto, key).get !== undefined && !names.includes(key) && !isLeftOut(proto, key)) names.push(key);
      }
    }
    // The reference runtime tells the origin of a URL first.
    if (names[0] === 'href' && names[1] === 'origin') names.splice(0, 2, 'origin', 'href');
    const open = `${prefix(constructor, tag, 'Object')}{`;
    if (names.length + keys.length === 0) return `${open}}`;
    const shown = fields(ctx, value, names);
    const more = streamFields(value);
    return shape([open, '}'], keys, {
      entries: (output, level) => {
        shown(output, level);
        for (const [name, field] of more) output.push(`${name}: ${formatValue(ctx, field, level)}`);
      },
    });
  };

  // Headers show their entries as a Map does, and whether they can be changed.
  const headersShape = (value, constructor, tag) => {
    const source = rt.loaded('fetch/headers');
    if (source === undefined || !(value instanceof source.Headers)) return undefined;
    const list = [...source.Headers.prototype.entries.call(value)];
    return shape([`${prefix(constructor, tag, 'Headers', `(${list.length})`)}{`, '}'], [], {
      entries: (output) => {
        for (const [name, text] of list) output.push(`${quote(name)} => ${quote(text)}`);
        output.push(`[immutable]: ${source.isImmutable(value)}`);
      },
    });
  };

  // Lists of names and values show them as a Map does.
  const LISTS = [['url/search-params', 'URLSearchParams'], ['fetch/form-data', 'FormData']];
  const listShape = (ctx, value, constructor, tag) => {
    for (const [source, name] of LISTS) {
      const Class = rt.loaded(source)?.[name];
      if (Class === undefined || !(value instanceof Class)) continue;
      const list = [...Class.prototype.entries.call(value)];
      const open = `${prefix(constructor, tag, name, `(${list.length})`)}{`;
      if (list.length === 0) return `${open}}`;
      return shape([open, '}'], [], { entries: (output, level) => mapEntries(ctx, list, output, level) });
    }
    return undefined;
  };

  return { describe };
})
