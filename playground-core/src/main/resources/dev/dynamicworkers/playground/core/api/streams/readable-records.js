// What is behind ReadableStream, its default reader and its default controller: records that the Streams standard's
// operations work on.
(function (rt) {
  'use strict';
  const { Deferred, Queue, invoke, noop, promiseReject, promiseResolve, then, typeError } = rt.use('streams/common');
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
      // Whether the runtime itself reads it, for which no chunk has to be small.
      this.isTakenWhole = false;
      // Handle of the stream elsewhere that it was made over and that nobody has read from yet (`streams/host`).
      this.passage = 0;
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
      if (state === 'errored') return null;
      return state === 'closed' || this.closeRequested ? 0 : this.mark - this.queue.total;
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
      if (!this.canCloseOrEnqueue()) throw typeError('Unable to enqueue');
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

  return {
    DefaultController, Reader, Stream, acquireReader, cancelStream, closeStream, errorStream, readInto, readPromise, releaseReader, LOCKED,
    RELEASED, CLOSED,
  };
})
