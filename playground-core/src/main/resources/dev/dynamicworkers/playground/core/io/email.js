// E-mail events: the message that a handler gets. What it would send is reported, never sent.
(function (rt) {
  'use strict';
  const { Error, Promise, String, TypeError, Uint8Array, ObjectCreate, ObjectDefineProperty, PromisePrototypeThen } = rt.primordials;

  // The header fields of a raw message, unfolded.
  function headersOf(raw) {
    const { Headers } = rt.use('fetch/headers');
    const headers = new Headers();
    let end = raw.length;
    for (let i = 0; i + 1 < raw.length; i++) {
      if (raw[i] === 10 && (raw[i + 1] === 10 || (raw[i + 1] === 13 && raw[i + 2] === 10))) {
        end = i + 1;
        break;
      }
    }
    const text = new (rt.use('encoding/text').TextDecoder)().decode(raw.subarray(0, end));
    for (const line of text.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
      const colon = line.indexOf(':');
      if (colon < 1) continue;
      try {
        headers.append(line.slice(0, colon).trim(), line.slice(colon + 1).trim());
      } catch {
        // No field that HTTP's rules for headers could hold.
      }
    }
    return headers;
  }

  const textOf = (body) => new (rt.use('fetch/response').Response)(body).text();

  const states = new rt.primordials.WeakMap();
  const stateOf = (message) => {
    const state = states.get(message);
    if (state === undefined) throw rt.illegalInvocation();
    return state;
  };

  class ForwardableEmailMessage {
    constructor() {
      throw rt.illegalConstructor();
    }
    setReject(reason) {
      const state = stateOf(this);
      if (arguments.length === 0) throw rt.argumentError('setReject', 'ForwardableEmailMessage', 1, 'string');
      state.decision.rejected = String(reason);
      state.tell();
    }
    async forward(recipient, headers) {
      const state = stateOf(this);
      if (arguments.length === 0) throw rt.argumentError('forward', 'ForwardableEmailMessage', 1, 'string');
      const extra = headers === undefined ? [] : [...new (rt.use('fetch/headers').Headers)(headers)];
      for (const { 0: name } of extra) {
        if (!name.startsWith('x-')) throw new Error(`An e-mail can be forwarded with headers that begin with x- only, not with ${name}.`);
      }
      state.decision.forwarded.push({ to: String(recipient), headers: extra });
      state.tell();
    }
    async reply(message) {
      const state = stateOf(this);
      if (message === null || typeof message !== 'object') throw rt.argumentError('reply', 'ForwardableEmailMessage', 1, 'EmailMessage');
      const { from, to } = message;
      const raw = message.raw ?? message[RAW];
      if (raw === undefined) throw new TypeError('An e-mail to reply with has a raw message.');
      const text = typeof raw === 'string' ? raw : await textOf(raw);
      state.decision.replies.push({ from: String(from), to: String(to), raw: text });
      state.tell();
    }
  }
  rt.expose(ForwardableEmailMessage);

  // What miniature implementations of EmailMessage keep the text under.
  const RAW = 'EmailMessage::raw';

  function message({ from, to }, raw, decide) {
    const made = ObjectCreate(ForwardableEmailMessage.prototype);
    const decision = { rejected: null, forwarded: [], replies: [] };
    states.set(made, { decision, tell: () => decide(decision) });
    const stream = rt.use('streams/host').fromBytes(raw);
    const values = [['from', from], ['to', to], ['headers', headersOf(raw)], ['raw', stream], ['rawSize', raw.byteLength], ['canBeForwarded', true]];
    for (const { 0: key, 1: value } of values) ObjectDefineProperty(made, key, { value, enumerable: true, configurable: true });
    return made;
  }

  return { message };
})
