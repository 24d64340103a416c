// TextEncoder and TextDecoder.
(function (rt) {
  'use strict';
  const {
    ArrayBuffer, Boolean, RangeError, SharedArrayBuffer, Uint8Array, StringPrototypeCharCodeAt,
    StringPrototypeSlice, TypedArrayPrototypeSet, TypedArrayPrototypeSubarray, ObjectPrototypeToString,
  } = rt.primordials;
  const { isView } = ArrayBuffer;
  const { encode } = rt.use('encoding/utf8');
  const hostDecode = rt.host('encoding.decode');
  const hostLabel = rt.host('encoding.label');
  const EMPTY = new Uint8Array(0);

  class TextEncoder {
    #brand = true;

    get encoding() {
      if (!(#brand in this)) throw rt.illegalInvocation();
      return 'utf-8';
    }

    encode(input) {
      if (!(#brand in this)) throw rt.illegalInvocation();
      return input === undefined || input === '' ? new Uint8Array(0) : encode(`${input}`);
    }

    encodeInto(source, destination) {
      if (!(#brand in this)) throw rt.illegalInvocation();
      if (!isView(destination) || ObjectPrototypeToString(destination) !== '[object Uint8Array]') {
        throw rt.argumentError('encodeInto', 'TextEncoder', 2, 'Uint8Array');
      }
      const text = `${source}`;
      const room = destination.length;
      let bytes = encode(StringPrototypeSlice(text, 0, cutAt(text, room)));
      if (bytes.length > room) bytes = TypedArrayPrototypeSubarray(bytes, 0, wholeCharacters(bytes, room));
      TypedArrayPrototypeSet(destination, bytes);
      return { read: unitsOf(bytes), written: bytes.length };
    }
  }

  const isHighSurrogate = (text, at) => (StringPrototypeCharCodeAt(text, at) & 0xfc00) === 0xd800;
  const isLowSurrogate = (text, at) => (StringPrototypeCharCodeAt(text, at) & 0xfc00) === 0xdc00;

  // A character takes at least one byte, so units beyond `room` cannot fit; a surrogate pair stays whole.
  function cutAt(text, room) {
    if (text.length <= room) return text.length;
    return room > 0 && isHighSurrogate(text, room - 1) && isLowSurrogate(text, room) ? room - 1 : room;
  }

  // The largest count of bytes up to `room` that ends between characters.
  function wholeCharacters(bytes, room) {
    let stop = room;
    while (stop > 0 && (bytes[stop] & 0xc0) === 0x80) stop--;
    return stop;
  }

  // UTF-16 units that these UTF-8 bytes stand for.
  function unitsOf(bytes) {
    let units = 0;
    for (let i = 0; i < bytes.length; i++) {
      const byte = bytes[i];
      if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1;
    }
    return units;
  }

  function viewOf(input) {
    if (input === undefined) return EMPTY;
    if (isView(input) || input instanceof ArrayBuffer) return input;
    if (SharedArrayBuffer !== undefined && input instanceof SharedArrayBuffer) return new Uint8Array(input);
    throw rt.argumentError('decode', 'TextDecoder', 1, 'ArrayBuffer or ArrayBufferView');
  }

  const bytesOf = (view) =>
    isView(view) ? new Uint8Array(view.buffer, view.byteOffset, view.byteLength) : new Uint8Array(view);

  function encodingOf(label) {
    if (label === undefined) return 'utf-8';
    const text = `${label}`;
    if (text === 'utf-8' || text === 'utf8' || text === 'UTF-8') return 'utf-8';
    const name = hostLabel(text);
    if (name === null || name === 'replacement') throw new RangeError(`"${text}" is not a valid encoding.`);
    return name;
  }

  class TextDecoder {
    #encoding;
    #fatal;
    #ignoreBOM;
    #pending = EMPTY;
    #mode = 0;
    #streaming = false;
    #bomSeen = false;

    constructor(label, options) {
      this.#encoding = encodingOf(label);
      const given = options ?? {};
      if (typeof given !== 'object' && typeof given !== 'function') {
        throw rt.constructorError('TextDecoder', 2, 'TextDecoderConstructorOptions');
      }
      this.#fatal = Boolean(given.fatal);
      this.#ignoreBOM = Boolean(given.ignoreBOM);
    }

    static #of(value) {
      if (typeof value === 'object' && value !== null && #fatal in value) return value;
      throw rt.illegalInvocation();
    }

    get encoding() { return TextDecoder.#of(this).#encoding; }
    get fatal() { return TextDecoder.#of(this).#fatal; }
    get ignoreBOM() { return TextDecoder.#of(this).#ignoreBOM; }

    decode(input, options) {
      TextDecoder.#of(this);
      const view = viewOf(input);
      const stream = options !== undefined && options !== null && Boolean(options.stream);
      if (!stream && !this.#streaming) {
        return this.#withoutBom(hostDecode(view, this.#encoding, this.#fatal, false, 0), true);
      }
      return this.#continue(bytesOf(view), stream);
    }

    #continue(bytes, stream) {
      const first = !this.#streaming;
      if (first) this.#bomSeen = false;
      const all = this.#joined(bytes);
      this.#streaming = stream;
      this.#pending = EMPTY;
      const mode = this.#mode;
      this.#mode = 0;
      if (!stream) return this.#withoutBom(hostDecode(all, this.#encoding, this.#fatal, false, mode), false);
      const packed = hostDecode(all, this.#encoding, this.#fatal, true, mode);
      const left = StringPrototypeCharCodeAt(packed, 0);
      this.#mode = StringPrototypeCharCodeAt(packed, 1);
      if (left > 0) this.#pending = new Uint8Array(TypedArrayPrototypeSubarray(all, all.length - left));
      return this.#withoutBom(StringPrototypeSlice(packed, 2), false);
    }

    #joined(bytes) {
      const pending = this.#pending;
      if (pending.length === 0) return bytes;
      const all = new Uint8Array(pending.length + bytes.length);
      TypedArrayPrototypeSet(all, pending);
      TypedArrayPrototypeSet(all, bytes, pending.length);
      return all;
    }

    #withoutBom(text, whole) {
      if (text === '' || (!whole && this.#bomSeen)) return text;
      this.#bomSeen = !whole;
      const strip = !this.#ignoreBOM && text[0] === '\uFEFF' && StringPrototypeSlice(this.#encoding, 0, 3) === 'utf';
      return strip ? StringPrototypeSlice(text, 1) : text;
    }
  }

  rt.expose(TextEncoder);
  rt.expose(TextDecoder);
  return { TextEncoder, TextDecoder };
})
