import { bytes, collect, equal, rejects, streamOf, text, throws } from './assert.js';

export const streamsIterate = { async test() {
  equal(await collect(streamOf('a', 'b')), ['a', 'b']);
  equal(await collect(ReadableStream.from(['x', Promise.resolve('y')])), ['x', 'y']);
  let cancelled;
  const stream = new ReadableStream({ start(c) { c.enqueue(1); }, cancel() { cancelled = true; } });
  for await (const chunk of stream) break;
  equal([cancelled, stream.locked], [true, false]);
} };

export const streamsLock = { async test() {
  const stream = streamOf('a');
  const reader = stream.getReader();
  throws(() => stream.getReader(), 'TypeError', 'This ReadableStream is currently locked to a reader.');
  await rejects(stream.cancel(), 'TypeError', 'This ReadableStream is currently locked to a reader.');
  reader.releaseLock();
  await rejects(reader.read(), 'TypeError', 'This ReadableStream reader has been released.');
  equal(await collect(stream), ['a']);
} };

export const streamsRespectBackPressure = { async test() {
  let pulled = 0;
  const stream = new ReadableStream({ pull(c) { c.enqueue(++pulled); } }, { highWaterMark: 2 });
  await scheduler.wait(1);
  equal(pulled, 2);
  await stream.getReader().read();
  await scheduler.wait(1);
  equal(pulled, 3);
} };

export const streamsTransform = { async test() {
  const upper = new TransformStream({ transform(chunk, c) { c.enqueue(chunk.toUpperCase()); }, flush(c) { c.enqueue('END'); } });
  equal(await collect(streamOf('a', 'b').pipeThrough(upper)), ['A', 'B', 'END']);
  const failing = new TransformStream({ transform() { throw new RangeError('tx'); } });
  await rejects(collect(streamOf('a').pipeThrough(failing)), 'RangeError', 'tx');
} };

export const streamsTee = { async test() {
  const [a, b] = streamOf('t').tee();
  equal([await collect(a), await collect(b)], [['t'], ['t']]);
  const [c, d] = new Response('bytes').body.tee();
  equal([await new Response(c).text(), await new Response(d).text()], ['bytes', 'bytes']);
} };

export const streamsReadIntoBuffers = { async test() {
  const stream = new ReadableStream({ type: 'bytes', start(c) { c.enqueue(bytes('abcdef')); c.close(); } });
  const reader = stream.getReader({ mode: 'byob' });
  const first = await reader.read(new Uint8Array(4));
  const second = await reader.readAtLeast(2, new Uint8Array(4));
  const last = await reader.read(new Uint8Array(4));
  equal([text(first.value), text(second.value), last.done, last.value.length], ['abcd', 'ef', true, 0]);
  const pulled = new ReadableStream({ type: 'bytes', pull(c) { c.byobRequest.view[0] = 65; c.byobRequest.respond(1); } });
  equal(text((await pulled.getReader({ mode: 'byob' }).readAtLeast(3, new Uint8Array(3))).value), 'AAA');
} };

export const pipesEndBothSides = { async test() {
  const got = [];
  await streamOf('1', '2').pipeTo(new WritableStream({ write(c) { got.push(c); }, close() { got.push('close'); } }));
  equal(got, ['1', '2', 'close']);
  let cancelled;
  const source = new ReadableStream({ start(c) { c.enqueue('a'); }, cancel(reason) { cancelled = reason.message; } });
  await rejects(source.pipeTo(new WritableStream({ write() { throw new Error('sink'); } })), 'Error', 'sink');
  equal(cancelled, 'sink');
  const controller = new AbortController();
  const piped = new ReadableStream().pipeTo(new WritableStream(), { signal: controller.signal });
  controller.abort(new Error('stop'));
  await rejects(piped, 'Error', 'stop');
} };

export const writersKeepOrder = { async test() {
  const log = [];
  const writer = new WritableStream({ async write(c) { log.push(`start ${c}`); await 0; log.push(`end ${c}`); }, close() { log.push('close'); } }).getWriter();
  writer.write('a');
  writer.write('b');
  await writer.close();
  equal(log, ['start a', 'end a', 'start b', 'end b', 'close']);
  await rejects(writer.write('c'), 'TypeError', 'This WritableStream has been closed.');
} };

export const identityStreamsCarryBytes = { async test() {
  const { readable, writable } = new IdentityTransformStream();
  const writer = writable.getWriter();
  writer.write(bytes('ab'));
  writer.write(bytes('cd').buffer);
  writer.close();
  equal(await new Response(readable).text(), 'abcd');
  const short = new FixedLengthStream(5);
  const shortWriter = short.writable.getWriter();
  shortWriter.write(bytes('ab'));
  shortWriter.close();
  await rejects(new Response(short.readable).text(), 'TypeError', 'FixedLengthStream did not see all expected bytes before close().');
} };

export const compressionGoesBothWays = { async test() {
  for (const format of ['gzip', 'deflate', 'deflate-raw']) {
    const compressed = new Response('zz'.repeat(500)).body.pipeThrough(new CompressionStream(format));
    equal((await new Response(compressed.pipeThrough(new DecompressionStream(format))).text()).length, 1000);
  }
  throws(() => new CompressionStream('br'), 'TypeError', "The compression format must be either 'deflate', 'deflate-raw' or 'gzip'.");
} };

export const streamClassesHideTheirInsides = { test() {
  equal([Object.keys(new ReadableStream()), Object.keys(ReadableStream.prototype), String(new TransformStream())],
    [[], ['locked', 'cancel', 'getReader', 'pipeThrough', 'pipeTo', 'tee', 'values'], '[object TransformStream]']);
  throws(() => new ReadableStreamDefaultController(), 'TypeError', 'Illegal constructor');
  throws(() => Object.getOwnPropertyDescriptor(ReadableStream.prototype, 'locked').get.call({}), 'TypeError',
    'Illegal invocation: function called with incorrect `this` reference. See https://developers.cloudflare.com/workers/observability/errors/#illegal-invocation-errors for details.');
} };
