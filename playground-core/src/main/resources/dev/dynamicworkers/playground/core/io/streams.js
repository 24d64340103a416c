// Streams across isolates: the consumer pulls, one chunk a turn, so back-pressure needs nothing else.
(function (rt) {
  'use strict';
  const { Map, Uint8Array, PromisePrototypeThen } = rt.primordials;
  const streamPull = rt.host('stream.pull');
  const streamCancel = rt.host('stream.cancel');
  const streamChunk = rt.host('stream.chunk');
  const outgoing = new Map();
  let last = 0;

  // Registers a local stream so that another isolate can pull from it; it is locked from here on.
  function exportReadable(stream, options) {
    const id = ++last;
    const invocation = rt.io.current();
    outgoing.set(id, { source: rt.use('streams/host').drain(stream, options), invocation });
    (invocation.onEnd ??= []).push(() => outgoing.delete(id));
    return id;
  }

  // Entered by the host: the consumer wants the next chunk.
  function pull(invocation, id, ticket) {
    const entry = outgoing.get(id);
    if (entry === undefined) return streamChunk(ticket, null, false, null);
    PromisePrototypeThen(
      entry.source.read(),
      (chunk) => {
        if (invocation.ended) return;
        if (chunk === null || chunk === undefined) {
          outgoing.delete(id);
          streamChunk(ticket, null, true, null);
        } else streamChunk(ticket, chunk, false, null);
      },
      (error) => {
        if (invocation.ended) return;
        outgoing.delete(id);
        const { name, message, stack } = rt.use('io/report').describe(error);
        streamChunk(ticket, null, false, rt.use('rpc/errors').write(error, true), name, message, stack);
      },
    );
  }

  // Entered by the host: the consumer is not interested any more.
  function cancel(invocation, id) {
    const entry = outgoing.get(id);
    if (entry === undefined) return;
    outgoing.delete(id);
    PromisePrototypeThen(entry.source.cancel(undefined), undefined, () => {});
  }

  // A byte stream over a stream of another isolate, or of the outside.
  function importReadable(handle, rpc) {
    const owner = rt.io.current();
    return rt.use('streams/host').fromPull(
      () => {
        rt.io.check(owner, 'ReadableStreamSource>');
        return rt.io.op((op) => streamPull(op, handle, rpc === true), true);
      },
      () => streamCancel(handle),
      { owner, passage: rpc === true ? 0 : handle },
    );
  }

  // ---- writable streams: the local one is driven by the other side ----

  const writers = new Map();
  const writeDone = rt.host('stream.writeDone');
  const hostWrite = rt.host('stream.write');

  function exportWritable(stream) {
    const id = ++last;
    const invocation = rt.io.current();
    writers.set(id, stream.getWriter());
    (invocation.onEnd ??= []).push(() => writers.delete(id));
    return id;
  }

  // Entered by the host: what the other side did with its end. Operations: write, close, abort.
  function write(invocation, id, ticket, operation, bytes) {
    const writer = writers.get(id);
    if (writer === undefined) return writeDone(ticket, rt.use('rpc/errors').write(new rt.primordials.Error('The stream is closed.'), true));
    let result;
    if (operation === 'write') result = writer.write(bytes.buffer);
    else if (operation === 'close') result = writer.close();
    else result = writer.abort(new rt.primordials.Error('The other side aborted the stream.'));
    if (operation !== 'write') writers.delete(id);
    PromisePrototypeThen(
      result,
      () => writeDone(ticket, null),
      (error) => writeDone(ticket, rt.use('rpc/errors').write(error, true)),
    );
  }

  function importWritable(handle) {
    const { WritableStream } = rt.use('streams/writable');
    const send = (operation, bytes) => rt.io.op((op) => hostWrite(op, handle, operation, bytes));
    return new WritableStream({
      write: (chunk) => send('write', toBytes(chunk)),
      close: () => send('close', null),
      abort: () => send('abort', null),
    });
  }

  function toBytes(chunk) {
    if (typeof chunk === 'string') return new (rt.use('encoding/text').TextEncoder)().encode(chunk);
    if (chunk instanceof Uint8Array) return chunk;
    if (rt.primordials.ArrayBufferIsView(chunk)) return new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    if (chunk instanceof rt.primordials.ArrayBuffer) return new Uint8Array(chunk);
    throw new rt.primordials.TypeError('This WritableStream only accepts bytes and strings.');
  }

  return { exportReadable, importReadable, pull, cancel, exportWritable, importWritable, write };
})
