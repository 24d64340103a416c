// Agents of node:http: settings alone, since connections are the platform's affair.
(function (rt) {
  'use strict';
  const EventEmitter = rt.use('node/events');
  const { notImplemented } = rt.use('node/errors');

  class Agent extends EventEmitter {
    static defaultMaxSockets = rt.primordials.Number.POSITIVE_INFINITY;

    constructor(options) {
      super();
      this.defaultPort = 80;
      this.protocol = 'http:';
      this.options = { __proto__: null, ...options, path: null, noDelay: options?.noDelay ?? true };
      this.keepAliveMsecs = options?.keepAliveMsecs ?? 1000;
      this.keepAlive = options?.keepAlive ?? false;
      this.maxSockets = options?.maxSockets ?? Agent.defaultMaxSockets;
      this.maxFreeSockets = options?.maxFreeSockets ?? 256;
      this.maxTotalSockets = options?.maxTotalSockets ?? rt.primordials.Number.POSITIVE_INFINITY;
      this.totalSocketCount = 0;
      this.scheduling = options?.scheduling ?? 'lifo';
      this.requests = { __proto__: null };
      this.sockets = { __proto__: null };
      this.freeSockets = { __proto__: null };
    }

    createConnection() { throw notImplemented('Agent.prototype.createConnection'); }
    getName(options) { return `${options?.host ?? 'localhost'}:${options?.port ?? ''}:${options?.localAddress ?? ''}`; }
    addRequest() {}
    createSocket() { throw notImplemented('Agent.prototype.createSocket'); }
    removeSocket() {}
    keepSocketAlive() { return false; }
    reuseSocket() {}
    destroy() {}
  }

  return { Agent, globalAgent: new Agent({ keepAlive: true, scheduling: 'lifo', timeout: 5000 }) };
})
