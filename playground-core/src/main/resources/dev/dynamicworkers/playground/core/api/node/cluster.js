// node:cluster: what a primary without workers says; it can't fork.
(function (rt) {
  'use strict';
  const EventEmitter = rt.use('node/events');
  const { notImplemented } = rt.use('node/errors');

  class Worker extends EventEmitter {
    _connected = false;
    id = 0;

    get process() { return rt.use('node/process'); }
    get exitedAfterDisconnect() { return this._connected; }
    isConnected() { return this._connected; }
    isDead() { return true; }
    send() { return false; }
    kill() {}
    destroy() {}
    disconnect() { this._connected = false; }
  }

  class Cluster extends EventEmitter {
    isMaster = true;
    isPrimary = true;
    isWorker = false;
    SCHED_NONE = 1;
    SCHED_RR = 2;
    schedulingPolicy = 2;
    settings = {};
    workers = {};
    Worker = Worker;

    setupPrimary() { throw notImplemented('cluster.setupPrimary'); }
    setupMaster() { throw notImplemented('cluster.setupWorker'); }
    fork() { throw notImplemented('cluster.fork'); }
    disconnect() {}
  }

  const cluster = new Cluster();
  return rt.primordials.Object.defineProperty(cluster, 'Cluster', { __proto__: null, value: Cluster, enumerable: false });
})
