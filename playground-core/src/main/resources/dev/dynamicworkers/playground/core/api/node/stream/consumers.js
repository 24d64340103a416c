// node:stream/consumers.
(function (rt) {
  'use strict';
  const { JSON } = rt.primordials;

  const buffer = async (stream) => {
    const { Buffer } = rt.use('node/buffer');
    const parts = [];
    for await (const chunk of stream) parts.push(Buffer.from(chunk));
    return Buffer.concat(parts);
  };
  const text = async (stream) => (await buffer(stream)).toString();
  const arrayBuffer = async (stream) => {
    const bytes = await buffer(stream);
    return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  };

  return {
    buffer,
    text,
    arrayBuffer,
    json: async (stream) => JSON.parse(await text(stream)),
    blob: async (stream) => new rt.global.Blob([await buffer(stream)]),
  };
})
