// TextEncoderStream and TextDecoderStream.
(function (rt) {
  'use strict';
  const { ArrayBuffer, StringPrototypeCharCodeAt, StringPrototypeSlice } = rt.primordials;
  const { TransformStream, create, token } = rt.use('streams/transform');
  const { TextDecoder } = rt.use('encoding/text');
  const { encode } = rt.use('encoding/utf8');
  const { typeError } = rt.use('streams/common');
  const { isView } = ArrayBuffer;

  // A surrogate pair may be split between two chunks: its first half waits for the second.
  function encoderPair() {
    let pending = '';
    return create((chunk, transform) => {
      let text = pending + `${chunk}`;
      pending = '';
      const last = text.length - 1;
      if (last >= 0 && (StringPrototypeCharCodeAt(text, last) & 0xfc00) === 0xd800) {
        pending = text[last];
        text = StringPrototypeSlice(text, 0, last);
      }
      if (text !== '') transform.enqueue(encode(text));
    }, (transform) => {
      if (pending !== '') transform.enqueue(encode(pending));
    });
  }

  const encoderSlots = rt.slots();
  class TextEncoderStream extends TransformStream {
    constructor() {
      const { readable, writable } = encoderPair();
      super(token, readable, writable);
      encoderSlots.set(this, true);
    }
    get encoding() {
      if (!encoderSlots.has(this)) throw rt.illegalInvocation();
      return 'utf-8';
    }
  }

  function decoderPair(decoder) {
    return create((chunk, transform) => {
      if (!isView(chunk) && !(chunk instanceof ArrayBuffer)) {
        throw typeError('This TransformStream is being used as a byte stream, but received a value that is not a BufferSource.');
      }
      const text = decoder.decode(chunk, { stream: true });
      if (text !== '') transform.enqueue(text);
    }, (transform) => {
      const text = decoder.decode();
      if (text !== '') transform.enqueue(text);
    });
  }

  const decoderSlots = rt.slots();
  class TextDecoderStream extends TransformStream {
    constructor(label, options) {
      const decoder = new TextDecoder(label, options);
      const { readable, writable } = decoderPair(decoder);
      super(token, readable, writable);
      decoderSlots.set(this, decoder);
    }
    get encoding() {
      if (!decoderSlots.has(this)) throw rt.illegalInvocation();
      return decoderSlots.get(this).encoding;
    }
    get fatal() {
      if (!decoderSlots.has(this)) throw rt.illegalInvocation();
      return decoderSlots.get(this).fatal;
    }
    get ignoreBOM() {
      if (!decoderSlots.has(this)) throw rt.illegalInvocation();
      return decoderSlots.get(this).ignoreBOM;
    }
  }

  rt.expose(TextEncoderStream);
  rt.expose(TextDecoderStream);
  return { TextEncoderStream, TextDecoderStream };
})
