// TraceItems: what `tail()` gets, made from the host's record. Values that may hold secrets are redacted on access.
(function (rt) {
  'use strict';
  const { JSONParse, ObjectDefineProperty, ObjectKeys, ObjectCreate, Date } = rt.primordials;

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

  function request(raw) {
    const headers = {};
    for (const name of ObjectKeys(raw.headers ?? {})) headers[name] = isSecret(name.toLowerCase()) ? 'REDACTED' : raw.headers[name];
    const shown = make(Request, { ...(raw.cf === undefined ? {} : { cf: raw.cf }), headers, method: raw.method, url: redactUrl(raw.url) });
    ObjectDefineProperty(shown, 'getUnredacted', { value: () => make(Request, raw), enumerable: false, configurable: true });
    return shown;
  }

  function event(raw) {
    if (raw === null || raw === undefined) return null;
    if (raw.request === undefined) {
      // An alarm's time is a Date, a cron event's a number.
      return raw.scheduledTime !== undefined && raw.cron === undefined ? { ...raw, scheduledTime: new Date(raw.scheduledTime) } : raw;
    }
    const values = { request: request(raw.request) };
    if (raw.response !== undefined) values.response = raw.response;
    return make(FetchEventInfo, values);
  }

  function item(raw) {
    const values = {
      ...raw,
      event: event(raw.event),
      logs: (raw.logs ?? []).map((log) => make(TraceLog, log)),
      exceptions: (raw.exceptions ?? []).map((exception) => make(TraceException, exception)),
    };
    return make(TraceItem, values);
  }

  const events = (json) => JSONParse(json).map(item);
  return { events };
})
