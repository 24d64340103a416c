// FormData as a multipart/form-data body.
(function (rt) {
  'use strict';
  const { MathFloor, MathRandom, StringPrototypeReplace, TypedArrayPrototypeSet, Uint8Array } = rt.primordials;
  const { encode } = rt.use('encoding/utf8');
  const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz';

  function newBoundary() {
    let boundary = '----FormBoundary';
    for (let i = 0; i < 24; i++) boundary += DIGITS[MathFloor(MathRandom() * 36)];
    return boundary;
  }

  const ESCAPES = { __proto__: null, '\n': '%0A', '\r': '%0D', '"': '%22' };
  const escape = (text) => StringPrototypeReplace(text, /[\n\r"]/g, (c) => ESCAPES[c]);

  function serialize(entries) {
    const boundary = newBoundary();
    const pieces = [];
    let total = 0;
    const add = (bytes) => {
      pieces[pieces.length] = bytes;
      total += bytes.length;
    };
    for (let i = 0; i < entries.length; i++) {
      const { 0: name, 1: value } = entries[i];
      const head = `--${boundary}\r\nContent-Disposition: form-data; name="${escape(name)}"`;
      if (typeof value === 'string') {
        add(encode(`${head}\r\n\r\n${value}\r\n`));
      } else {
        const { bytesOf, typeOf } = rt.use('fetch/blob');
        const type = typeOf(value) || 'application/octet-stream';
        add(encode(`${head}; filename="${escape(value.name)}"\r\nContent-Type: ${type}\r\n\r\n`));
        add(bytesOf(value));
        add(encode('\r\n'));
      }
    }
    add(encode(`--${boundary}--`));
    const bytes = new Uint8Array(total);
    let at = 0;
    for (let i = 0; i < pieces.length; i++) {
      TypedArrayPrototypeSet(bytes, pieces[i], at);
      at += pieces[i].length;
    }
    return { bytes, type: `multipart/form-data; boundary=${boundary}` };
  }

  return { serialize };
})
