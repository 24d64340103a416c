// ReadableByteStreamController, and how byte streams come to be.
(function (rt) {
  'use strict';
  const { ArrayBuffer, Number, Symbol, Uint8Array } = rt.primordials;
  const { invoke, isObject, methodOf, promiseResolve, strategyOf, typeError } = rt.use('streams/common');
  const { Stream } = rt.use('streams/readable');
  const { ByteController } = rt.use('streams/byte-controller');
  const { isView } = ArrayBuffer;

  const token = Symbol('ReadableByteStreamController');
  let controllerOf;

  const slots = rt.slots();
  class ReadableByteStreamController {
    constructor(key, controller) {
      if (key !== token) throw rt.illegalConstructor();
      slots.set(this, controller);
      controller.shell = this;
    }
    static {
      controllerOf = (shell) => slots.get(shell);
    }
    get byobRequest() {
      const controller = controllerOf(this);
      if (controller.byobRequest === null && controller.pendingPullIntos.length > 0) {
        const first = controller.pendingPullIntos[0];
        const view = new Uint8Array(first.buffer, first.byteOffset + first.filled, first.byteLength - first.filled);
        controller.byobRequest = rt.use('streams/byob').newRequest(controller, view);
      }
      return controller.byobRequest;
    }
    get desiredSize() {
      return controllerOf(this).desiredSize();
    }
    close() {
      controllerOf(this).close();
    }
    enqueue(chunk) {
      const controller = controllerOf(this);
      if (!isView(chunk)) throw rt.argumentError('enqueue', 'ReadableByteStreamController', 1, 'BufferSource');
      if (chunk.byteLength === 0) throw typeError('Cannot enqueue a zero-length ArrayBuffer.');
      controller.enqueue(chunk);
    }
    error(error) {
      controllerOf(this).error(error);
    }
  }
  rt.expose(ReadableByteStreamController);

  const DICTIONARY = 'UnderlyingSource';

  function setUp(stream, source, strategy) {
    const { mark } = strategyOf(strategy, 0, 'ReadableStream');
    let auto = source.autoAllocateChunkSize;
    if (auto !== undefined) {
      auto = Number(auto);
      if (!(auto > 0)) throw typeError('autoAllocateChunkSize must be greater than 0.');
    }
    const start = methodOf(source, 'start', DICTIONARY);
    const controller = new ByteController(
      stream, methodOf(source, 'pull', DICTIONARY), methodOf(source, 'cancel', DICTIONARY), mark, auto,
    );
    const shell = new ReadableByteStreamController(token, controller);
    controller.begin(invoke(start, shell));
  }

  // A byte stream over algorithms of the runtime. The controller record is what pull gets.
  function create(pull, cancel) {
    const stream = new Stream();
    const controller = new ByteController(stream, pull, cancel, 0, undefined);
    controller.shell = controller;
    controller.begin(promiseResolve(undefined));
    return stream;
  }

  return { ReadableByteStreamController, setUp, create };
})
