// IdentityTransformStream and FixedLengthStream: bytes go through without a queue, each write ends when it has been read.
(function (rt) {
  'use strict';
  const { ArrayBuffer, Number, Uint8Array } = rt.primordials;
  const { Deferred, promiseReject, promiseResolve, then, typeError } = rt.use('streams/common');
  const { wrap: wrapReadable } = rt.use('streams/readable');
  const bytes = rt.use('streams/bytes');
  const writables = rt.use('streams/writable');
  const { TransformStream, token } = rt.use('streams/transform');
  const { isView } = ArrayBuffer;

  const USED_FOR_BYTES = 'This TransformStream is being used as a byte stream, but received ';

  function bytesOf(chunk) {
    if (isView(chunk)) return new Uint8Array(new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    if (chunk instanceof ArrayBuffer) return new Uint8Array(new Uint8Array(chunk));
    if (typeof chunk === 'string') {
      throw typeError(
        `${USED_FOR_BYTES}a string on its writable side. If you wish to write a string, you'll probably want to explicitly ` +
          'UTF-8-encode it with TextEncoder.',
      );
    }
    throw typeError(`${USED_FOR_BYTES}an object of non-ArrayBuffer/ArrayBufferView type on its writable side.`);
  }

  // One chunk at a time waits here for its reader.
  class Channel {
    constructor(limit) {
      this.limit = limit;
      this.left = limit;
      this.wanted = new Deferred();
      this.readable = bytes.create(() => this.pull(), (reason) => this.cancel(reason));
      this.readable.knownLength = limit;
      this.writable = writables.create(
        promiseResolve(undefined), (chunk) => this.write(chunk), () => this.close(), (reason) => this.abort(reason),
      );
    }

    // A read waits, or the bytes of the last write are gone.
    pull() {
      this.wanted.resolve(undefined);
    }

    cancel(reason) {
      this.writable.controller.errorIfNeeded(reason);
      this.wanted.resolve(undefined);
    }

    write(chunk) {
      let data;
      try {
        data = bytesOf(chunk);
      } catch (error) {
        this.readable.controller.error(error);
        return promiseReject(error);
      }
      if (this.limit !== null) {
        this.left -= data.length;
        if (this.left < 0) {
          const error = typeError('Attempt to write too many bytes through a FixedLengthStream.');
          this.readable.controller.error(error);
          return promiseReject(error);
        }
      }
      if (data.length === 0) return promiseResolve(undefined);
      return then(this.wanted.promise, () => {
        if (this.readable.state !== 'readable') return;
        this.wanted = new Deferred();
        this.readable.controller.enqueue(data);
      });
    }

    close() {
      const { controller, state } = this.readable;
      if (state !== 'readable') return;
      if (this.limit !== null && this.left > 0) {
        controller.error(typeError('FixedLengthStream did not see all expected bytes before close().'));
        return;
      }
      controller.close();
      if (controller.pendingPullIntos.length > 0) controller.respond(0);
    }

    abort(reason) {
      this.readable.controller.error(reason);
    }
  }

  class IdentityTransformStream extends TransformStream {
    constructor() {
      const channel = new Channel(arguments[0] === token ? arguments[1] : null);
      super(token, wrapReadable(channel.readable), writables.wrap(channel.writable));
    }
  }

  class FixedLengthStream extends IdentityTransformStream {
    constructor(expectedLength) {
      const length = Number(expectedLength);
      if (arguments.length === 0) throw rt.constructorError('FixedLengthStream', 1, 'number');
      if (!(length >= 0) || length > Number.MAX_SAFE_INTEGER) {
        throw typeError('FixedLengthStream requires an integer expectedLength less than 2^53.');
      }
      super(token, length);
    }
  }

  rt.expose(IdentityTransformStream);
  rt.expose(FixedLengthStream);
  return { IdentityTransformStream, FixedLengthStream };
})
