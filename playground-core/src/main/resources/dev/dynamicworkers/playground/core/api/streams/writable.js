// WritableStream, its writer and its controller.
(function (rt) {
  'use strict';
  const { RangeError, Symbol } = rt.primordials;
  const { invoke, isObject, methodOf, promiseReject, strategyOf, typeError } = rt.use('streams/common');
  const { Controller, Writable, acquireWriter, LOCKED, RELEASED } = rt.use('streams/writable-records');

  const token = Symbol('WritableStream');
  let controllerOf, isWritableStream, writableOf, replaceWritable;

  const controllerSlots = rt.slots();
  class WritableStreamDefaultController {
    constructor(key, controller) {
      if (key !== token) throw rt.illegalConstructor();
      controllerSlots.set(this, controller);
      controller.shell = this;
    }
    static {
      controllerOf = (shell) => controllerSlots.get(shell);
    }
    get signal() {
      return controllerOf(this).abortSignal();
    }
    error(error) {
      controllerOf(this).errorIfNeeded(error);
    }
  }

  const writerSlots = rt.slots();
  class WritableStreamDefaultWriter {
    constructor(stream) {
      if (!isWritableStream(stream)) throw rt.constructorError('WritableStreamDefaultWriter', 1, 'WritableStream');
      writerSlots.set(this, acquireWriter(writableOf(stream)));
    }
    // Runs an operation that answers with a promise on a writer that is still attached.
    get closed() {
      return writerOf(this).closed.promise;
    }
    get ready() {
      return writerOf(this).ready.promise;
    }
    get desiredSize() {
      const writer = writerOf(this);
      if (writer.stream === null) throw typeError(RELEASED);
      return writer.desiredSize();
    }
    abort(reason) {
      return attempt(this, (writer) => writer.stream.abort(reason));
    }
    close() {
      return attempt(this, (writer) => writer.stream.close());
    }
    write(chunk) {
      return attempt(this, (writer) => writer.write(chunk));
    }
    releaseLock() {
      const writer = writerOf(this);
      if (writer.stream !== null) writer.release();
    }
  }

  function writerOf(shell) {
    return writerSlots.get(shell);
  }

  function attempt(shell, operation) {
    try {
      const writer = writerOf(shell);
      if (writer.stream === null) throw typeError(RELEASED);
      return operation(writer);
    } catch (error) {
      return promiseReject(error);
    }
  }

  const DICTIONARY = 'UnderlyingSink';

  function setUp(stream, sink, strategy) {
    const { mark, size } = strategyOf(strategy, 1, 'WritableStream');
    const start = methodOf(sink, 'start', DICTIONARY);
    const controller = new Controller(
      stream, methodOf(sink, 'write', DICTIONARY), methodOf(sink, 'close', DICTIONARY), methodOf(sink, 'abort', DICTIONARY), mark, size,
    );
    const shell = new WritableStreamDefaultController(token, controller);
    controller.begin(invoke(start, shell));
  }

  const streamSlots = rt.slots();
  class WritableStream {
    constructor(sink, strategy) {
      if (sink === token) {
        streamSlots.set(this, strategy);
        return;
      }
      if (sink !== undefined && sink !== null && !isObject(sink)) throw rt.constructorError('WritableStream', 1, DICTIONARY);
      const given = sink ?? undefined;
      if (given?.type !== undefined) throw new RangeError('WritableStream type must be undefined.');
      streamSlots.set(this, new Writable());
      setUp(streamSlots.get(this), given, strategy);
    }

    static {
      isWritableStream = (value) => streamSlots.has(value);
      writableOf = (shell) => streamSlots.get(shell);
      replaceWritable = (shell, stream) => {
        streamSlots.set(shell, stream);
      };
    }

    get locked() {
      return writableOf(this).writer !== null;
    }

    abort(reason) {
      try {
        const stream = writableOf(this);
        if (stream.writer !== null) throw typeError(LOCKED);
        return stream.abort(reason);
      } catch (error) {
        return promiseReject(error);
      }
    }

    close() {
      try {
        const stream = writableOf(this);
        if (stream.writer !== null) throw typeError(LOCKED);
        return stream.close();
      } catch (error) {
        return promiseReject(error);
      }
    }

    getWriter() {
      writableOf(this);
      return new WritableStreamDefaultWriter(this);
    }
  }

  rt.expose(WritableStreamDefaultController);
  rt.expose(WritableStreamDefaultWriter);
  rt.expose(WritableStream);

  // A stream over algorithms of the runtime; the controller record is what write gets.
  function create(started, write, close, abort, mark = 1, size = null) {
    const stream = new Writable();
    const controller = new Controller(stream, write, close, abort, mark, size);
    controller.shell = controller;
    controller.begin(started);
    return stream;
  }

  return {
    WritableStream, WritableStreamDefaultWriter, WritableStreamDefaultController, Writable, isWritableStream, writableOf, replaceWritable,
    acquireWriter, create, wrap: (stream) => new WritableStream(token, stream),
  };
})
