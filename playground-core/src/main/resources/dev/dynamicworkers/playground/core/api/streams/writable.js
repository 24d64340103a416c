// WritableStream, its writer and its controller.
(function (rt) {
  'use strict';
  const { RangeError, Symbol } = rt.primordials;
  const { invoke, isObject, methodOf, promiseReject, strategyOf, typeError } = rt.use('streams/common');
  const { Controller, Writable, acquireWriter, LOCKED, RELEASED } = rt.use('streams/writable-records');

  const token = Symbol('WritableStream');
  let controllerOf, isWritableStream, writableOf, replaceWritable;

  class WritableStreamDefaultController {
    #controller;
    constructor(key, controller) {
      if (key !== token) throw rt.illegalConstructor();
      this.#controller = controller;
      controller.shell = this;
    }
    static {
      controllerOf = (shell) => {
        if (isObject(shell) && #controller in shell) return shell.#controller;
        throw rt.illegalInvocation();
      };
    }
    get signal() {
      return controllerOf(this).abortSignal();
    }
    error(error) {
      controllerOf(this).errorIfNeeded(error);
    }
  }

  class WritableStreamDefaultWriter {
    #writer;
    constructor(stream) {
      if (!isWritableStream(stream)) throw rt.constructorError('WritableStreamDefaultWriter', 1, 'WritableStream');
      this.#writer = acquireWriter(writableOf(stream));
    }
    static #of(shell) {
      if (isObject(shell) && #writer in shell) return shell.#writer;
      throw rt.illegalInvocation();
    }
    // Runs an operation that answers with a promise on a writer that is still attached.
    static #attempt(shell, operation) {
      try {
        const writer = WritableStreamDefaultWriter.#of(shell);
        if (writer.stream === null) throw typeError(RELEASED);
        return operation(writer);
      } catch (error) {
        return promiseReject(error);
      }
    }
    get closed() {
      return WritableStreamDefaultWriter.#of(this).closed.promise;
    }
    get ready() {
      return WritableStreamDefaultWriter.#of(this).ready.promise;
    }
    get desiredSize() {
      const writer = WritableStreamDefaultWriter.#of(this);
      if (writer.stream === null) throw typeError(RELEASED);
      return writer.desiredSize();
    }
    abort(reason) {
      return WritableStreamDefaultWriter.#attempt(this, (writer) => writer.stream.abort(reason));
    }
    close() {
      return WritableStreamDefaultWriter.#attempt(this, (writer) => writer.stream.close());
    }
    write(chunk) {
      return WritableStreamDefaultWriter.#attempt(this, (writer) => writer.write(chunk));
    }
    releaseLock() {
      const writer = WritableStreamDefaultWriter.#of(this);
      if (writer.stream !== null) writer.release();
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

  class WritableStream {
    #stream;

    constructor(sink, strategy) {
      if (sink === token) {
        this.#stream = strategy;
        return;
      }
      if (sink !== undefined && sink !== null && !isObject(sink)) throw rt.constructorError('WritableStream', 1, DICTIONARY);
      const given = sink ?? undefined;
      if (given?.type !== undefined) throw new RangeError('WritableStream type must be undefined.');
      this.#stream = new Writable();
      setUp(this.#stream, given, strategy);
    }

    static {
      isWritableStream = (value) => isObject(value) && #stream in value;
      writableOf = (shell) => {
        if (isWritableStream(shell)) return shell.#stream;
        throw rt.illegalInvocation();
      };
      replaceWritable = (shell, stream) => {
        shell.#stream = stream;
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
