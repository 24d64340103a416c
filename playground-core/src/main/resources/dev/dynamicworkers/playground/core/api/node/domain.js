// node:domain: domains that run functions and report no errors.
(function (rt) {
  'use strict';
  const EventEmitter = rt.use('node/events');

  class Domain extends EventEmitter {
    members = undefined;

    add() {}
    remove() {}
    enter() {}
    exit() {}
    run(callback, ...args) { return callback.apply(this, args); }
    bind(callback) { return callback; }
    intercept(callback) { return callback; }
  }

  const createDomain = () => new Domain();
  return { Domain, createDomain, create: createDomain, active: null };
})
