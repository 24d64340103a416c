// crypto.DigestStream: a WritableStream that hashes what is written to it.
(function (rt) {
  'use strict';
  const { ArrayBuffer, BigInt, Promise, Symbol, TypeError } = rt.primordials;
  const { hashName } = rt.use('crypto/digest');
  const { WritableStream } = rt.global;
  const start = rt.host('crypto.digestStart');
  const update = rt.host('crypto.digestUpdate');
  const finish = rt.host('crypto.digestEnd');
  const encode = rt.host('crypto.utf8');

  const slots = rt.slots();
  class DigestStream extends WritableStream {
    constructor(algorithm) {
      if (arguments.length === 0) throw rt.constructorError('DigestStream', 1, 'string or HashAlgorithm');
      const handle = start(hashName(algorithm));
      const counter = { written: 0 };
      let resolve, reject;
      const digest = new Promise((yes, no) => {
        resolve = yes;
        reject = no;
      });
      digest.catch(() => {});
      super({
        write(chunk) {
          let bytes = chunk;
          if (typeof chunk === 'string') bytes = encode(chunk);
          else if (!ArrayBuffer.isView(chunk) && !(chunk instanceof ArrayBuffer)) {
            const error = new TypeError('DigestStream is a byte stream but received an object of non-ArrayBuffer/ArrayBufferView/string type on its writable side.');
            reject(error);
            throw error;
          }
          counter.written += bytes.byteLength;
          update(handle, bytes);
        },
        close() {
          resolve(finish(handle).buffer);
        },
        abort(reason) {
          finish(handle);
          reject(reason);
        },
      });
      slots.set(this, { digest, counter });
    }

    // Ends one that is still written to.
    [Symbol.dispose]() {
      if (!this.locked) this.abort(new TypeError('The DigestStream was disposed.')).catch(() => {});
    }

    get digest() { return slots.get(this).digest; }
    get bytesWritten() { return BigInt(slots.get(this).counter.written); }
  }

  rt.expose(DigestStream);

  return { DigestStream };
})
