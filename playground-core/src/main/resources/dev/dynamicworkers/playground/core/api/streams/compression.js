// CompressionStream and DecompressionStream.
(function (rt) {
  'use strict';
  const { ArrayBuffer, Uint8Array } = rt.primordials;
  const { Deferred, then, typeError } = rt.use('streams/common');
  const { TransformStream, create, token } = rt.use('streams/transform');
  const { isView } = ArrayBuffer;
  const write = rt.host('streams.codecWrite');
  const read = rt.host('streams.codecRead');
  const finish = rt.host('streams.codecFinish');
  const close = rt.host('streams.codecClose');

  function bytesOf(chunk) {
    if (isView(chunk)) return new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    if (chunk instanceof ArrayBuffer) return new Uint8Array(chunk);
    if (typeof chunk === 'string') return rt.host('crypto.utf8')(chunk);
    throw typeError('This WritableStream only supports writing byte types.');
  }

  // The codec holds native memory until its stream has ended one way or the other.
  function pair(codec) {
    let open = true;
    const release = () => {
      if (open) {
        open = false;
        close(codec);
      }
    };
    const guarded = (work) => {
      try {
        return work();
      } catch (error) {
        release();
        throw error;
      }
    };
    // A piece for each that is asked for: what a small input can become takes no memory before it is read.
    // `waiting` is settled with the last one; there is one for all pieces, or the promises of a long chunk would pile up.
    const hand = (transform, waiting = null) => {
      while (open) {
        const piece = read(codec);
        if (piece.length === 0) break;
        transform.enqueue(piece);
        if (transform.backpressure) {
          const all = waiting ?? new Deferred();
          then(transform.change.promise, () => {
            try {
              guarded(() => hand(transform, all));
            } catch (error) {
              all.reject(error);
            }
          });
          return all.promise;
        }
      }
      return waiting?.resolve(undefined);
    };
    return create(
      (chunk, transform) => guarded(() => {
        write(codec, bytesOf(chunk));
        return hand(transform);
      }),
      (transform) => guarded(() => {
        const rest = finish(codec);
        open = false;
        if (rest.length > 0) transform.enqueue(rest);
      }),
      release,
    );
  }

  const formatOf = (given, name) => {
    if (given.length === 0) throw rt.constructorError(name, 1, 'string');
    return `${given[0]}`;
  };

  class CompressionStream extends TransformStream {
    constructor() {
      const { readable, writable } = pair(rt.host('streams.compressor')(formatOf(arguments, 'CompressionStream')));
      super(token, readable, writable);
    }
  }

  class DecompressionStream extends TransformStream {
    constructor() {
      const { readable, writable } = pair(rt.host('streams.decompressor')(formatOf(arguments, 'DecompressionStream')));
      super(token, readable, writable);
    }
  }

  rt.expose(CompressionStream);
  rt.expose(DecompressionStream);
  return { CompressionStream, DecompressionStream };
})
