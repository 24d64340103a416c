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

  const encoderSlots = rt.slots();
  class TextEncoder {
    constructor() {
      encoderSlots.set(this, true);
    }

    get encoding() {
      if (!encoderSlots.has(this)) throw rt.illegalInvocation();
      return 'utf-8';
    }

    encode(input) {
      if (!encoderSlots.has(this)) throw rt.illegalInvocation();
      return input === undefined || input === '' ? new Uint8Array(0) : encode(`${input}`);
    }

    encodeInto(source, destination) {
      if (!encoderSlots.has(this)) throw rt.illegalInvocation();
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

  const decoderSlots = rt.slots();
  class TextDecoder {
    constructor(label, options) {
      const encoding = encodingOf(label);
      const given = options ?? {};
      if (typeof given !== 'object' && typeof given !== 'function') {
        throw rt.constructorError('TextDecoder', 2, 'TextDecoderConstructorOptions');
      }
      const fatal = Boolean(given.fatal);
      const ignoreBOM = Boolean(given.ignoreBOM);
      decoderSlots.set(this, { encoding, fatal, ignoreBOM, pending: EMPTY, mode: 0, streaming: false, bomSeen: false });
    }

    get encoding() { return decoderSlots.get(this).encoding; }
    get fatal() { return decoderSlots.get(this).fatal; }
    get ignoreBOM() { return decoderSlots.get(this).ignoreBOM; }

    decode(input, options) {
      const state = decoderSlots.get(this);
      const view = viewOf(input);
      const stream = options !== undefined && options !== null && Boolean(options.stream);
      if (!stream && !state.streaming) {
        return withoutBom(state, hostDecode(view, state.encoding, state.fatal, false, 0), true);
      }
      return continueWith(state, bytesOf(view), stream);
    }
  }

  function continueWith(state, bytes, stream) {
    const first = !state.streaming;
    if (first) state.bomSeen = false;
    const all = joined(state, bytes);
    state.streaming = stream;
    state.pending = EMPTY;
    const mode = state.mode;
    state.mode = 0;
    if (!stream) return withoutBom(state, hostDecode(all, state.encoding, state.fatal, false, mode), false);
    const packed = hostDecode(all, state.encoding, state.fatal, true, mode);
    const left = StringPrototypeCharCodeAt(packed, 0);
    state.mode = StringPrototypeCharCodeAt(packed, 1);
    if (left > 0) state.pending = new Uint8Array(TypedArrayPrototypeSubarray(all, all.length - left));
    return withoutBom(state, StringPrototypeSlice(packed, 2), false);
  }

  function joined(state, bytes) {
    const pending = state.pending;
    if (pending.length === 0) return bytes;
    const all = new Uint8Array(pending.length + bytes.length);
    TypedArrayPrototypeSet(all, pending);
    TypedArrayPrototypeSet(all, bytes, pending.length);
    return all;
  }

  function withoutBom(state, text, whole) {
    if (text === '' || (!whole && state.bomSeen)) return text;
    state.bomSeen = !whole;
    const strip = !state.ignoreBOM && text[0] === '\uFEFF' && StringPrototypeSlice(state.encoding, 0, 3) === 'utf';
    return strip ? StringPrototypeSlice(text, 1) : text;
  }

  rt.expose(TextEncoder);
  rt.expose(TextDecoder);
  return { TextEncoder, TextDecoder };
})
