// node:stream/web.
(function (rt) {
  'use strict';
  const NAMES = [
    'ReadableStream', 'ReadableStreamDefaultReader', 'ReadableStreamBYOBReader', 'ReadableStreamBYOBRequest', 'ReadableByteStreamController',
    'ReadableStreamDefaultController', 'TransformStream', 'TransformStreamDefaultController', 'WritableStream', 'WritableStreamDefaultWriter',
    'WritableStreamDefaultController', 'ByteLengthQueuingStrategy', 'CountQueuingStrategy', 'TextEncoderStream', 'TextDecoderStream',
    'CompressionStream', 'DecompressionStream',
  ];
  const web = {};
  for (const name of NAMES) rt.primordials.ObjectDefineProperty(web, name, { __proto__: null, enumerable: true, get: () => rt.global[name] });
  return web;
})
