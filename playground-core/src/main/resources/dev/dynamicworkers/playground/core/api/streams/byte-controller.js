// The record behind ReadableByteStreamController. Names follow the Streams standard's operations.
(function (rt) {
  'use strict';
  const {
    ArrayBuffer, DataView, Math, RangeError, Uint8Array, ArrayBufferPrototypeSlice, ArrayBufferPrototypeTransfer, TypedArrayPrototypeSet,
  } = rt.primordials;
  const { Queue, invoke, then, typeError } = rt.use('streams/common');
  const { CLOSED, closeStream, errorStream } = rt.use('streams/readable');

  const detached = (buffer) => buffer.detached === true;

  // Where bytes for one read go: a view's window that is filled from `filled` on.
  class PullInto {
    constructor(buffer, byteOffset, byteLength, minimum, elementSize, View, kind) {
      this.buffer = buffer;
      this.bufferLength = buffer.byteLength;
      this.byteOffset = byteOffset;
      this.byteLength = byteLength;
      this.filled = 0;
      this.minimum = minimum;
      this.elementSize = elementSize;
      this.View = View;
      // 'byob' for a reader's view, 'default' for an automatic buffer, 'none' when its reader has gone.
      this.kind = kind;
    }
  }

  class ByteController {
    constructor(stream, pull, cancel, mark, autoAllocate) {
      this.stream = stream;
      this.pull = pull;
      this.cancel = cancel;
      this.mark = mark;
      this.autoAllocate = autoAllocate;
      this.isByte = true;
      // Chunks: { buffer, byteOffset, byteLength }; the queue's total counts bytes.
      this.queue = new Queue();
      this.pendingPullIntos = [];
      this.started = false;
      this.closeRequested = false;
      this.pulling = false;
      this.pullAgain = false;
      this.shell = null;
      this.byobRequest = null;
      stream.controller = this;
    }

    begin(started) {
      then(started, () => {
        this.started = true;
        this.pullIfNeeded();
      }, (error) => this.error(error));
    }

    clearAlgorithms() {
      this.pull = this.cancel = null;
    }

    desiredSize() {
      const { state } = this.stream;
      if (state === 'errored') return null;
      return state === 'closed' || this.closeRequested ? 0 : this.mark - this.queue.total;
    }

    needsPull() {
      const { state, reader } = this.stream;
      if (state !== 'readable' || this.closeRequested || !this.started) return false;
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

    error(error) {
      if (this.stream.state !== 'readable') return;
      this.clearPendingPullIntos();
      this.queue.clear();
      this.clearAlgorithms();
      errorStream(this.stream, error);
    }

    close() {
      if (this.closeRequested || this.stream.state !== 'readable') throw typeError(CLOSED);
      if (this.queue.total > 0) {
        this.closeRequested = true;
        return;
      }
      const first = this.pendingPullIntos[0];
      if (first !== undefined && first.filled % first.elementSize !== 0) {
        const error = typeError('Insufficient bytes to fill elements in the given buffer');
        this.error(error);
        throw error;
      }
      this.clearAlgorithms();
      closeStream(this.stream);
    }

    enqueue(chunk) {
      if (this.closeRequested || this.stream.state !== 'readable') throw typeError(CLOSED);
      const { byteOffset, byteLength } = chunk;
      if (detached(chunk.buffer)) throw typeError('The chunk\'s buffer has been detached.');
      const buffer = ArrayBufferPrototypeTransfer(chunk.buffer);
      const first = this.pendingPullIntos[0];
      if (first !== undefined) {
        if (detached(first.buffer)) throw typeError('The BYOB request\'s buffer has been detached.');
        this.invalidateByobRequest();
        first.buffer = ArrayBufferPrototypeTransfer(first.buffer);
        if (first.kind === 'none') this.enqueueDetached(first);
      }
      const { reader } = this.stream;
      if (reader !== null && !reader.isByob) {
        this.serveDefaultReader(reader, buffer, byteOffset, byteLength);
      } else {
        this.queue.push({ buffer, byteOffset, byteLength }, byteLength);
        if (reader !== null) this.commitAll(this.processPullIntosUsingQueue());
      }
      this.pullIfNeeded();
    }

    serveDefaultReader(reader, buffer, byteOffset, byteLength) {
      while (reader.requests.length > 0 && this.queue.total > 0) this.fillReadRequest(reader.requests.shift());
      if (reader.requests.length === 0) {
        this.queue.push({ buffer, byteOffset, byteLength }, byteLength);
        return;
      }
      if (this.pendingPullIntos.length > 0) this.pendingPullIntos.shift();
      reader.requests.shift().chunk(new Uint8Array(buffer, byteOffset, byteLength));
    }

    fillReadRequest(request) {
      const entry = this.queue.shift();
      this.handleQueueDrain();
      request.chunk(new Uint8Array(entry.buffer, entry.byteOffset, entry.byteLength));
    }

    handleQueueDrain() {
      if (this.queue.total === 0 && this.closeRequested) {
        this.clearAlgorithms();
        closeStream(this.stream);
      } else {
        this.pullIfNeeded();
      }
    }

    // ---- the interface that every controller has ----

    pullSteps(request) {
      if (this.queue.total > 0) {
        this.fillReadRequest(request);
        return;
      }
      const size = this.autoAllocate;
      if (size !== undefined) {
        let buffer;
        try {
          buffer = new ArrayBuffer(size);
        } catch (error) {
          request.error(error);
          return;
        }
        this.pendingPullIntos.push(new PullInto(buffer, 0, size, 1, 1, Uint8Array, 'default'));
      }
      this.stream.reader.requests.push(request, 0);
      this.pullIfNeeded();
    }

    cancelSteps(reason) {
      this.clearPendingPullIntos();
      this.queue.clear();
      const cancel = this.cancel;
      this.clearAlgorithms();
      return invoke(cancel, reason);
    }

    releaseSteps() {
      const first = this.pendingPullIntos[0];
      if (first === undefined) return;
      first.kind = 'none';
      this.pendingPullIntos = [first];
    }

    // ---- reads into a view ----

    pullInto(view, minimum, request) {
      const isDataView = view instanceof DataView;
      const elementSize = isDataView ? 1 : view.BYTES_PER_ELEMENT;
      const View = isDataView ? DataView : view.constructor;
      const { byteOffset, byteLength } = view;
      let buffer;
      try {
        buffer = ArrayBufferPrototypeTransfer(view.buffer);
      } catch (error) {
        request.error(error);
        return;
      }
      const into = new PullInto(buffer, byteOffset, byteLength, minimum * elementSize, elementSize, View, 'byob');
      if (this.pendingPullIntos.length > 0) {
        this.pendingPullIntos.push(into);
        this.stream.reader.requests.push(request, 0);
        return;
      }
      if (this.stream.state === 'closed') {
        request.close(new View(buffer, byteOffset, 0));
        return;
      }
      if (this.queue.total > 0) {
        if (this.fillFromQueue(into)) {
          const filled = this.convert(into);
          this.handleQueueDrain();
          request.chunk(filled);
          return;
        }
        if (this.closeRequested) {
          const error = typeError('Insufficient bytes to fill elements in the given buffer');
          this.error(error);
          request.error(error);
          return;
        }
      }
      this.pendingPullIntos.push(into);
      this.stream.reader.requests.push(request, 0);
      this.pullIfNeeded();
    }

    convert(into) {
      return new into.View(ArrayBufferPrototypeTransfer(into.buffer), into.byteOffset, into.filled / into.elementSize);
    }

    // Copies queued bytes; true when the read has what it asked for at least.
    fillFromQueue(into) {
      const most = Math.min(this.queue.total, into.byteLength - into.filled);
      const filledThen = into.filled + most;
      const aligned = filledThen - (filledThen % into.elementSize);
      const ready = filledThen >= into.minimum && aligned >= into.minimum;
      let left = ready ? aligned - into.filled : most;
      while (left > 0) {
        const head = this.queue.peek();
        const count = Math.min(left, head.byteLength);
        const target = new Uint8Array(into.buffer, into.byteOffset + into.filled, count);
        TypedArrayPrototypeSet(target, new Uint8Array(head.buffer, head.byteOffset, count));
        if (head.byteLength === count) this.queue.shift();
        else {
          head.byteOffset += count;
          head.byteLength -= count;
          this.queue.items[this.queue.head].size -= count;
          this.queue.total -= count;
        }
        into.filled += count;
        left -= count;
      }
      return ready;
    }

    processPullIntosUsingQueue() {
      const filled = [];
      while (this.pendingPullIntos.length > 0 && this.queue.total > 0) {
        const into = this.pendingPullIntos[0];
        if (!this.fillFromQueue(into)) break;
        this.pendingPullIntos.shift();
        filled.push(into);
      }
      return filled;
    }

    commitAll(filled) {
      for (let i = 0; i < filled.length; i++) this.commit(filled[i]);
    }

    commit(into) {
      const done = this.stream.state === 'closed';
      const view = this.convert(into);
      const request = this.stream.reader.requests.shift();
      if (into.kind === 'default') {
        if (done) request.close();
        else request.chunk(view);
      } else if (done) request.close(view);
      else request.chunk(view);
    }

    enqueueDetached(into) {
      if (into.filled > 0) {
        const copy = ArrayBufferPrototypeSlice(into.buffer, into.byteOffset, into.byteOffset + into.filled);
        this.queue.push({ buffer: copy, byteOffset: 0, byteLength: into.filled }, into.filled);
      }
      this.pendingPullIntos.shift();
    }

    // ---- answers of the source through a BYOB request ----

    respond(bytesWritten) {
      const first = this.pendingPullIntos[0];
      if (this.stream.state === 'closed') {
        if (bytesWritten !== 0) throw typeError('bytesWritten must be 0 when the stream is closed.');
      } else {
        if (bytesWritten === 0) throw typeError('The bytesWritten must be more than zero while the stream is open.');
        if (first.filled + bytesWritten > first.byteLength) {
          throw new RangeError(`Too many bytes [${bytesWritten}] in response to a BYOB read request.`);
        }
      }
      first.buffer = ArrayBufferPrototypeTransfer(first.buffer);
      this.respondInternal(bytesWritten);
    }

    respondWithNewView(view) {
      const first = this.pendingPullIntos[0];
      if (this.stream.state === 'closed') {
        if (view.byteLength !== 0) throw typeError('The view must be empty when the stream is closed.');
      } else if (view.byteLength === 0) throw typeError('The view must not be empty when the stream is readable.');
      if (first.byteOffset + first.filled !== view.byteOffset) throw new RangeError('The view starts at another place.');
      if (first.bufferLength !== view.buffer.byteLength) throw new RangeError('The view\'s buffer has another length.');
      if (first.filled + view.byteLength > first.byteLength) throw new RangeError('The view is too long.');
      const { byteLength } = view;
      first.buffer = ArrayBufferPrototypeTransfer(view.buffer);
      this.respondInternal(byteLength);
    }

    respondInternal(bytesWritten) {
      const first = this.pendingPullIntos[0];
      this.invalidateByobRequest();
      if (this.stream.state === 'closed') this.respondClosed(first);
      else this.respondReadable(bytesWritten, first);
      this.pullIfNeeded();
    }

    respondClosed(first) {
      if (first.kind === 'none') this.pendingPullIntos.shift();
      const { reader } = this.stream;
      if (reader === null || !reader.isByob) return;
      const filled = [];
      while (filled.length < reader.requests.length) filled.push(this.pendingPullIntos.shift());
      this.commitAll(filled);
    }

    respondReadable(bytesWritten, into) {
      into.filled += bytesWritten;
      if (into.kind === 'none') {
        this.enqueueDetached(into);
        this.commitAll(this.processPullIntosUsingQueue());
        return;
      }
      if (into.filled < into.minimum) return;
      this.pendingPullIntos.shift();
      const rest = into.filled % into.elementSize;
      if (rest > 0) {
        const end = into.byteOffset + into.filled;
        const copy = ArrayBufferPrototypeSlice(into.buffer, end - rest, end);
        this.queue.push({ buffer: copy, byteOffset: 0, byteLength: rest }, rest);
      }
      into.filled -= rest;
      const filled = this.processPullIntosUsingQueue();
      this.commit(into);
      this.commitAll(filled);
    }

    invalidateByobRequest() {
      if (this.byobRequest === null) return;
      rt.use('streams/byob').invalidate(this.byobRequest);
      this.byobRequest = null;
    }

    clearPendingPullIntos() {
      this.invalidateByobRequest();
      this.pendingPullIntos = [];
    }
  }

  return { ByteController };
})
