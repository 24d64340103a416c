// What an error says that it comes from, on its way to people: its own `cause`, the `errors` of an AggregateError, `error` and
// `suppressed` of a SuppressedError. Only properties that are data are read, so that no code of the guest runs, and no more than people can read.
(function (rt) {
  'use strict';
  const { AggregateError, ArrayIsArray, Error, JSONStringify, ReflectGetOwnPropertyDescriptor, StringPrototypeSlice } = rt.primordials;
  const MOST = 20;
  const DEEPEST = 8;
  const LONGEST = 8000;
  const LONGEST_STACK = 16384;
  const { describe, isSuppressedError } = rt.use('io/report');

  const ownData = (object, key) => {
    const found = ReflectGetOwnPropertyDescriptor(object, key);
    return found !== undefined && 'value' in found ? found : undefined;
  };

  // JSON for the host; null where an error has no causes.
  function of(error) {
    try {
      const budget = { left: MOST, path: [error] };
      const told = causes(error, 0, budget);
      return told === null ? null : JSONStringify(told);
    } catch {
      // A hostile proxy: the error alone is told.
      return null;
    }
  }

  // { cause, error, suppressed, errors, more } or null
  function causes(error, depth, budget) {
    const cause = ownData(error, 'cause');
    const list = error instanceof AggregateError ? ownData(error, 'errors')?.value : undefined;
    const count = ArrayIsArray(list) ? list.length : 0;
    const hiding = isSuppressedError(error);
    if (cause === undefined && count === 0 && !hiding) return null;
    const told = { more: 0 };
    const tell = (key, property) => {
      if (property === undefined) return;
      const node = one(property.value, depth, budget);
      if (node === null) told.more++;
      else if (node !== undefined) told[key] = node;
    };
    tell('cause', cause);
    if (hiding) {
      tell('error', ownData(error, 'error'));
      tell('suppressed', ownData(error, 'suppressed'));
    }
    if (count > 0) {
      const errors = [];
      for (let i = 0; i < count; i++) {
        const node = one(ownData(list, i)?.value, depth, budget);
        if (node === null) {
          told.more += count - i;
          break;
        }
        if (node !== undefined) errors[errors.length] = node;
      }
      told.errors = errors;
    }
    return told;
  }

  // null: there is no room for it; undefined: it stands further out already.
  function one(value, depth, budget) {
    const { path } = budget;
    for (let i = 0; i < path.length; i++) if (path[i] === value) return undefined;
    if (budget.left === 0 || depth === DEEPEST) return null;
    budget.left--;
    if (!isError(value)) return { name: '', message: clipped(printed(value)) };
    const { name, message, stack } = describe(value);
    const node = { name: StringPrototypeSlice(name, 0, 200), message: clipped(message), stack: framesOf(stack) };
    path[path.length] = value;
    const deeper = causes(value, depth + 1, budget);
    path.length--;
    if (deeper !== null) {
      node.cause = deeper.cause;
      node.error = deeper.error;
      node.suppressed = deeper.suppressed;
      node.errors = deeper.errors;
      node.more = deeper.more;
    }
    return node;
  }

  function isError(value) {
    const dom = rt.loaded('events/domexception');
    return value instanceof Error || (dom !== undefined && value instanceof dom.DOMException);
  }

  const clipped = (text) => StringPrototypeSlice(text, 0, LONGEST);

  function framesOf(stack) {
    const at = stack.indexOf('\n    at ');
    return at < 0 ? '' : StringPrototypeSlice(stack, at + 1, at + 1 + LONGEST_STACK);
  }

  function printed(value) {
    try {
      const { MOST_VALUES, inspect } = rt.use('console/inspect');
      const short = typeof value === 'string' ? StringPrototypeSlice(value, 0, LONGEST) : value;
      return inspect(short, { depth: 1, customInspect: false, [MOST_VALUES]: 300 });
    } catch {
      return describe(value).message;
    }
  }

  return { of };
})
