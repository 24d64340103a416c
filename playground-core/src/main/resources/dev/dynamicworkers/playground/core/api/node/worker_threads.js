// node:worker_threads: present, and refusing.
(function (rt) {
  'use strict';
  return rt.use('node/refusing').refusing(
    'worker_threads',
    'getEnvironmentData markAsUntransferable moveMessagePortToContext receiveMessageOnPort setEnvironmentData',
    'BroadcastChannel Worker',
    { isMainThread: true, parentPort: null, threadId: 0, workerData: null, resourceLimits: {}, SHARE_ENV: rt.primordials.Symbol('SHARE_ENV'), get MessageChannel() { return rt.use('events/message-channel').MessageChannel; }, get MessagePort() { return rt.use('events/message-channel').MessagePort; } },
  );
})
