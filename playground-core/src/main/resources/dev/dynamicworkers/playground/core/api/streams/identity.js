// IdentityTransformStream and FixedLengthStream: bytes go through without a queue, each write ends when it has been read.
(function (rt) {
  'use strict';
  const { ArrayBuffer, Number, Uint8Array } = rt.primordials;
  const { Deferred, promiseReject, promiseResolve, strategyOf, then, typeError } = rt.use('streams/common');
  const { wrap: wrapReadable } = rt.use('streams/readable');
  const bytes = rt.use('streams/bytes');
  const writables = rt.use('streams/writable');
  const { TransformStream, token } = rt.use('streams/transform');
  const { encode } = rt.use('encoding/utf8');
  const { isView } = ArrayBuffer;


  function bytesOf(chunk) {
    if (isView(chunk)) return new Uint8Array(new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    if (chunk instanceof ArrayBuffer) return new Uint8Array(new Uint8Array(chunk));
    if (typeof chunk === 'string') return encode(chunk);
    throw typeError(
      'This TransformStream is being used as a byte stream, but received an object of non-ArrayBuffer/ArrayBufferView type on its writable side.',
    );
  }

  // A high water mark that is given counts bytes; without one a single write makes back pressure.
  function markOf(strategy) {
    const { mark } = strategyOf(strategy, null, 'IdentityTransformStream');
    return mark === null ? [1, null] : [mark, (chunk) => chunk?.byteLength ?? chunk?.length ?? 1];
  }

  // One chunk at a time waits here for its reader.
  class Channel {
    constructor(limit, strategy) {
      this.limit = limit;
      this.left = limit;
      this.wanted = new Deferred();
      this.readable = bytes.create(() => this.pull(), (reason) => this.cancel(reason));
      this.readable.knownLength = limit;
      this.writable = writables.create(
        promiseResolve(undefined), (chunk) => this.write(chunk), () => this.close(), (reason) => this.abort(reason),
        ...markOf(strategy),
      );
      this.writable.expectsBytes = true;
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
    constructor(strategy) {
      const channel = strategy === token ? new Channel(arguments[1], arguments[2]) : new Channel(null, strategy);
      super(token, wrapReadable(channel.readable), writables.wrap(channel.writable));
    }
  }

  class FixedLengthStream extends IdentityTransformStream {
    constructor(expectedLength, strategy) {
      if (arguments.length === 0) throw rt.constructorError('FixedLengthStream', 1, 'bigint');
      const length = Number(expectedLength);
      if (length < 0) throw typeError('The value cannot be converted because it is negative and this API expects a positive bigint.');
      if (!(length <= Number.MAX_SAFE_INTEGER)) throw typeError('FixedLengthStream requires an integer expected length less than 2^53.');
      super(token, length, strategy);
    }
  }

  rt.expose(IdentityTransformStream);
  rt.expose(FixedLengthStream);
  return { IdentityTransformStream, FixedLengthStream };
})
