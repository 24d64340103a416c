// Queue events: the batch of messages that a consumer gets, what it decides about each, and a stub's queue().
(function (rt) {
  'use strict';
  const { Array, Date, Map, Promise, Set, TypeError, Uint8Array, WeakMap, ArrayIsArray, JSONParse, MathTrunc, ObjectCreate, ObjectDefineProperty } = rt.primordials;

  // What is decided so far about one batch. The first word counts: about a message, and about the batch.
  class Decisions {
    constructor(decide) {
      this.decide = decide;
      this.ackAll = false;
      this.retryBatch = { retry: false };
      this.acks = new Set();
      this.retries = new Map();
    }
    tell() {
      this.decide({
        ackAll: this.ackAll,
        retryBatch: this.retryBatch,
        explicitAcks: [...this.acks],
        retryMessages: Array.from(this.retries, ({ 0: msgId, 1: delay }) => (delay === undefined ? { msgId } : { msgId, delaySeconds: delay })),
      });
    }
    ackBatch() {
      if (this.ackAll) return;
      if (this.retryBatch.retry) return ignored('ackAll() after retryAll()');
      this.ackAll = true;
      this.tell();
    }
    retryAll(delaySeconds) {
      if (this.ackAll) return ignored('retryAll() after ackAll()');
      this.retryBatch = delaySeconds === undefined ? { retry: true } : { retry: true, delaySeconds };
      this.tell();
    }
    ack(id) {
      if (this.ackAll || this.acks.has(id)) return;
      if (this.retries.has(id) || this.retryBatch.retry) return ignored(`ack() of message ${id} after it was to be retried`);
      this.acks.add(id);
      this.tell();
    }
    retry(id, delaySeconds) {
      if (this.ackAll || this.acks.has(id)) return ignored(`retry() of message ${id} after it was acknowledged`);
      this.retries.set(id, delaySeconds);
      this.tell();
    }
  }

  const ignored = (what) => rt.host('io.note')(`A call has no effect in a queue handler: ${what}.`);

  function delayOf(options, method, Class) {
    if (options === undefined || options === null) return undefined;
    if (typeof options !== 'object') throw rt.argumentError(method, Class, 1, 'QueueRetryOptions');
    const { delaySeconds } = options;
    return delaySeconds === undefined ? undefined : MathTrunc(Number(delaySeconds)) | 0;
  }

  const owners = new WeakMap();
  const ownerOf = (object) => {
    const owner = owners.get(object);
    if (owner === undefined) throw rt.illegalInvocation();
    return owner;
  };

  class QueueMessage {
    constructor() {
      throw rt.illegalConstructor();
    }
    ack() {
      ownerOf(this).ack(this.id);
    }
    retry(options) {
      ownerOf(this).retry(this.id, delayOf(options, 'retry', 'QueueMessage'));
    }
  }
  rt.expose(QueueMessage);

  class QueueController {
    constructor() {
      throw rt.illegalConstructor();
    }
    ackAll() {
      ownerOf(this).ackBatch();
    }
    retryAll(options) {
      ownerOf(this).retryAll(delayOf(options, 'retryAll', 'QueueController'));
    }
  }
  rt.expose(QueueController);

  function make(Class, owner, values) {
    const object = ObjectCreate(Class.prototype);
    for (const { 0: key, 1: value } of values) ObjectDefineProperty(object, key, { value, enumerable: true, configurable: true });
    owners.set(object, owner);
    return object;
  }

  // Messages from outside carry text: JSON, text as it is, bytes in Base64, or a structured clone.
  function bodyOf({ contentType, body, special, buffers }) {
    switch (contentType) {
      case 'v8':
        return rt.use('rpc/clone').read({ text: body, special, capabilities: null, buffers: buffers.map((text) => Uint8Array.fromBase64(text)) });
      case 'json':
        return JSONParse(body);
      case 'bytes':
        return Uint8Array.fromBase64(body).buffer;
      default:
        return body;
    }
  }

  function controller({ queue, messages, metrics = { backlogCount: 0, backlogBytes: 0 } }, decide) {
    const decisions = new Decisions(decide);
    const list = messages.map((message) => make(QueueMessage, decisions, [
      ['attempts', message.attempts], ['body', bodyOf(message)], ['timestamp', new Date(message.timestamp)], ['id', message.id],
    ]));
    if (metrics.oldestMessageTimestamp !== undefined) metrics.oldestMessageTimestamp = new Date(metrics.oldestMessageTimestamp);
    const metadata = { metrics };
    return make(QueueController, decisions, [['metadata', metadata], ['queue', queue], ['messages', list]]);
  }

  // ---- `stub.queue(name, messages)` ----

  function toMessage(given) {
    if (given === null || typeof given !== 'object') throw rt.argumentError('queue', 'Fetcher', 2, 'Array');
    const { id, timestamp, attempts, body } = given;
    if (!(timestamp instanceof Date) && typeof timestamp !== 'number') throw rt.fieldError('timestamp', 'ServiceBindingQueueMessage', 'date');
    const count = Number(attempts ?? 0);
    if (count !== count) throw new TypeError('The value cannot be converted because it is not an integer.');
    if (given.serializedBody !== undefined) {
      throw new TypeError("Messages with a 'serializedBody' are not supported by the playground's Fetcher.queue(): give 'body' instead.");
    }
    if (body === undefined) throw new TypeError('Expected one of body or serializedBody for each message');
    return { id: `${id}`, timestamp: Number(timestamp), attempts: count & 0xffff, body };
  }

  function send(root, args) {
    const [name, messages] = args;
    try {
      if (args.length === 0) throw rt.argumentError('queue', 'Fetcher', 1, 'string');
      if (!ArrayIsArray(messages)) throw rt.argumentError('queue', 'Fetcher', 2, 'Array');
      const queue = `${name}`;
      const event = { queue, messages: messages.map(toMessage) };
      const payload = rt.use('rpc/clone').write(event, 'env', undefined, 'batch');
      const detail = { batchSize: messages.length, queue };
      return rt.use('io/handlers').send(root.check(), 'queue', `${queue}, ${messages.length} messages`, detail, payload, result);
    } catch (error) {
      return Promise.reject(error);
    }
  }

  const result = (outcome, { ackAll = false, retryBatch = { retry: false }, explicitAcks = [], retryMessages = [] }) =>
    ({ outcome, ackAll, retryBatch, explicitAcks, retryMessages });

  return { controller, send };
})
