// tee: two streams from one. Chunks are read when either branch wants one; a byte stream gives byte streams, whose second
// branch gets copies.
(function (rt) {
  'use strict';
  const { Uint8Array } = rt.primordials;
  const { Deferred, promiseResolve, then } = rt.use('streams/common');
  const { acquireReader, cancelStream, createDefault, readInto, wrap } = rt.use('streams/readable');

  class Tee {
    constructor(stream) {
      this.stream = stream;
      this.isByte = stream.controller?.isByte === true;
      this.reader = acquireReader(stream);
      this.reading = false;
      this.again = false;
      this.canceled = [false, false];
      this.reasons = [undefined, undefined];
      this.done = new Deferred();
      this.branches = [this.branch(0), this.branch(1)];
      for (const branch of this.branches) {
        branch.owner = stream.owner;
        branch.knownLength = stream.knownLength;
      }
      then(this.reader.closed.promise, undefined, (error) => {
        for (const branch of this.branches) branch.controller.error(error);
        if (!this.canceled[0] || !this.canceled[1]) this.done.resolve(undefined);
      });
    }

    branch(index) {
      const pull = () => this.pull();
      const cancel = (reason) => this.cancel(index, reason);
      return this.isByte ? rt.use('streams/bytes').create(pull, cancel) : createDefault(null, pull, cancel);
    }

    pull() {
      if (this.reading) {
        this.again = true;
        return promiseResolve(undefined);
      }
      this.reading = true;
      readInto(this.reader, {
        chunk: (chunk) => {
          // The branches see the chunk after the reaction jobs of the read, as the standard asks.
          then(promiseResolve(undefined), () => {
            this.again = false;
            this.deliver(chunk);
            this.reading = false;
            if (this.again) this.pull();
          });
        },
        close: () => {
          this.reading = false;
          for (let i = 0; i < 2; i++) if (!this.canceled[i]) close(this.branches[i].controller);
          if (!this.canceled[0] || !this.canceled[1]) this.done.resolve(undefined);
        },
        error: () => {
          this.reading = false;
        },
      });
      return promiseResolve(undefined);
    }

    deliver(chunk) {
      const { canceled, branches } = this;
      if (!this.isByte) {
        for (let i = 0; i < 2; i++) if (!canceled[i]) branches[i].controller.enqueue(chunk);
        return;
      }
      const copy = canceled[0] || canceled[1] ? chunk : new Uint8Array(chunk);
      if (!canceled[0]) branches[0].controller.enqueue(chunk);
      if (!canceled[1]) branches[1].controller.enqueue(copy);
    }

    cancel(index, reason) {
      this.canceled[index] = true;
      this.reasons[index] = reason;
      if (this.canceled[1 - index]) {
        const result = cancelStream(this.stream, this.reasons);
        then(result, (value) => this.done.resolve(value), (error) => this.done.reject(error));
      }
      return this.done.promise;
    }
  }

  // A byte branch whose reader waits with a view of its own is answered with no bytes.
  function close(controller) {
    if (controller.closeRequested || controller.stream.state !== 'readable') return;
    controller.close();
    if (controller.isByte && controller.pendingPullIntos.length > 0) controller.respond(0);
  }

  function tee(stream) {
    const { branches } = new Tee(stream);
    return [wrap(branches[0]), wrap(branches[1])];
  }

  return { tee };
})
