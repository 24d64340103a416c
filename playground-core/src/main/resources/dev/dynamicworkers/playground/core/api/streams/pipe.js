// pipeTo and pipeThrough.
(function (rt) {
  'use strict';
  const { Boolean } = rt.primordials;
  const { Deferred, isObject, noop, promiseReject, promiseResolve, then, typeError } = rt.use('streams/common');
  const { acquireReader, cancelStream, readInto, releaseReader } = rt.use('streams/readable');
  const { acquireWriter } = rt.use('streams/writable');

  function optionsOf(options, method) {
    if (options !== undefined && options !== null && !isObject(options)) {
      throw rt.argumentError(method, 'ReadableStream', 2, 'PipeToOptions');
    }
    const { preventAbort, preventCancel, preventClose, signal } = options ?? {};
    if (signal !== undefined && !rt.use('events/abort').isAbortSignal(signal)) {
      throw rt.fieldError('signal', 'PipeToOptions', 'AbortSignal');
    }
    return { preventAbort: Boolean(preventAbort), preventCancel: Boolean(preventCancel), preventClose: Boolean(preventClose), signal };
  }

  class Pipe {
    constructor(source, destination, options) {
      this.source = source;
      this.destination = destination;
      this.options = options;
      this.reader = acquireReader(source);
      this.writer = acquireWriter(destination);
      this.done = new Deferred();
      this.shuttingDown = false;
      this.lastWrite = promiseResolve(undefined);
      this.detachSignal = null;
    }

    run() {
      this.source.disturbed = true;
      const { signal } = this.options;
      if (signal !== undefined) {
        this.detachSignal = rt.use('events/abort').onTrigger(signal, (reason) => this.abort(reason));
        if (this.shuttingDown) return this.done.promise;
      }
      then(this.reader.closed.promise, () => this.sourceClosed(), (error) => this.sourceErrored(error));
      then(this.writer.closed.promise, () => this.destinationClosed(), (error) => this.destinationErrored(error));
      if (this.source.state === 'errored') this.sourceErrored(this.source.stored);
      else if (this.destination.state === 'errored' || this.destination.state === 'erroring') {
        this.destinationErrored(this.destination.stored);
      } else if (this.source.state === 'closed') this.sourceClosed();
      else if (this.destination.closeQueuedOrInFlight() || this.destination.state === 'closed') this.destinationClosed();
      else this.next();
      return this.done.promise;
    }

    // One chunk after the other, each when the destination is ready for it.
    next() {
      if (this.shuttingDown) return;
      then(this.writer.ready.promise, () => {
        if (this.shuttingDown) return;
        readInto(this.reader, {
          chunk: (chunk) => {
            // A read may be answered inside the source's own enqueue(): the write follows in a turn of its own.
            this.lastWrite = then(promiseResolve(undefined), () => this.writer.write(chunk));
            then(this.lastWrite, undefined, noop);
            then(promiseResolve(undefined), () => this.next());
          },
          close: noop,
          error: noop,
        });
      }, noop);
    }

    abort(reason) {
      this.shutdown(() => {
        const actions = [];
        if (!this.options.preventAbort) {
          actions.push(this.destination.state === 'writable' ? this.destination.abort(reason) : promiseResolve(undefined));
        }
        if (!this.options.preventCancel) {
          actions.push(this.source.state === 'readable' ? cancelStream(this.source, reason) : promiseResolve(undefined));
        }
        return all(actions);
      }, { error: reason });
    }

    sourceErrored(error) {
      const action = this.options.preventAbort ? null : () => this.destination.abort(error);
      this.shutdown(action, { error });
    }

    destinationErrored(error) {
      const action = this.options.preventCancel ? null : () => cancelStream(this.source, error);
      this.shutdown(action, { error });
    }

    sourceClosed() {
      const action = this.options.preventClose ? null : () => this.writer.closeWithErrorPropagation();
      this.shutdown(action, null);
    }

    destinationClosed() {
      if (this.shuttingDown) return;
      const error = typeError('This destination writable stream is closed.');
      const action = this.options.preventCancel ? null : () => cancelStream(this.source, error);
      this.shutdown(action, { error });
    }

    shutdown(action, failure) {
      if (this.shuttingDown) return;
      this.shuttingDown = true;
      const act = () => {
        if (action === null) this.finalize(failure);
        else then(action(), () => this.finalize(failure), (error) => this.finalize({ error }));
      };
      const { destination } = this;
      if (destination.state === 'writable' && !destination.closeQueuedOrInFlight()) this.afterWrites(act);
      else act();
    }

    afterWrites(act) {
      const last = this.lastWrite;
      const again = () => (last === this.lastWrite ? act() : this.afterWrites(act));
      then(last, again, again);
    }

    finalize(failure) {
      this.writer.release();
      releaseReader(this.reader);
      this.detachSignal?.();
      if (failure === null) this.done.resolve(undefined);
      else this.done.reject(failure.error);
    }
  }

  // Waits for all of them; the first failure counts.
  function all(promises) {
    if (promises.length === 0) return promiseResolve(undefined);
    if (promises.length === 1) return promises[0];
    return then(promises[0], () => promises[1], (error) => then(promises[1], () => promiseReject(error), () => promiseReject(error)));
  }

  const pipe = (source, destination, options) => new Pipe(source, destination, options).run();

  return { optionsOf, pipe };
})
