// The Date of a worker: the clock stands at 0 while modules are evaluated, and is the invocation's afterwards.
(function (rt) {
  'use strict';
  const { Date: NativeDate, Object, Reflect } = rt.primordials;
  const { now } = rt.io;
  const { StringPrototypeEndsWith: endsWith, StringPrototypeSlice: slice } = rt.primordials;

  const Date = function (...args) {
    if (new.target === undefined) return new NativeDate(now()).toString();
    return Reflect.construct(NativeDate, args.length === 0 ? [now()] : args, new.target === Date ? NativeDate : new.target);
  };

  const method = (key, value) => Object.defineProperty(Date, key, { __proto__: null, value, writable: true, enumerable: false, configurable: true });

  // The zone is UTC always; the engine has another name for it.
  const named = (key) => {
    const native = rt.uncurry(NativeDate.prototype[key]);
    const value = { [key]() { return replace(native(this), '(GMT)', '(Coordinated Universal Time)'); } }[key];
    Object.defineProperty(NativeDate.prototype, key, { __proto__: null, value, writable: true, enumerable: false, configurable: true });
  };
  const replace = (text, from, to) => (endsWith(text, from) ? slice(text, 0, -from.length) + to : text);

  // Called once, before any guest code runs.
  const install = () => {
    named('toString');
    named('toTimeString');
    Object.defineProperty(Date, 'length', { __proto__: null, value: 7, configurable: true });
    method('now', { now() { return now(); } }.now);
    method('parse', NativeDate.parse);
    method('UTC', NativeDate.UTC);
    Object.defineProperty(Date, 'prototype', { __proto__: null, value: NativeDate.prototype, writable: false });
    Object.defineProperty(NativeDate.prototype, 'constructor', { __proto__: null, value: Date, writable: true, enumerable: false, configurable: true });
    Object.defineProperty(rt.global, 'Date', { __proto__: null, value: Date, writable: true, enumerable: false, configurable: true });
  };

  return { install };
})
