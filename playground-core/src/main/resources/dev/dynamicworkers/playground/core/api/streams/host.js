// Streams between guests and the runtime: bodies of bytes, bodies from another isolate, and what the runtime does with the
// streams of guests. Arguments and results are ReadableStream objects.
(function (rt) {
  'use strict';
  const { ArrayBuffer, Uint8Array, TypedArrayPrototypeSet, TypedArrayPrototypeSlice } = rt.primordials;
  const { noop, then, typeError } = rt.use('streams/common');
  const readables = rt.use('streams/readable');
  const { Stream, acquireReader, cancelStream, streamOf, wrap } = readables;
  const { isView } = ArrayBuffer;
  const NO_BYTES = 'This ReadableStream did not return bytes.';

  const encode = (text) => rt.use('encoding/utf8').encode(text);

  // Bytes that one read gets where the reader brings no view of its own.
  const PIECE = 4096;

  // The body of a Request or Response as a stream, made into bytes on the first read.
  function fromBytes(content) {
    let bytes;
    let at = 0;
    const stream = rt.use('streams/bytes').create((controller) => {
      bytes ??= typeof content === 'string' ? encode(content) : new Uint8Array(content);
      stream.whole = null;
      if (at === bytes.length) return end(controller);
      const view = controller.pendingPullIntos[0];
      const piece = TypedArrayPrototypeSlice(bytes, at, at + (view === undefined ? PIECE : view.byteLength - view.filled));
      at += piece.length;
      controller.enqueue(piece);
    }, noop);
    stream.owner = rt.io.current();
    stream.whole = content;
    stream.knownLength = typeof content === 'string' ? rt.use('encoding/utf8').length(content) : content.length;
    return wrap(stream);
  }

  // Takes back what `fromBytes` was given while nobody has read from the stream, which is at its end then; else null.
  function takeWhole(shell) {
    const stream = streamOf(shell);
    const { whole } = stream;
    if (whole === null || stream.disturbed || stream.reader !== null) return null;
    stream.whole = null;
    stream.disturbed = true;
    acquireReader(stream);
    readables.closeStream(stream);
    return whole;
  }

  // Closes a byte stream; a reader that waits with its own view gets it back empty.
  function end(controller) {
    if (controller.stream.state !== 'readable' || controller.closeRequested) return;
    controller.close();
    if (controller.stream.state === 'closed' && controller.pendingPullIntos.length > 0) controller.respond(0);
  }

  // A stream that has been read to its end by the runtime, whose reader stays.
  function spent() {
    const stream = new Stream();
    stream.state = 'closed';
    stream.disturbed = true;
    acquireReader(stream);
    return wrap(stream);
  }

  // A byte stream over `pull() -> Promise<Uint8Array | null>`, where null is the end; `cancel(reason)` says that nobody reads on. What
  // comes in larger pieces is given out in smaller ones, except to the runtime itself.
  function fromPull(pull, cancel, options) {
    let rest = null;
    let at = 0;
    const give = (controller) => {
      const view = controller.pendingPullIntos[0];
      const most = stream.isTakenWhole ? rest.length : view === undefined ? PIECE : view.byteLength - view.filled;
      const end = at + most;
      const piece = at === 0 && end >= rest.length ? rest : TypedArrayPrototypeSlice(rest, at, end);
      at = end;
      if (end >= rest.length) rest = null;
      controller.enqueue(piece);
    };
    const fill = (controller) => {
      stream.passage = 0;
      if (rest !== null) return give(controller);
      return then(pull(), (chunk) => {
        if (chunk === null || chunk === undefined) return end(controller);
        // An empty chunk is no answer to a read: ask again.
        if (chunk.length === 0) return fill(controller);
        if (controller.stream.state !== 'readable') return undefined;
        rest = chunk;
        at = 0;
        return give(controller);
      });
    };
    const stream = rt.use('streams/bytes').create(fill, (reason) => cancel?.(reason));
    stream.owner = options?.unowned ? null : rt.io.current();
    stream.knownLength = options?.length ?? null;
    stream.passage = options?.passage ?? 0;
    return wrap(stream);
  }

  // The handle behind a stream from elsewhere that nobody has read from, or 0. The stream is locked from here on: its bytes
  // go from where they come from to where it is sent.
  function passOn(shell) {
    const stream = streamOf(shell);
    const { passage } = stream;
    if (passage === 0 || stream.disturbed || stream.reader !== null || stream.state !== 'readable' || stream.owner !== rt.io.current()) return 0;
    stream.passage = 0;
    stream.disturbed = true;
    acquireReader(stream);
    return passage;
  }

  function toBytes(chunk, encodeStrings) {
    if (isView(chunk)) return new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    if (chunk instanceof ArrayBuffer) return new Uint8Array(chunk);
    if (typeof chunk === 'string' && encodeStrings) return encode(chunk);
    throw typeError(NO_BYTES);
  }

  // Takes a stream over: `read()` gives its bytes chunk by chunk and null at the end. Text is an error unless
  // `encodeStrings`; a wrong chunk cancels the stream.
  function drain(shell, options) {
    const stream = streamOf(shell);
    const reader = acquireReader(stream);
    stream.isTakenWhole = true;
    const encodeStrings = options?.encodeStrings === true;
    const read = () =>
      then(readables.readPromise(reader), (result) => {
        if (result.done) return null;
        try {
          const bytes = toBytes(result.value, encodeStrings);
          return bytes.length === 0 ? read() : bytes;
        } catch (error) {
          then(cancelStream(stream, error), undefined, noop);
          throw error;
        }
      });
    return { read, cancel: (reason) => then(cancelStream(stream, reason), noop, noop) };
  }

  // Reads all bytes of a stream into one array.
  function readAll(shell) {
    const source = drain(shell);
    const chunks = [];
    let total = 0;
    const next = (chunk) => {
      if (chunk === null) return join(chunks, total);
      chunks[chunks.length] = chunk;
      total += chunk.length;
      return then(source.read(), next);
    };
    return then(source.read(), next);
  }

  function join(chunks, total) {
    if (chunks.length === 1 && chunks[0].length === chunks[0].buffer.byteLength) return chunks[0];
    const all = new Uint8Array(total);
    let at = 0;
    for (let i = 0; i < chunks.length; i++) {
      TypedArrayPrototypeSet(all, chunks[i], at);
      at += chunks[i].length;
    }
    return all;
  }

  // Moves a stream into a new object. The old one stays behind locked and disturbed.
  function detach(shell) {
    const stream = streamOf(shell);
    if (stream.reader !== null) throw typeError('The ReadableStream has been locked to a reader.');
    const left = new Stream();
    left.state = 'closed';
    left.disturbed = true;
    acquireReader(left);
    readables.replaceStream(shell, left);
    return wrap(stream);
  }

  // Ends a stream that is still open with the reason of an aborted signal.
  function endWith(shell, signal) {
    const stream = streamOf(shell);
    stream.passage = 0;
    const stop = (reason) => {
      if (stream.state !== 'readable') return;
      const { controller } = stream;
      const { cancel } = controller;
      controller.error(reason);
      if (cancel !== null) cancel(reason);
    };
    rt.use('events/abort').onTrigger(signal, stop);
  }

  function discard(shell) {
    const stream = streamOf(shell);
    if (stream.reader === null) then(cancelStream(stream, undefined), undefined, noop);
  }

  return {
    fromBytes, fromPull, passOn, spent, takeWhole, drain, readAll, detach, endWith, discard,
    tee: (shell) => rt.use('streams/tee').tee(streamOf(shell)),
    knownLength: (shell) => streamOf(shell).knownLength,
  };
})
