// CompressionStream and DecompressionStream.
(function (rt) {
  'use strict';
  const { ArrayBuffer, Uint8Array } = rt.primordials;
  const { typeError } = rt.use('streams/common');
  const { TransformStream, create, token } = rt.use('streams/transform');
  const { isView } = ArrayBuffer;
  const write = rt.host('streams.codecWrite');
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
    const emit = (bytes, transform) => {
      if (bytes.length > 0) transform.enqueue(bytes);
    };
    return create(
      (chunk, transform) => guarded(() => emit(write(codec, bytesOf(chunk)), transform)),
      (transform) => guarded(() => {
        const rest = finish(codec);
        open = false;
        emit(rest, transform);
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
