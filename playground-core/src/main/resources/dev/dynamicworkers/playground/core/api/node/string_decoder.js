// node:string_decoder: text from bytes that arrive cut anywhere.
(function (rt) {
  'use strict';
  const { ArrayBuffer, Uint8Array } = rt.primordials;
  const { Buffer } = rt.use('node/buffer');
  const { invalidArgType, withCode } = rt.use('node/errors');

  // How many bytes at the end belong to a character that is not complete.
  const incompleteUtf8 = (bytes) => {
    for (let back = 1; back <= 3 && back <= bytes.length; back++) {
      const byte = bytes[bytes.length - back];
      if (byte < 0x80) return 0;
      if (byte >= 0xc0) {
        const size = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
        return size > back ? back : 0;
      }
    }
    return 0;
  };

  const incompleteUtf16 = (bytes) => {
    const odd = bytes.length % 2;
    const whole = bytes.length - odd;
    const endsInLead = whole >= 2 && (bytes[whole - 1] & 0xfc) === 0xd8;
    return odd + (endsInLead ? 2 : 0);
  };

  const INCOMPLETE = {
    __proto__: null, utf8: incompleteUtf8, utf16le: incompleteUtf16, base64: (bytes) => bytes.length % 3, base64url: (bytes) => bytes.length % 3,
  };

  class StringDecoder {
    #rest = new Uint8Array(0);

    constructor(encoding = 'utf8') {
      const name = rt.use('node/buffer').normaliseEncoding(encoding);
      if (name === undefined) throw withCode(rt.primordials.TypeError, 'ERR_UNKNOWN_ENCODING', `Unknown encoding: ${encoding}`);
      this.encoding = name;
    }

    get lastNeed() { return this.#rest.length; }

    write(chunk) {
      if (typeof chunk === 'string') return chunk;
      if (!ArrayBuffer.isView(chunk)) throw invalidArgType('buf', ['Buffer', 'TypedArray', 'DataView'], chunk);
      const given = new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      const bytes = Buffer.concat([this.#rest, given]);
      const keep = INCOMPLETE[this.encoding]?.(bytes) ?? 0;
      this.#rest = bytes.subarray(bytes.length - keep);
      return bytes.subarray(0, bytes.length - keep).toString(this.encoding);
    }

    end(chunk) {
      const text = chunk === undefined ? '' : this.write(chunk);
      const rest = Buffer.from(this.#rest);
      this.#rest = new Uint8Array(0);
      return text + (rest.length > 0 ? rest.toString(this.encoding) : '');
    }

    text(chunk, offset) {
      this.#rest = new Uint8Array(0);
      return this.write(chunk.subarray(offset));
    }
  }

  return { StringDecoder };
})
