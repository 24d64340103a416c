// Delivery of requests and of tail events to the handlers of this worker; `io/handlers` delivers the other events. Functions
// that begin with `$` are entered by the host with a new invocation; each tells the host how its handler ended.
(function (rt) {
  'use strict';
  const { Error, Promise, PromisePrototypeThen, TypeError } = rt.primordials;
  const respond = rt.host('io.respond');
  const handled = rt.host('io.handled');
  const failed = rt.host('io.failed');
  const worker = rt.worker;

  // Errors that are no answer of guest code: their receivers do not see them as remote.
  function local(error) {
    rt.use('rpc/errors').markLocal(error);
    return error;
  }

  // ---- entrypoints ----

  // Service-worker syntax, which works in a module that has no default export: its listeners are the handlers.
  function serviceWorker() {
    const listeners = rt.loaded('events/global');
    if (listeners === undefined) return undefined;
    const handlers = {
      fetch: (request) => listeners.dispatchFetch(request, rt.host('io.passThroughOnException')),
      scheduled: (controller) => listeners.dispatchScheduled(controller.scheduledTime, controller.cron, () => controller.noRetry()),
      tail: (events) => listeners.dispatchTail(events),
    };
    for (const kind of ['fetch', 'scheduled', 'tail']) if (!listeners.hasListener(kind)) delete handlers[kind];
    return rt.primordials.ObjectKeys(handlers).length === 0 ? undefined : { name: 'default', kind: 'object', value: handlers };
  }

  function find(name) {
    const entry = worker.entrypoints.get(name);
    if (entry !== undefined) return entry;
    const listening = name === 'default' ? serviceWorker() : undefined;
    if (listening !== undefined) return listening;
    throw local(
      new Error(name === 'default' ? 'Worker has no default entrypoint.' : `Worker has no such entrypoint: ${name}`),
    );
  }

  function contextFor(invocation, propsPayload) {
    const props = propsPayload === null ? {} : rt.use('rpc/clone').read(propsPayload);
    invocation.props = props;
    return rt.use('io/context').make(invocation, props);
  }

  // The object that has the handlers of an entrypoint, for one invocation. A request that reaches no entrypoint fails over
  // there, a call over here.
  function receiver(entry, context, isRequest) {
    switch (entry.kind) {
      case 'object':
        return entry.value;
      case 'entrypoint':
        return new entry.value(context, worker.env);
      default:
        throw notEntrypoint(new Error(
          `Export '${entry.name}' is not an entrypoint: it is a ${entry.kind === 'durableObject' ? 'Durable Object class' : 'class or function that does not extend WorkerEntrypoint'}.`,
        ), isRequest);
    }
  }

  const notEntrypoint = (error, isRequest) => (isRequest === true ? error : local(error));

  function fail(error) {
    const { describe, causesOf } = rt.use('io/report');
    const { name, message, stack, hint } = describe(error);
    failed(rt.use('rpc/errors').write(error, true), name, message, stack, hint ?? null, causesOf(error));
  }

  // Runs `action` and tells its end; `finish` gets the value once it is there.
  function settle(invocation, result, finish) {
    const ended = (action) => (value) => {
      if (invocation.ended) return;
      if (rt.io.current() === invocation) action(value);
      else rt.use('io/turns').within(invocation, () => action(value));
    };
    const succeed = (value) => {
      try {
        finish(value);
      } catch (error) {
        fail(error);
      }
    };
    PromisePrototypeThen(result, ended(succeed), ended(fail));
  }

  // ---- fetch ----

  const isResponse = (value) => value instanceof rt.use('fetch/response').Response;

  const NOT_ASKED = 'Worker tried to return a WebSocket in a response to a request which did not contain the header "Upgrade: websocket".';
  const asksForSocket = ({ headerText }) => {
    const fields = headerText.split('\n');
    const at = fields.findIndex((text, i) => i % 2 === 0 && text.toLowerCase() === 'upgrade');
    return at >= 0 && fields[at + 1].toLowerCase() === 'websocket';
  };

  function finishFetch(invocation, response) {
    if (!isResponse(response)) throw new TypeError("Incorrect type for Promise: the Promise did not resolve to 'Response'.");
    if (response.type === 'error') {
      throw new TypeError('Return value from serve handler must not be an error response (like Response.error())');
    }
    if (response.webSocket && !asksForSocket(invocation)) throw new TypeError(NOT_ASKED);
    const { USED, contentOf, isUsed } = rt.use('fetch/body');
    const content = contentOf(response);
    if (content !== null && isUsed(content)) throw new TypeError(USED);
    const message = rt.use('fetch/wire').fromResponse(response);
    const { kind, body } = rt.use('io/body').send(message.body);
    respond(message.status, message.statusText ?? '', message.headers.join('\n'), kind, body, webSocketHandle(message));
  }

  function webSocketHandle(message) {
    return message.webSocket === undefined || message.webSocket === null ? 0 : rt.use('websocket/wire').send(message.webSocket);
  }

  function requestOf(invocation, method, url, headers, bodyKind, body, redirect, cf) {
    const request = rt.use('fetch/wire').toRequest(
      {
        method,
        url,
        headers: headers === '' ? [] : headers.split('\n'),
        body: rt.use('io/body').receive(bodyKind, body),
        redirect,
        cf: cf === null ? undefined : JSON.parse(cf),
      },
      { immutableHeaders: true },
    );
    invocation.request = request;
    invocation.headerText = headers;
    return request;
  }

  // Sends what a fetch handler returned.
  function answerWith(invocation, result) {
    const finish = (response) => finishFetch(invocation, response);
    if (result instanceof Promise) settle(invocation, result, finish);
    else if (isResponse(result)) finish(result);
    else if (typeof result?.then === 'function') settle(invocation, Promise.resolve(result), finish);
    else throw new TypeError("Callback returned incorrect type; expected 'Promise'");
  }

  function $fetch(invocation, entrypoint, propsText, propsSpecial, propsCapabilities, propsBuffers, method, url, headers, bodyKind, body, redirect, cf) {
    try {
      const entry = find(entrypoint);
      const context = contextFor(invocation, payloadOf(propsText, propsSpecial, propsCapabilities, propsBuffers));
      const request = requestOf(invocation, method, url, headers, bodyKind, body, redirect, cf);
      const target = receiver(entry, context, true);
      const handler = target.fetch;
      if (typeof handler !== 'function') throw new Error('Handler does not export a fetch() function.');
      answerWith(invocation, handler.call(target, request, worker.env, context));
    } catch (error) {
      fail(error);
    }
  }

  const payloadOf = (text, special, capabilities, buffers) => (text === null ? null : { text, special, capabilities, buffers });

  // ---- tails ----

  // Tails get copies of what the host recorded; one without tail() is passed over, with a word on it.
  function $tail(invocation, entrypoint, propsText, propsSpecial, propsCapabilities, propsBuffers, eventsJson) {
    try {
      const entry = find(entrypoint);
      const context = contextFor(invocation, payloadOf(propsText, propsSpecial, propsCapabilities, propsBuffers));
      const target = receiver(entry, context);
      if (typeof target.tail !== 'function') {
        rt.host('io.note')('Attempted to send events but we lack a handler, did you remember to export a tail() function?');
        return handled();
      }
      const events = rt.use('io/tail-events').events(eventsJson);
      settle(invocation, Promise.resolve(entry.kind === 'object' ? target.tail(events, worker.env, context) : target.tail(events)), () => handled());
    } catch (error) {
      fail(error);
    }
  }

  return { find, receiver, contextFor, payloadOf, fail, settle, requestOf, answerWith, $fetch, $tail };
})
