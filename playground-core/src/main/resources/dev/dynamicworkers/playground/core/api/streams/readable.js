// ReadableStream, its default reader and its default controller. The public classes are shells around records that the
// runtime works on; byte streams, tee, pipes and iteration live in sources of their own.
(function (rt) {
  'use strict';
  const { ObjectDefineProperty, Symbol } = rt.primordials;
  const { Deferred, Queue, invoke, isObject, methodOf, noop, promiseReject, promiseResolve, strategyOf, then, typeError } =
    rt.use('streams/common');
  const LOCKED = 'This ReadableStream is currently locked to a reader.';
  const RELEASED = 'This ReadableStream reader has been released.';
  const CLOSED = 'This ReadableStream is closed.';

  // ---- the stream ----

  class Stream {
    constructor() {
      this.state = 'readable';
      this.reader = null;
      this.stored = undefined;
      this.disturbed = false;
      this.controller = null;
      // The invocation whose I/O this is, or null for a stream made of plain JavaScript.
      this.owner = null;
      // Bytes that are to come, where the maker knows.
      this.knownLength = null;
      // The text or bytes that the stream was made of, while nothing of it has been given out.
      this.whole = null;
    }
  }

  function closeStream(stream) {
    stream.state = 'closed';
    const reader = stream.reader;
    if (reader === null) return;
    reader.closed.resolve(undefined);
    if (reader.isByob) return;
    const requests = reader.requests;
    reader.requests = new Queue();
    while (requests.length > 0) requests.shift().close();
  }

  function errorStream(stream, error) {
    stream.state = 'errored';
    stream.stored = error;
    const reader = stream.reader;
    if (reader === null) return;
    reader.closed.quiet().reject(error);
    const requests = reader.requests;
    reader.requests = new Queue();
    while (requests.length > 0) requests.shift().error(error);
  }

  function cancelStream(stream, reason) {
    stream.disturbed = true;
    if (stream.state === 'closed') return promiseResolve(undefined);
    if (stream.state === 'errored') return promiseReject(stream.stored);
    const reader = stream.reader;
    closeStream(stream);
    if (reader !== null && reader.isByob) {
      const requests = reader.requests;
      reader.requests = new Queue();
      while (requests.length > 0) requests.shift().close(undefined);
    }
    return then(stream.controller.cancelSteps(reason), noop);
  }

  // ---- readers ----

  class Reader {
    constructor(stream, isByob) {
      this.stream = stream;
      this.isByob = isByob;
      this.requests = new Queue();
      this.closed = new Deferred();
      stream.reader = this;
      if (stream.state === 'closed') this.closed.resolve(undefined);
      else if (stream.state === 'errored') this.closed.quiet().reject(stream.stored);
    }
  }

  function acquireReader(stream) {
    if (stream.reader !== null) throw typeError(LOCKED);
    return new Reader(stream, false);
  }

  function releaseReader(reader) {
    const stream = reader.stream;
    if (stream === null) return;
    const error = typeError(RELEASED);
    if (!reader.closed.settled) reader.closed.quiet().reject(error);
    else {
      reader.closed = new Deferred().quiet();
      reader.closed.reject(error);
    }
    stream.controller?.releaseSteps();
    stream.reader = null;
    reader.stream = null;
    const requests = reader.requests;
    reader.requests = new Queue();
    while (requests.length > 0) requests.shift().error(error);
  }

  // Gives the next chunk to a request: an object with chunk(value), close() and error(e).
  function readInto(reader, request) {
    const stream = reader.stream;
    stream.disturbed = true;
    if (stream.state === 'closed') request.close();
    else if (stream.state === 'errored') request.error(stream.stored);
    else stream.controller.pullSteps(request);
  }

  class PromiseRequest {
    constructor() {
      this.deferred = new Deferred();
    }
    chunk(value) {
      this.deferred.accept({ value, done: false });
    }
    close() {
      this.deferred.accept({ value: undefined, done: true });
    }
    error(error) {
      this.deferred.refuse(error);
    }
  }

  function readPromise(reader) {
    const stream = reader.stream;
    if (stream.owner !== null) {
      try {
        rt.io.check(stream.owner, 'ReadableStreamSource>');
      } catch (error) {
        return promiseReject(error);
      }
    }
    const request = new PromiseRequest();
    readInto(reader, request);
    return request.deferred.promise;
  }

  // ---- the default controller ----

  class DefaultController {
    constructor(stream, pull, cancel, mark, size) {
      this.stream = stream;
      this.pull = pull;
      this.cancel = cancel;
      this.mark = mark;
      this.size = size;
      this.queue = new Queue();
      this.started = false;
      this.closeRequested = false;
      this.pulling = false;
      this.pullAgain = false;
      this.shell = null;
      stream.controller = this;
    }

    begin(started) {
      then(started, () => {
        this.started = true;
        this.pullIfNeeded();
      }, (error) => this.error(error));
    }

    clearAlgorithms() {
      this.pull = this.cancel = this.size = null;
    }

    desiredSize() {
      const { state } = this.stream;
      return state === 'errored' ? null : state === 'closed' ? 0 : this.mark - this.queue.total;
    }

    canCloseOrEnqueue() {
      return !this.closeRequested && this.stream.state === 'readable';
    }

    needsPull() {
      if (!this.started || !this.canCloseOrEnqueue()) return false;
      const { reader } = this.stream;
      return (reader !== null && reader.requests.length > 0) || this.desiredSize() > 0;
    }

    pullIfNeeded() {
      if (!this.needsPull()) return;
      if (this.pulling) {
        this.pullAgain = true;
        return;
      }
      if (this.pull === null) return;
      this.pulling = true;
      then(invoke(this.pull, this.shell), () => {
        this.pulling = false;
        if (this.pullAgain) {
          this.pullAgain = false;
          this.pullIfNeeded();
        }
      }, (error) => this.error(error));
    }

    pullSteps(request) {
      if (this.queue.length === 0) {
        this.stream.reader.requests.push(request, 0);
        this.pullIfNeeded();
        return;
      }
      const chunk = this.queue.shift();
      if (this.closeRequested && this.queue.length === 0) {
        this.clearAlgorithms();
        closeStream(this.stream);
      } else {
        this.pullIfNeeded();
      }
      request.chunk(chunk);
    }

    cancelSteps(reason) {
      this.queue.clear();
      const cancel = this.cancel;
      this.clearAlgorithms();
      return invoke(cancel, reason);
    }

    releaseSteps() {}

    enqueue(chunk) {
      if (!this.canCloseOrEnqueue()) throw typeError(CLOSED);
      const { reader } = this.stream;
      if (reader !== null && reader.requests.length > 0) {
        reader.requests.shift().chunk(chunk);
      } else {
        try {
          this.queue.push(chunk, this.size === null ? 1 : this.size(chunk));
        } catch (error) {
          this.error(error);
          throw error;
        }
      }
      this.pullIfNeeded();
    }

    close() {
      if (!this.canCloseOrEnqueue()) throw typeError(CLOSED);
      this.closeRequested = true;
      if (this.queue.length === 0) {
        this.clearAlgorithms();
        closeStream(this.stream);
      }
    }

    error(error) {
      if (this.stream.state !== 'readable') return;
      this.queue.clear();
      this.clearAlgorithms();
      errorStream(this.stream, error);
    }
  }

  const token = Symbol('ReadableStream');
  let controllerOf, streamOf, replaceStream, isReadableStream;

  class ReadableStreamDefaultController {
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
    get desiredSize() {
      return controllerOf(this).desiredSize();
    }
    close() {
      controllerOf(this).close();
    }
    enqueue(chunk) {
      controllerOf(this).enqueue(chunk);
    }
    error(error) {
      controllerOf(this).error(error);
    }
  }

  class ReadableStreamDefaultReader {
    #reader;
    constructor(stream) {
      if (!isReadableStream(stream)) throw rt.constructorError('ReadableStreamDefaultReader', 1, 'ReadableStream');
      this.#reader = acquireReader(streamOf(stream));
    }
    static #of(shell) {
      if (isObject(shell) && #reader in shell) return shell.#reader;
      throw rt.illegalInvocation();
    }
    get closed() {
      try {
        return ReadableStreamDefaultReader.#of(this).closed.promise;
      } catch (error) {
        return promiseReject(error);
      }
    }
    cancel(reason) {
      try {
        const reader = ReadableStreamDefaultReader.#of(this);
        if (reader.stream === null) throw typeError(RELEASED);
        return cancelStream(reader.stream, reason);
      } catch (error) {
        return promiseReject(error);
      }
    }
    read() {
      try {
        const reader = ReadableStreamDefaultReader.#of(this);
        if (reader.stream === null) throw typeError(RELEASED);
        return readPromise(reader);
      } catch (error) {
        return promiseReject(error);
      }
    }
    releaseLock() {
      releaseReader(ReadableStreamDefaultReader.#of(this));
    }
  }

  // ---- the public class ----

  const DICTIONARY = 'UnderlyingSource';

  function setUpDefault(stream, source, strategy) {
    const { mark, size } = strategyOf(strategy, 1, 'ReadableStream');
    const start = methodOf(source, 'start', DICTIONARY);
    const controller = new DefaultController(
      stream, methodOf(source, 'pull', DICTIONARY), methodOf(source, 'cancel', DICTIONARY), mark, size,
    );
    const shell = new ReadableStreamDefaultController(token, controller);
    controller.begin(promiseResolve(start === null ? undefined : start(shell)));
  }

  class ReadableStream {
    #stream;

    constructor(source, strategy) {
      if (source === token) {
        this.#stream = strategy;
        return;
      }
      if (source !== undefined && source !== null && !isObject(source)) throw rt.constructorError('ReadableStream', 1, DICTIONARY);
      const given = source ?? undefined;
      const type = given?.type;
      this.#stream = new Stream();
      if (type === undefined || `${type}` === '') setUpDefault(this.#stream, given, strategy);
      else if (`${type}` === 'bytes') rt.use('streams/bytes').setUp(this.#stream, given, strategy);
      else throw typeError(`"${type}" is not a valid type of ReadableStream.`);
    }

    static {
      isReadableStream = (value) => isObject(value) && #stream in value;
      streamOf = (shell) => {
        if (isReadableStream(shell)) return shell.#stream;
        throw rt.illegalInvocation();
      };
      replaceStream = (shell, stream) => {
        shell.#stream = stream;
      };
    }

    static from(iterable) {
      return rt.use('streams/iterate').from(iterable);
    }

    get locked() {
      return streamOf(this).reader !== null;
    }

    cancel(reason) {
      try {
        const stream = streamOf(this);
        if (stream.reader !== null) throw typeError(LOCKED);
        return cancelStream(stream, reason);
      } catch (error) {
        return promiseReject(error);
      }
    }

    getReader(options) {
      const stream = streamOf(this);
      if (stream.owner !== null) rt.io.check(stream.owner, 'ReadableStreamSource>');
      if (options !== undefined && options !== null) {
        if (!isObject(options)) throw rt.argumentError('getReader', 'ReadableStream', 1, 'GetReaderOptions');
        const { mode } = options;
        if (mode !== undefined) {
          if (`${mode}` !== 'byob') throw typeError('mode must be undefined or \'byob\' in call to getReader().');
          return rt.use('streams/byob').newReader(this);
        }
      }
      return new ReadableStreamDefaultReader(this);
    }

    pipeThrough(transform, options) {
      const stream = streamOf(this);
      if (!isObject(transform)) throw rt.argumentError('pipeThrough', 'ReadableStream', 1, 'ReadableWritablePair');
      const { readable, writable } = transform;
      const { isWritableStream, writableOf } = rt.use('streams/writable');
      if (!isReadableStream(readable)) throw rt.fieldError('readable', 'ReadableWritablePair', 'ReadableStream');
      if (!isWritableStream(writable)) throw rt.fieldError('writable', 'ReadableWritablePair', 'WritableStream');
      if (stream.reader !== null) throw typeError(LOCKED);
      if (writableOf(writable).writer !== null) throw typeError('This WritableStream is currently locked to a writer.');
      const { optionsOf, pipe } = rt.use('streams/pipe');
      then(pipe(stream, writableOf(writable), optionsOf(options, 'pipeThrough')), undefined, noop);
      return readable;
    }

    pipeTo(destination, options) {
      try {
        const stream = streamOf(this);
        const { isWritableStream, writableOf } = rt.use('streams/writable');
        if (!isWritableStream(destination)) throw rt.argumentError('pipeTo', 'ReadableStream', 1, 'WritableStream');
        const { optionsOf, pipe } = rt.use('streams/pipe');
        const given = optionsOf(options, 'pipeTo');
        if (stream.reader !== null) throw typeError(LOCKED);
        if (writableOf(destination).writer !== null) throw typeError('This WritableStream is currently locked to a writer.');
        return pipe(stream, writableOf(destination), given);
      } catch (error) {
        return promiseReject(error);
      }
    }

    tee() {
      return rt.use('streams/tee').tee(streamOf(this));
    }

    values(options) {
      return rt.use('streams/iterate').iterate(streamOf(this), options);
    }
  }

  rt.expose(ReadableStreamDefaultController);
  rt.expose(ReadableStreamDefaultReader);
  rt.expose(ReadableStream);
  ObjectDefineProperty(ReadableStream, 'from', { enumerable: true });
  ObjectDefineProperty(ReadableStream.prototype, Symbol.asyncIterator, {
    value: ReadableStream.prototype.values, writable: true, configurable: true,
  });

  const wrap = (stream) => new ReadableStream(token, stream);

  // A stream over algorithms of the runtime. The controller record is what pull gets.
  function createDefault(start, pull, cancel, mark = 1, size = null) {
    const stream = new Stream();
    const controller = new DefaultController(stream, pull, cancel, mark, size);
    controller.shell = controller;
    controller.begin(promiseResolve(start === null ? undefined : start(controller)));
    return stream;
  }

  return {
    ReadableStream, ReadableStreamDefaultReader, ReadableStreamDefaultController, Reader, Stream, isReadableStream, streamOf, replaceStream,
    wrap, createDefault, acquireReader, releaseReader, readInto, readPromise, cancelStream, closeStream, errorStream,
    isDisturbed: (shell) => streamOf(shell).disturbed,
    isLocked: (shell) => streamOf(shell).reader !== null,
    LOCKED, RELEASED, CLOSED,
  };
})
