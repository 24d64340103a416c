// Readers that bring their own buffer, and the requests through which a source fills it.
(function (rt) {
  'use strict';
  const { ArrayBuffer, Math, Number, Symbol } = rt.primordials;
  const { Deferred, isObject, promiseReject, typeError } = rt.use('streams/common');
  const { LOCKED, RELEASED, Reader, cancelStream, isReadableStream, releaseReader, streamOf } = rt.use('streams/readable');
  const { isView } = ArrayBuffer;

  class IntoRequest {
    constructor() {
      this.deferred = new Deferred();
    }
    chunk(value) {
      this.deferred.accept({ value, done: false });
    }
    close(value) {
      this.deferred.accept({ value, done: true });
    }
    error(error) {
      this.deferred.refuse(error);
    }
  }

  function read(reader, view, minimum) {
    const stream = reader.stream;
    if (stream === null) throw typeError(RELEASED);
    if (stream.owner !== null) rt.io.check(stream.owner, 'ReadableStreamSource>');
    const request = new IntoRequest();
    stream.disturbed = true;
    if (stream.state === 'errored') request.error(stream.stored);
    else stream.controller.pullInto(view, minimum, request);
    return request.deferred.promise;
  }

  function checkView(method, view, at) {
    if (!isView(view)) throw rt.argumentError(method, 'ReadableStreamBYOBReader', at, 'ArrayBufferView');
    if (view.buffer.detached === true) throw typeError('Unable to read into a detached ArrayBuffer.');
    if (view.byteLength === 0) throw typeError('You must call read() on a "byob" reader with a positive-sized TypedArray object.');
  }

  function checkMinimum(value, view) {
    const minimum = Number(value);
    const room = view.length ?? view.byteLength;
    if (!(minimum > 0)) throw typeError(`Requested invalid minimum number of bytes to read (${value}).`);
    if (minimum > room) throw typeError(`Minimum bytes to read (${minimum}) exceeds size of buffer (${room}).`);
    return Math.trunc(minimum);
  }

  const readerSlots = rt.slots();
  class ReadableStreamBYOBReader {
    constructor(stream) {
      if (!isReadableStream(stream)) throw rt.constructorError('ReadableStreamBYOBReader', 1, 'ReadableStream');
      const record = streamOf(stream);
      if (record.reader !== null) throw typeError(LOCKED);
      if (record.controller.isByte !== true) throw typeError('This ReadableStream does not support BYOB reads.');
      readerSlots.set(this, new Reader(record, true));
    }

    get closed() {
      try {
        return readerOf(this).closed.promise;
      } catch (error) {
        return promiseReject(error);
      }
    }

    cancel(reason) {
      try {
        const { stream } = readerOf(this);
        if (stream === null) throw typeError(RELEASED);
        return cancelStream(stream, reason);
      } catch (error) {
        return promiseReject(error);
      }
    }

    read(view, options) {
      try {
        const reader = readerOf(this);
        checkView('read', view, 1);
        const min = options === undefined || options === null ? undefined : options.min;
        return read(reader, view, min === undefined ? 1 : checkMinimum(min, view));
      } catch (error) {
        return promiseReject(error);
      }
    }

    // Workers' own: the count is of elements, and the read waits until they are there or the stream ends.
    readAtLeast(minimum, view) {
      try {
        const reader = readerOf(this);
        checkView('readAtLeast', view, 2);
        return read(reader, view, checkMinimum(minimum, view));
      } catch (error) {
        return promiseReject(error);
      }
    }

    releaseLock() {
      releaseReader(readerOf(this));
    }
  }

  function readerOf(shell) {
    return readerSlots.get(shell);
  }

  const token = Symbol('ReadableStreamBYOBRequest');
  let invalidate;

  const requestSlots = rt.slots();
  class ReadableStreamBYOBRequest {
    constructor(key, controller, view) {
      if (key !== token) throw rt.illegalConstructor();
      requestSlots.set(this, { controller, view });
    }

    static {
      invalidate = (request) => {
        requestSlots.set(request, { controller: null, view: null });
      };
    }

    get view() {
      return requestSlots.get(this).view;
    }

    // Workers' own.
    get atLeast() {
      const controller = requestSlots.get(this).controller;
      if (controller === null) return null;
      const first = controller.pendingPullIntos[0];
      return first.minimum - first.filled;
    }

    respond(bytesWritten) {
      const controller = validController(this);
      if (requestSlots.get(this).view.buffer.detached === true) throw typeError('The BYOB request\'s buffer has been detached.');
      const count = Number(bytesWritten);
      if (!(count >= 0)) throw rt.argumentError('respond', 'ReadableStreamBYOBRequest', 1, 'number');
      controller.respond(Math.trunc(count));
    }

    respondWithNewView(view) {
      const controller = validController(this);
      if (!isView(view)) throw rt.argumentError('respondWithNewView', 'ReadableStreamBYOBRequest', 1, 'ArrayBufferView');
      if (view.buffer.detached === true) throw typeError('The view\'s buffer has been detached.');
      controller.respondWithNewView(view);
    }
  }

  function validController(self) {
    const { controller } = requestSlots.get(self);
    if (controller === null) throw typeError('This ReadableStreamBYOBRequest has been invalidated.');
    return controller;
  }

  rt.expose(ReadableStreamBYOBReader);
  rt.expose(ReadableStreamBYOBRequest);

  return {
    ReadableStreamBYOBReader,
    ReadableStreamBYOBRequest,
    newReader: (stream) => new ReadableStreamBYOBReader(stream),
    newRequest: (controller, view) => new ReadableStreamBYOBRequest(token, controller, view),
    invalidate,
  };
})
