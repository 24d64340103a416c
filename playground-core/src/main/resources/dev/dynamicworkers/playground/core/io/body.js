// Bodies on their way between isolates. Kinds: 0 none, 1 text, 2 bytes, 3 a stream that the other side pulls; sent only:
// 4 a stream from elsewhere that is passed on.
(function (rt) {
  'use strict';
  const { Uint8Array } = rt.primordials;
  const EMPTY = { kind: 0, body: null };

  function send(body) {
    if (body === null || body === undefined) return EMPTY;
    if (typeof body === 'string') return { kind: 1, body };
    if (body instanceof Uint8Array) return { kind: 2, body };
    const passed = rt.use('streams/host').passOn(body);
    return passed === 0 ? { kind: 3, body: rt.use('io/streams').exportReadable(body) } : { kind: 4, body: passed };
  }

  function receive(kind, body) {
    return kind === 3 ? rt.use('io/streams').importReadable(body) : body;
  }

  return { send, receive };
})
