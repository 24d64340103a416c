// Requests that leave the isolate: through its global outbound, or through a stub.
(function (rt) {
  'use strict';
  const { TypeError, Promise, PromisePrototypeThen } = rt.primordials;
  const hostFetch = rt.host('io.fetch');
  const abortFetch = rt.host('io.abortFetch');

  // channel: 0 is the global outbound, any other number a handle of a stub.
  function fetchThrough(channel, message, signal) {
    const { kind, body } = rt.use('io/body').send(message.body);
    let opId = 0;
    const sent = rt.io.op((op) => {
      opId = op;
      const cf = message.cf === undefined || message.cf === null ? null : JSON.stringify(message.cf);
      hostFetch(op, channel, message.method, message.url, message.headers.join('\n'), kind, body, message.redirect ?? 'follow', cf);
    }, true);
    if (signal === undefined || signal === null) return sent;
    return abortable(sent, signal, () => abortFetch(opId));
  }

  function abortable(sent, signal, stop) {
    return new Promise((resolve, reject) => {
      const invocation = rt.io.current();
      const onAbort = () => rt.io.as(invocation, () => {
        stop();
        reject(signal.reason);
      });
      signal.addEventListener('abort', onAbort, { once: true });
      const done = (settle) => (value) => {
        signal.removeEventListener('abort', onAbort);
        settle(value);
      };
      PromisePrototypeThen(sent, done(resolve), done(reject));
    });
  }

  // Entered by the host with the answer to an earlier fetch.
  function answer(invocation, op, status, statusText, headers, kind, body, webSocket) {
    rt.io.complete(op, true, {
      status,
      statusText,
      headers: headers === '' ? [] : headers.split('\n'),
      body: rt.use('io/body').receive(kind, body),
      webSocket: webSocket === 0 ? undefined : rt.use('websocket/wire').receive(webSocket),
    });
  }

  // Entered by the host: the other side failed.
  function refuse(invocation, op, errorText, remote, site) {
    rt.io.complete(op, false, rt.use('rpc/errors').read(errorText, remote, site));
  }

  const fetch = (message, signal) => fetchThrough(0, message, signal);
  return { fetch, fetchThrough, answer, refuse };
})
