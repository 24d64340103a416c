// Ciphers of node:crypto as streams and piece by piece.
(function (rt) {
  'use strict';
  const { Error, Number } = rt.primordials;
  const { Buffer } = rt.use('node/buffer');
  const { StringDecoder } = rt.use('node/string_decoder');
  const { Transform } = rt.use('node/stream');
  const { bytesOf, finish, isBytes } = rt.use('node/crypto-bytes');
  const { secretBytes } = rt.use('node/crypto-keys');
  const { invalidArgType, validateString } = rt.use('node/errors');
  const cipherInfo = rt.host('nodeCrypto.cipherInfo');

  const infoOf = (name) => {
    const text = cipherInfo(name);
    if (text === null) return undefined;
    const [title, nid, blockSize, ivLength, keyLength, mode] = text.split(' ');
    return { name: title, nid: Number(nid), blockSize: Number(blockSize), ivLength: Number(ivLength), keyLength: Number(keyLength), mode };
  };

  const TAGS = [4, 8, 12, 13, 14, 15, 16];

  class CipherBase extends Transform {
    #handle;
    #isEncrypting;
    #isAuthenticated;
    #isFinal = false;
    #tag;
    #tagLength;
    #decoder;

    constructor(isEncrypting, name, key, iv, options) {
      validateString(name, 'cipher');
      const keyBytes = secretBytes(key);
      if (iv !== null && typeof iv !== 'string' && !isBytes(iv)) throw invalidArgType('iv', ['string', 'Buffer', 'TypedArray', 'DataView'], iv);
      const ivBytes = iv === null ? Buffer.alloc(0) : bytesOf(iv, 'iv');
      const info = infoOf(name);
      if (info === undefined) throw new Error(`Unknown or unsupported cipher: ${name}`);
      if (info.mode === 'stream' ? keyBytes.byteLength < 5 : keyBytes.byteLength !== info.keyLength) throw new Error('Invalid key length');
      const fits = info.mode === 'gcm' ? ivBytes.byteLength > 0 : info.mode === 'stream' || ivBytes.byteLength === info.ivLength;
      if (!fits) throw new Error('Invalid initialization vector');
      super(options);
      this.#isEncrypting = isEncrypting;
      this.#isAuthenticated = info.mode === 'gcm' || info.mode === 'chacha';
      this.#tagLength = options?.authTagLength ?? 16;
      if (this.#isAuthenticated && !TAGS.includes(this.#tagLength)) throw new Error('Invalid authentication tag length');
      this.#handle = rt.host('nodeCrypto.cipherStart')(name, isEncrypting, keyBytes, ivBytes);
    }

    #requireOpen() {
      if (this.#isFinal) throw new Error('Cipher/decipher context has already been finalized');
    }

    #text(bytes, encoding, isLast) {
      if (encoding === undefined || encoding === null || encoding === 'buffer') return finish(bytes);
      this.#decoder ??= new StringDecoder(encoding);
      return isLast ? this.#decoder.end(finish(bytes)) : this.#decoder.write(finish(bytes));
    }

    update(data, inputEncoding, outputEncoding) {
      this.#requireOpen();
      if (typeof data !== 'string' && !isBytes(data)) throw invalidArgType('data', ['string', 'Buffer', 'TypedArray', 'DataView'], data);
      const bytes = bytesOf(data, 'data', inputEncoding ?? 'utf8');
      const result = rt.host('nodeCrypto.cipherUpdate')(this.#handle, bytes);
      if (result === null) throw new Error('Failed to cipher/decipher');
      return this.#text(result, outputEncoding, false);
    }

    final(outputEncoding) {
      this.#requireOpen();
      this.#isFinal = true;
      const result = rt.host('nodeCrypto.cipherFinish')(this.#handle);
      try {
        if (this.#isAuthenticated) this.#finishTag();
        if (result === null) throw new Error(this.#isEncrypting ? 'Failed to finalize cipher: the data is no whole number of blocks' : 'Authentication failed');
      } finally {
        rt.host('nodeCrypto.cipherEnd')(this.#handle);
      }
      return this.#text(result, outputEncoding, true);
    }

    #finishTag() {
      if (this.#isEncrypting) {
        this.#tag = finish(rt.host('nodeCrypto.cipherTag')(this.#handle)).subarray(0, this.#tagLength);
        return;
      }
      if (this.#tag === undefined) throw new Error('No auth tag provided');
      if (rt.host('nodeCrypto.cipherIsTag')(this.#handle, this.#tag) !== true) throw new Error('Authentication failed');
    }

    setAutoPadding(isPadded = true) {
      this.#requireOpen();
      if (!isPadded) rt.host('nodeCrypto.cipherWithoutPadding')(this.#handle);
      return this;
    }

    setAAD(data, options) {
      this.#requireOpen();
      const added = rt.host('nodeCrypto.cipherAuthenticate')(this.#handle, bytesOf(data, 'buffer', options?.encoding));
      if (added === null) throw new Error('setAAD() comes before update()');
      return this;
    }

    getAuthTag() {
      if (!this.#isFinal || this.#tag === undefined) throw new Error('Auth tag is only available once cipher context has been finalized');
      return this.#tag;
    }

    setAuthTag(tag, encoding) {
      this.#requireOpen();
      const bytes = bytesOf(tag, 'buffer', encoding);
      if (!TAGS.includes(bytes.byteLength)) throw new Error('Invalid authentication tag length');
      this.#tag = Buffer.from(bytes);
      return this;
    }

    _transform(chunk, encoding, callback) {
      try {
        callback(null, this.update(chunk, encoding === 'buffer' ? undefined : encoding));
      } catch (error) {
        callback(error);
      }
    }

    _flush(callback) {
      try {
        callback(null, this.final());
      } catch (error) {
        callback(error);
      }
    }
  }

  class Cipheriv extends CipherBase {
    constructor(name, key, iv, options) { super(true, name, key, iv, options); }
  }

  class Decipheriv extends CipherBase {
    constructor(name, key, iv, options) { super(false, name, key, iv, options); }
  }

  return {
    Cipheriv, Decipheriv,
    createCipheriv: (name, key, iv, options) => new Cipheriv(name, key, iv, options),
    createDecipheriv: (name, key, iv, options) => new Decipheriv(name, key, iv, options),
    getCiphers: () => rt.host('nodeCrypto.cipherNames')().split(' '),
    getCipherInfo(name, options) {
      if (typeof name !== 'string' && typeof name !== 'number') throw invalidArgType('nameOrNid', ['string', 'number'], name);
      const all = typeof name === 'number' ? rt.host('nodeCrypto.cipherNames')().split(' ').find((one) => infoOf(one).nid === name) : name;
      const info = all === undefined ? undefined : infoOf(all);
      if (info === undefined) return undefined;
      if (options?.keyLength !== undefined && options.keyLength !== info.keyLength) return undefined;
      if (options?.ivLength !== undefined && options.ivLength !== info.ivLength && !(info.mode === 'gcm' && options.ivLength > 0)) return undefined;
      const { ivLength, mode, ...rest } = info;
      const told = mode === 'chacha' ? { ...rest, mode: 'stream' } : { ...rest, mode };
      return ivLength > 0 ? { name: told.name, nid: told.nid, blockSize: told.blockSize, ivLength, keyLength: told.keyLength, mode: told.mode } : told;
    },
  };
})
