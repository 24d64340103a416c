// What bindings have in common: objects of `env` that stand for something of the host, and their calls of it.
(function (rt) {
  'use strict';
  const { WeakMap, ObjectCreate, JSONParse, PromisePrototypeThen } = rt.primordials;
  const owners = new WeakMap();
  const refusals = new WeakMap();

  // An object of a class that guest code can't construct, for the host object behind a handle.
  // refusal: why it can't be cloned, where the platform has words of its own for that
  function make(Class, handle, refusal) {
    const object = ObjectCreate(Class.prototype);
    owners.set(object, handle);
    return refuse(object, refusal ?? Class.name);
  }

  // name: of the class that can't be cloned, or the platform's own sentence about it
  function refuse(object, name) {
    refusals.set(object, name.includes(' ') ? name : `Could not serialize object of type "${name}". This type does not support serialization.`);
    return object;
  }

  function handleOf(object) {
    const handle = owners.get(object);
    if (handle === undefined) throw rt.illegalInvocation();
    return handle;
  }

  // A call of the host. `begin` gets the number of the operation; `read` makes the result of what the host answers,
  // unless the playground answers in place of the binding.
  function call(begin, read) {
    return PromisePrototypeThen(rt.io.op(begin), (answer) => (answer.length === 2 ? JSONParse(answer[1]) : read(answer[0])));
  }

  return { make, refuse, handleOf, call, refusalOf: (object) => refusals.get(object) };
})
