// The global `crypto`: random values, UUIDs, and the way to subtle and DigestStream.
(function (rt) {
  'use strict';
  const { ArrayBuffer, Object, Symbol, Uint8Array } = rt.primordials;
  const random = rt.host('crypto.random');
  const uuid = rt.host('crypto.uuid');
  const tagOf = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag).get;
  const INTEGER_VIEWS = [
    'Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array', 'BigInt64Array', 'BigUint64Array',
  ];

  const slots = rt.slots();
  class Crypto {
    constructor(key) {
      if (key !== rt) throw rt.illegalConstructor();
      slots.set(this, { subtle: null });
    }

    get subtle() { return (slots.get(this).subtle ??= rt.use('crypto/subtle').subtle); }
    get DigestStream() { return slots.has(this) ? rt.use('crypto/digest-stream').DigestStream : undefined; }

    getRandomValues(view) {
      if (!slots.has(this)) throw rt.illegalInvocation();
      if (!ArrayBuffer.isView(view)) throw rt.argumentError('getRandomValues', 'Crypto', 1, 'ArrayBufferView');
      if (!INTEGER_VIEWS.includes(tagOf.call(view))) {
        throw rt.domException('TypeMismatchError', 'ArrayBufferView argument to getRandomValues() must be an integer-typed view.');
      }
      const size = view.byteLength;
      if (size > 65536) {
        throw rt.domException('QuotaExceededError', `getRandomValues() only accepts buffers of size <= 64K but provided ${size} bytes.`);
      }
      rt.io.require();
      if (size > 0) new Uint8Array(view.buffer, view.byteOffset, size).set(random(size));
      return view;
    }

    randomUUID() {
      if (!slots.has(this)) throw rt.illegalInvocation();
      rt.io.require();
      return uuid();
    }
  }

  rt.expose(Crypto);

  return { Crypto, crypto: new Crypto(rt) };
})
