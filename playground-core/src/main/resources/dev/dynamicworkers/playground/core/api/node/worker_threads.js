// node:worker_threads: the main thread of a program that can't have others.
(function (rt) {
  'use strict';
  const { Map, Symbol, WeakSet } = rt.primordials;
  const environment = new Map();
  const untransferable = new WeakSet();
  const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function';
  return rt.use('node/refusing').refusing('', 'postMessageToThread', 'BroadcastChannel Worker', {
    isInternalThread: false, isMainThread: true, parentPort: null, threadId: 0, workerData: null, resourceLimits: {},
    SHARE_ENV: Symbol.for('nodejs.worker_threads.SHARE_ENV'),
    getEnvironmentData: (key) => environment.get(key),
    setEnvironmentData(key, value) {
      if (value === undefined) environment.delete(key);
      else environment.set(key, value);
    },
    markAsUntransferable(object) { if (isObject(object)) untransferable.add(object); },
    isMarkedAsUntransferable: (object) => isObject(object) && untransferable.has(object),
    markAsUncloneable() {},
    moveMessagePortToContext: (port) => port,
    receiveMessageOnPort() {},
    MessageChannel: rt.use('events/message-channel').MessageChannel,
    MessagePort: rt.use('events/message-channel').MessagePort,
  });
})
