// WorkerQueue: the sending end of a queue. Bodies are made into what is kept here; limits are checked by the host.
(function (rt) {
  'use strict';
  const {
    Date, Error, JSONStringify, Number, String, Symbol, TypeError, Uint8Array, ArrayBufferIsView, MathTrunc, StringPrototypeToWellFormed,
  } = rt.primordials;
  const { call, handleOf, make } = rt.use('binding/calls');
  const hostSend = rt.host('queue.send');
  const hostMetrics = rt.host('queue.metrics');
  const TYPES = { __proto__: null, text: true, bytes: true, json: true, v8: true };

  function dictionary(value, method, n, type) {
    if (value === undefined || value === null) return {};
    if (typeof value !== 'object' && typeof value !== 'function') throw rt.argumentError(method, 'WorkerQueue', n, type);
    return value;
  }

  // Web IDL long, which does not wrap around.
  function delayOf(value) {
    if (value === undefined) return null;
    const number = Number(value);
    if (number > 2147483647 || number < -2147483648) {
      throw new TypeError('Value out of range. Must be between -2147483648 and 2147483647 (inclusive).');
    }
    return number !== number ? 0 : MathTrunc(number);
  }

  function typeOf(value) {
    if (value === undefined) return rt.compat.has('queues_json_messages') ? 'json' : 'v8';
    const type = String(value).toLowerCase();
    if (TYPES[type] !== true) throw new TypeError(`Unsupported queue message content type: ${value}`);
    return type;
  }

  const kindOf = (value) => (value === null ? 'object' : typeof value);

  // What the host keeps of a message: content type, body, tags, buffers, delay.
  function pack(body, contentType, delaySeconds) {
    if (body === undefined) throw new TypeError('Message body cannot be undefined');
    const type = typeOf(contentType);
    const delay = delayOf(delaySeconds);
    switch (type) {
      case 'text':
        if (typeof body !== 'string') throw new TypeError(`Content Type "text" requires a value of type string, but received: ${kindOf(body)}`);
        return [type, StringPrototypeToWellFormed(body), false, null, delay];
      case 'bytes':
        if (!ArrayBufferIsView(body)) throw new TypeError(`Content Type "bytes" requires a value of type ArrayBufferView, but received: ${kindOf(body)}`);
        return [type, new Uint8Array(body.buffer, body.byteOffset, body.byteLength), false, null, delay];
      case 'json': {
        const text = JSONStringify(body);
        if (text === undefined) throw new TypeError('The message body cannot be written as JSON.');
        return [type, StringPrototypeToWellFormed(text), false, null, delay];
      }
      default: {
        const payload = rt.use('rpc/clone').write(body, 'local');
        if (payload.capabilities !== null) {
          throw rt.domException('DataCloneError', 'Could not serialize object of type "Fetcher". This type does not support serialization.');
        }
        return [type, payload.text, payload.special, payload.buffers, delay];
      }
    }
  }

  function metricsOf(answer) {
    const metrics = { backlogCount: answer[0], backlogBytes: answer[1] };
    if (answer[2] !== null && answer[2] !== undefined) metrics.oldestMessageTimestamp = new Date(answer[2]);
    return metrics;
  }
  const sent = (answer) => ({ metadata: { metrics: metricsOf(answer) } });

  class WorkerQueue {
    constructor() {
      throw rt.illegalConstructor();
    }

    async send(body, options) {
      const handle = handleOf(this);
      const { contentType, delaySeconds } = dictionary(options, 'send', 2, 'SendOptions');
      const message = pack(body, contentType, delaySeconds);
      return call((op) => hostSend(op, handle, 'send', null, [message]), sent);
    }

    async sendBatch(messages, options) {
      const handle = handleOf(this);
      if (messages === null || typeof messages !== 'object' || typeof messages[Symbol.iterator] !== 'function') {
        throw rt.argumentError('sendBatch', 'WorkerQueue', 1, 'Sequence');
      }
      const { delaySeconds } = dictionary(options, 'sendBatch', 2, 'SendBatchOptions');
      const delay = delayOf(delaySeconds);
      const batch = [];
      for (const message of messages) {
        if (message === null || typeof message !== 'object') {
          throw rt.argumentError('sendBatch', 'WorkerQueue', 1, 'Sequence');
        }
        batch[batch.length] = pack(message.body, message.contentType, message.delaySeconds);
      }
      if (batch.length === 0) throw new TypeError('sendBatch() requires at least one message');
      return call((op) => hostSend(op, handle, 'sendBatch', delay, batch), sent);
    }

    async metrics() {
      const handle = handleOf(this);
      return call((op) => hostMetrics(op, handle), metricsOf);
    }
  }
  rt.expose(WorkerQueue);

  return { WorkerQueue, make: (handle) => make(WorkerQueue, handle) };
})
