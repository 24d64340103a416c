// Looks into iterators of maps and sets, which can be seen only by taking what they give: they give it from a list then.
(function (rt) {
  'use strict';
  const { Map, Object, Set, WeakMap } = rt.primordials;
  const { defineProperty, getPrototypeOf, hasOwn, isExtensible } = Object;
  const prototypes = { __proto__: null, 'Map Iterator': getPrototypeOf(new Map().keys()), 'Set Iterator': getPrototypeOf(new Set().keys()) };
  const steps = { __proto__: null, 'Map Iterator': prototypes['Map Iterator'].next, 'Set Iterator': prototypes['Set Iterator'].next };
  const taken = new WeakMap();

  // The list of what is left, or undefined where it can't be told.
  const rest = (iterator, tag) => {
    const known = taken.get(iterator);
    if (known !== undefined) return known;
    if (getPrototypeOf(iterator) !== prototypes[tag] || prototypes[tag].next !== steps[tag]) return undefined;
    if (!isExtensible(iterator) || hasOwn(iterator, 'next')) return undefined;
    const items = [];
    for (let step = steps[tag].call(iterator); !step.done; step = steps[tag].call(iterator)) items.push(step.value);
    taken.set(iterator, items);
    const next = () => (items.length > 0 ? { value: items.shift(), done: false } : { value: undefined, done: true });
    defineProperty(iterator, 'next', { __proto__: null, value: next, writable: true, configurable: true });
    return items;
  };

  return { rest };
})
