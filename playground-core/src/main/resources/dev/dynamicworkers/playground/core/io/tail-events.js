// TraceItems: what `tail()` gets, made from the host's record. Values that may hold secrets are redacted on access.
(function (rt) {
  'use strict';
  const { JSONParse, ObjectDefineProperty, ObjectKeys, ObjectCreate, Date, WeakMap } = rt.primordials;

  const SECRET = /auth|key|secret|token|jwt/;
  const isSecret = (name) => name === 'cookie' || name === 'set-cookie' || SECRET.test(name);
  const HEX_ID = /[0-9a-fA-F]{32,}/g;
  const BASE64_ID = /[A-Za-z0-9+/_-]{21,}/g;

  // Long ids in a URL: hexadecimal ones, and those that mix letters and digits as base64 does.
  function redactUrl(url) {
    const looksLikeId = (text) => /[A-Z]/.test(text) && /[a-z]/.test(text) && /[0-9]/.test(text);
    return url.replace(HEX_ID, 'REDACTED').replace(BASE64_ID, (text) => (text !== 'REDACTED' && looksLikeId(text) ? 'REDACTED' : text));
  }

  function makeClass(name) {
    const Class = { [name]: class {
      constructor() {
        throw rt.illegalConstructor();
      }
    } }[name];
    return rt.expose(Class);
  }

  const TraceItem = makeClass('TraceItem');
  const TraceLog = makeClass('TraceLog');
  const TraceException = makeClass('TraceException');
  const FetchEventInfo = makeClass('FetchEventInfo');
  const Request = makeClass('Request');

  function make(Class, values) {
    const object = ObjectCreate(Class.prototype);
    for (const key of ObjectKeys(values)) {
      const value = values[key];
      ObjectDefineProperty(object, key, { get: () => value, enumerable: true, configurable: true });
    }
    return object;
  }

  const unredacted = new WeakMap();
  ObjectDefineProperty(Request.prototype, 'getUnredacted', {
    value: function getUnredacted() {
      const raw = unredacted.get(this);
      if (raw === undefined) throw rt.illegalInvocation();
      return requestOf(raw, raw.headers, raw.url);
    },
    writable: true,
    enumerable: true,
    configurable: true,
  });

  function requestOf(raw, headers, url) {
    const shown = make(Request, { url, method: raw.method, headers, cf: raw.cf });
    unredacted.set(shown, raw);
    return shown;
  }

  function request(raw) {
    const headers = {};
    for (const name of ObjectKeys(raw.headers ?? {})) headers[name] = isSecret(name.toLowerCase()) ? 'REDACTED' : raw.headers[name];
    return requestOf(raw, headers, redactUrl(raw.url));
  }

  function event(raw) {
    if (raw === null || raw === undefined) return null;
    if (raw.request === undefined) {
      // An alarm's time is a Date, a cron event's a number.
      return raw.scheduledTime !== undefined && raw.cron === undefined ? { ...raw, scheduledTime: new Date(raw.scheduledTime) } : raw;
    }
    // Where nothing was answered, the response is there as undefined.
    return make(FetchEventInfo, { request: request(raw.request), response: raw.response });
  }

  function item(raw) {
    const { wallTime, cpuTime, truncated, executionModel, outcome, durableObjectId, entrypoint, scriptName, ...rest } = raw;
    // A worker that nobody deployed has no preview, tags, namespace or version.
    const values = {
      wallTime, cpuTime, truncated, executionModel, outcome, durableObjectId, preview: undefined, tailAttributes: undefined,
      scriptTags: undefined, dispatchNamespace: undefined, scriptVersion: undefined, entrypoint, scriptName, ...rest,
      exceptions: (raw.exceptions ?? []).map((exception) => make(TraceException, exception)),
      logs: (raw.logs ?? []).map((log) => make(TraceLog, { errorInfo: undefined, ...log })),
      event: event(raw.event),
    };
    return make(TraceItem, values);
  }

  const events = (json) => JSONParse(json).map(item);
  return { events };
})
