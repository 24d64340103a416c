// Objects of this isolate that others hold stubs of.
(function (rt) {
  'use strict';
  const { Map, Symbol } = rt.primordials;
  const targets = new Map();
  let lastTarget = 0;

  // A stub of a local object is not wrapped again: its own handle travels.
  function exportTarget(target) {
    const id = ++lastTarget;
    targets.set(id, { target, invocation: rt.io.require() });
    return id;
  }

  const targetOf = (id) => targets.get(id);

  // Nobody holds a stub of a local object any more.
  function dropTarget(id) {
    const entry = targets.get(id);
    if (entry === undefined) return;
    targets.delete(id);
    const disposer = entry.target[Symbol.dispose];
    if (typeof disposer === 'function') disposer.call(entry.target);
  }

  return { exportTarget, targetOf, dropTarget };
})
