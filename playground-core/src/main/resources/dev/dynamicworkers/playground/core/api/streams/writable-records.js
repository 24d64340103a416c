// What is behind WritableStream and its writer: records that the Streams standard's operations work on.
(function (rt) {
  'use strict';
  const { Symbol } = rt.primordials;
  const { Deferred, Queue, invoke, promiseReject, promiseResolve, then, typeError } = rt.use('streams/common');
  const LOCKED = 'This WritableStream is currently locked to a writer.';
  const RELEASED = 'This WritableStream writer has been released.';
  const CLOSED = 'This WritableStream has been closed.';
  // Stands in the queue for the end.
  const CLOSE = Symbol('close');

  class Writable {
    constructor() {
      this.state = 'writable';
      this.stored = undefined;
      this.writer = null;
      this.controller = null;
      this.backpressure = false;
      this.writeRequests = new Queue();
      this.inFlightWrite = null;
      this.closeRequest = null;
      this.inFlightClose = null;
      this.pendingAbort = null;
      this.expectsBytes = false;
    }

    closeQueuedOrInFlight() {
      return this.closeRequest !== null || this.inFlightClose !== null;
    }

    // ---- abort, close and failure ----

    abort(reason) {
      if (this.state === 'closed' || this.state === 'errored') return promiseResolve(undefined);
      this.controller.signalAbort(reason);
      // A listener of the signal may have changed the state.
      if (this.state === 'closed' || this.state === 'errored') return promiseResolve(undefined);
      if (this.pendingAbort !== null) return this.pendingAbort.deferred.promise;
      const wasErroring = this.state === 'erroring';
      const deferred = new Deferred();
      this.pendingAbort = { deferred, reason: wasErroring ? undefined : reason, wasErroring };
      if (!wasErroring) this.startErroring(reason);
      return deferred.promise;
    }

    close() {
      if (this.state === 'closed' || this.state === 'errored') return promiseReject(typeError(CLOSED));
      if (this.closeQueuedOrInFlight()) return promiseReject(typeError(CLOSED));
      const deferred = new Deferred();
      this.closeRequest = deferred;
      if (this.writer !== null && this.backpressure && this.state === 'writable') this.writer.ready.resolve(undefined);
      this.controller.close();
      return deferred.promise;
    }

    startErroring(reason) {
      this.state = 'erroring';
      this.stored = reason;
      if (this.writer !== null) this.writer.failReady(reason);
      if (this.inFlightWrite === null && this.inFlightClose === null && this.controller.started) this.finishErroring();
    }

    dealWithRejection(error) {
      if (this.state === 'writable') this.startErroring(error);
      else this.finishErroring();
    }

    finishErroring() {
      this.state = 'errored';
      this.controller.queue.clear();
      const requests = this.writeRequests;
      this.writeRequests = new Queue();
      while (requests.length > 0) requests.shift().reject(this.stored);
      const abort = this.pendingAbort;
      this.pendingAbort = null;
      if (abort === null) {
        this.rejectCloseAndClosed();
        return;
      }
      if (abort.wasErroring) {
        abort.deferred.reject(this.stored);
        this.rejectCloseAndClosed();
        return;
      }
      then(this.controller.abortSteps(abort.reason), () => {
        abort.deferred.resolve(undefined);
        this.rejectCloseAndClosed();
      }, (error) => {
        abort.deferred.reject(error);
        this.rejectCloseAndClosed();
      });
    }

    rejectCloseAndClosed() {
      if (this.closeRequest !== null) {
        this.closeRequest.reject(this.stored);
        this.closeRequest = null;
      }
      if (this.writer !== null) this.writer.closed.quiet().reject(this.stored);
    }

    // ---- answers of the sink ----

    finishWrite(error, failed) {
      const request = this.inFlightWrite;
      this.inFlightWrite = null;
      if (!failed) request.resolve(undefined);
      else {
        request.reject(error);
        this.dealWithRejection(error);
      }
    }

    finishClose() {
      this.inFlightClose.resolve(undefined);
      this.inFlightClose = null;
      if (this.state === 'erroring') {
        this.stored = undefined;
        if (this.pendingAbort !== null) {
          this.pendingAbort.deferred.resolve(undefined);
          this.pendingAbort = null;
        }
      }
      this.state = 'closed';
      if (this.writer !== null) this.writer.closed.resolve(undefined);
    }

    failClose(error) {
      this.inFlightClose.reject(error);
      this.inFlightClose = null;
      if (this.pendingAbort !== null) {
        this.pendingAbort.deferred.reject(error);
        this.pendingAbort = null;
      }
      this.dealWithRejection(error);
    }

    updateBackpressure(backpressure) {
      const { writer } = this;
      if (writer !== null && backpressure !== this.backpressure) {
        if (backpressure) writer.ready = new Deferred();
        else writer.ready.resolve(undefined);
      }
      this.backpressure = backpressure;
    }
  }

  class Controller {
    constructor(stream, write, close, abort, mark, size) {
      this.stream = stream;
      this.write = write;
      this.closeMethod = close;
      this.abortMethod = abort;
      this.mark = mark;
      this.size = size;
      this.queue = new Queue();
      this.started = false;
      this.aborted = false;
      this.abortReason = undefined;
      this.signal = null;
      this.shell = null;
      stream.controller = this;
    }

    begin(started) {
      this.stream.updateBackpressure(this.hasBackpressure());
      then(started, () => {
        this.started = true;
        this.advance();
      }, (error) => {
        this.started = true;
        this.stream.dealWithRejection(error);
      });
    }

    desiredSize() {
      return this.mark - this.queue.total;
    }

    hasBackpressure() {
      return this.desiredSize() <= 0;
    }

    clearAlgorithms() {
      this.write = this.closeMethod = this.abortMethod = this.size = null;
    }

    abortSteps(reason) {
      const method = this.abortMethod;
      this.clearAlgorithms();
      return invoke(method, reason);
    }

    signalAbort(reason) {
      this.aborted = true;
      this.abortReason = reason;
      if (this.signal !== null) rt.use('events/abort').trigger(this.signal, reason);
    }

    abortSignal() {
      if (this.signal === null) {
        const { newSignal, trigger } = rt.use('events/abort');
        this.signal = newSignal();
        if (this.aborted) trigger(this.signal, this.abortReason);
      }
      return this.signal;
    }

    chunkSize(chunk) {
      if (this.size === null) return 1;
      try {
        return this.size(chunk);
      } catch (error) {
        this.errorIfNeeded(error);
        return 1;
      }
    }

    errorIfNeeded(error) {
      if (this.stream.state === 'writable') this.error(error);
    }

    error(error) {
      this.clearAlgorithms();
      this.stream.startErroring(error);
    }

    close() {
      this.queue.push(CLOSE, 0);
      this.advance();
    }

    enqueue(chunk, size) {
      try {
        this.queue.push(chunk, size);
      } catch (error) {
        this.errorIfNeeded(error);
        return;
      }
      const { stream } = this;
      if (!stream.closeQueuedOrInFlight() && stream.state === 'writable') stream.updateBackpressure(this.hasBackpressure());
      this.advance();
    }

    advance() {
      const { stream } = this;
      if (!this.started || stream.inFlightWrite !== null || stream.inFlightClose !== null) return;
      if (stream.state === 'closed' || stream.state === 'errored') return;
      if (stream.state === 'erroring') {
        stream.finishErroring();
        return;
      }
      if (this.queue.length === 0) return;
      if (this.queue.peek() === CLOSE) this.processClose();
      else this.processWrite(this.queue.peek());
    }

    processClose() {
      const { stream } = this;
      stream.inFlightClose = stream.closeRequest;
      stream.closeRequest = null;
      this.queue.shift();
      const method = this.closeMethod;
      const done = invoke(method);
      this.clearAlgorithms();
      then(done, () => stream.finishClose(), (error) => stream.failClose(error));
    }

    processWrite(chunk) {
      const { stream } = this;
      stream.inFlightWrite = stream.writeRequests.shift();
      then(invoke(this.write, chunk, this.shell), () => {
        stream.finishWrite(undefined, false);
        this.queue.shift();
        if (!stream.closeQueuedOrInFlight() && stream.state === 'writable') stream.updateBackpressure(this.hasBackpressure());
        this.advance();
      }, (error) => {
        if (stream.state === 'writable') this.clearAlgorithms();
        stream.finishWrite(error, true);
      });
    }
  }

  class Writer {
    constructor(stream) {
      this.stream = stream;
      this.ready = new Deferred();
      this.closed = new Deferred();
      stream.writer = this;
      const { state } = stream;
      if (state === 'writable') {
        if (stream.closeQueuedOrInFlight() || !stream.backpressure) this.ready.resolve(undefined);
      } else if (state === 'erroring') this.ready.quiet().reject(stream.stored);
      else if (state === 'closed') {
        this.ready.resolve(undefined);
        this.closed.resolve(undefined);
      } else {
        this.ready.quiet().reject(stream.stored);
        this.closed.quiet().reject(stream.stored);
      }
    }

    failReady(error) {
      if (this.ready.settled) this.ready = new Deferred();
      this.ready.quiet().reject(error);
    }

    failClosed(error) {
      if (this.closed.settled) this.closed = new Deferred();
      this.closed.quiet().reject(error);
    }

    desiredSize() {
      const { state, controller } = this.stream;
      if (state === 'errored' || state === 'erroring') return null;
      return state === 'closed' ? 0 : controller.desiredSize();
    }

    write(chunk) {
      const { stream } = this;
      const { controller } = stream;
      const size = controller.chunkSize(chunk);
      // The size function may have released this writer.
      if (stream !== this.stream) return promiseReject(typeError(RELEASED));
      if (stream.state === 'errored') return promiseReject(stream.stored);
      if (stream.closeQueuedOrInFlight() || stream.state === 'closed') return promiseReject(typeError(CLOSED));
      if (stream.state === 'erroring') return promiseReject(stream.stored);
      const request = new Deferred();
      stream.writeRequests.push(request, 0);
      controller.enqueue(chunk, size);
      return request.promise;
    }

    // Closes for a pipe: a stream that is closed already is fine.
    closeWithErrorPropagation() {
      const { stream } = this;
      if (stream.closeQueuedOrInFlight() || stream.state === 'closed') return promiseResolve(undefined);
      return stream.state === 'errored' ? promiseReject(stream.stored) : stream.close();
    }

    release() {
      const error = typeError(RELEASED);
      this.failReady(error);
      this.failClosed(error);
      this.stream.writer = null;
      this.stream = null;
    }
  }

  function acquireWriter(stream) {
    if (stream.writer !== null) throw typeError(LOCKED);
    return new Writer(stream);
  }

  return { Controller, Writable, acquireWriter, LOCKED, RELEASED };
})
