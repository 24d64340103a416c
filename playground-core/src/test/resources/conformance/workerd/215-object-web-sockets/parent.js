import { DurableObject } from 'cloudflare:workers';
const Q = (f) => { try { const v = f(); return v === undefined ? 'undefined' : v; } catch (e) { return `${e.name}: ${e.message}`; } };
const events = [];
export class Room extends DurableObject {
  constructor(ctx, env) { super(ctx, env); events.push('constructor'); }
  async fetch(req) {
    const url = new URL(req.url);
    const [client, server] = new WebSocketPair();
    const out = {};
    if (url.pathname === '/errors') {
      const c = this.ctx;
      out.none = Q(() => c.acceptWebSocket()); out.bad = Q(() => c.acceptWebSocket({}));
      out.tagsString = Q(() => c.acceptWebSocket(new WebSocketPair()[0], 'abc'));
      out.tags11 = Q(() => c.acceptWebSocket(new WebSocketPair()[0], Array.from({ length: 11 }, (_, i) => 't' + i)));
      out.tagLong = Q(() => c.acceptWebSocket(new WebSocketPair()[0], ['x'.repeat(257)]));
      out.tagEmpty = Q(() => c.acceptWebSocket(new WebSocketPair()[0], ['']));
      out.tagNumber = Q(() => { const w = new WebSocketPair()[0]; c.acceptWebSocket(w, [1, 'a', 'a']); return c.getTags(w); });
      out.accepted = Q(() => { const w = new WebSocketPair()[0]; w.accept(); c.acceptWebSocket(w); });
      out.twice = Q(() => { const w = new WebSocketPair()[0]; c.acceptWebSocket(w); c.acceptWebSocket(w); });
      out.acceptAfter = Q(() => { const w = new WebSocketPair()[0]; c.acceptWebSocket(w); w.accept(); });
      out.listen = Q(() => { const w = new WebSocketPair()[0]; c.acceptWebSocket(w); w.addEventListener('message', () => {}); });
      out.tagsOfPlain = Q(() => c.getTags(new WebSocketPair()[0]));
      out.tagsOfAccepted = Q(() => { const w = new WebSocketPair()[0]; w.accept(); return c.getTags(w); });
      out.tagsNone = Q(() => c.getTags());
      out.count = Q(() => c.getWebSockets().length);
      out.countA = Q(() => c.getWebSockets('a').length); out.countB = Q(() => c.getWebSockets('zz').length); out.countNum = Q(() => c.getWebSockets(1).length);
      out.auto0 = Q(() => String(c.getWebSocketAutoResponse()));
      out.autoBad = Q(() => c.setWebSocketAutoResponse({}));
      out.autoSet = Q(() => c.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong')));
      out.auto1 = Q(() => { const p = c.getWebSocketAutoResponse(); return [p.request, p.response, p.constructor.name]; });
      out.autoUnset = Q(() => c.setWebSocketAutoResponse());
      out.auto2 = Q(() => String(c.getWebSocketAutoResponse()));
      out.autoLong = Q(() => c.setWebSocketAutoResponse(new WebSocketRequestResponsePair('x'.repeat(2049), 'pong')));
      out.autoLongR = Q(() => c.setWebSocketAutoResponse(new WebSocketRequestResponsePair('x', 'p'.repeat(2049))));
      out.tsNone = Q(() => c.getWebSocketAutoResponseTimestamp()); out.tsPlain = Q(() => String(c.getWebSocketAutoResponseTimestamp(new WebSocketPair()[0])));
      out.tsAcc = Q(() => { const w = new WebSocketPair()[0]; c.acceptWebSocket(w); return String(c.getWebSocketAutoResponseTimestamp(w)); });
      out.timeout0 = Q(() => String(c.getHibernatableWebSocketEventTimeout()));
      out.timeoutSet = Q(() => c.setHibernatableWebSocketEventTimeout(1000)); out.timeout1 = Q(() => c.getHibernatableWebSocketEventTimeout());
      out.timeoutBig = Q(() => c.setHibernatableWebSocketEventTimeout(604800001)); out.timeoutNeg = Q(() => c.setHibernatableWebSocketEventTimeout(-1));
      out.timeoutText = Q(() => c.setHibernatableWebSocketEventTimeout('abc')); out.timeout2 = Q(() => c.getHibernatableWebSocketEventTimeout());
      out.timeoutUnset = Q(() => c.setHibernatableWebSocketEventTimeout()); out.timeout3 = Q(() => String(c.getHibernatableWebSocketEventTimeout()));
      out.attachBig = Q(() => { const w = new WebSocketPair()[0]; c.acceptWebSocket(w); w.serializeAttachment('x'.repeat(20000)); return 'ok'; });
      out.attachMid = Q(() => { const w = new WebSocketPair()[0]; c.acceptWebSocket(w); w.serializeAttachment('x'.repeat(2040)); return w.deserializeAttachment().length; });
      out.attach3k = Q(() => { const w = new WebSocketPair()[0]; c.acceptWebSocket(w); w.serializeAttachment('x'.repeat(3000)); return w.deserializeAttachment().length; });
      out.attachPlainBig = Q(() => { const w = new WebSocketPair()[0]; w.serializeAttachment('x'.repeat(20000)); return 'ok'; });
      out.attachFn = Q(() => { const w = new WebSocketPair()[0]; w.serializeAttachment(() => 1); return 'ok'; });
      out.attachMap = Q(() => { const w = new WebSocketPair()[0]; w.serializeAttachment(new Map([[1, 2]])); return [...w.deserializeAttachment()]; });
      out.pairFew = Q(() => new WebSocketRequestResponsePair('a')); out.pairBad = Q(() => new WebSocketRequestResponsePair(1, null).response);
      out.keys = Object.getOwnPropertyNames(WebSocketRequestResponsePair.prototype).sort();
      return Response.json(out);
    }
    this.ctx.acceptWebSocket(server, ['room', url.searchParams.get('tag') ?? 'none']);
    server.serializeAttachment({ name: url.searchParams.get('name') });
    events.push(['ready', server.readyState, this.ctx.getWebSockets().length]);
    return new Response(null, { status: 101, webSocket: client });
  }
  async webSocketMessage(ws, message) {
    events.push(['message', message instanceof ArrayBuffer ? ['bytes', ...new Uint8Array(message)] : message, ws.deserializeAttachment(), this.ctx.getTags(ws), ws === this.ctx.getWebSockets()[0], ws.readyState]);
    if (message === 'fail') throw new RangeError('handler failed');
    if (message === 'state') { ws.send(JSON.stringify([this.ctx.getWebSockets('room').length, this.ctx.getWebSockets('x').length, String(this.ctx.getWebSocketAutoResponseTimestamp(ws)).length > 5])); return; }
    if (message === 'bye') { ws.close(4001, 'as you wish'); events.push(['after close', ws.readyState, this.ctx.getWebSockets().length]); return; }
    if (message === 'auto') { this.ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong')); ws.send('set'); return; }
    if (message === 'all') { for (const w of this.ctx.getWebSockets()) w.send('to all'); return; }
    ws.send(typeof message === 'string' ? 'echo ' + message : message);
  }
  async webSocketClose(ws, code, reason, clean) { events.push(['close', code, reason, clean, ws.readyState, this.ctx.getWebSockets().length]); ws.close(code === 1005 ? 1000 : code, 'closed'); events.push(['closed', ws.readyState]); }
  async webSocketError(ws, error) { events.push(['error', String(error)]); }
  async count() { return [this.ctx.getWebSockets().length, this.ctx.getWebSockets('x').length]; }
}
export class Bare extends DurableObject {
  async fetch() { const [client, server] = new WebSocketPair(); this.ctx.acceptWebSocket(server); return new Response(null, { status: 101, webSocket: client }); }
  async count() { return this.ctx.getWebSockets().length; }
}
async function open(stub, path) {
  const r = await stub.fetch('http://x' + path, { headers: { upgrade: 'websocket' } });
  const ws = r.webSocket; ws.accept(); const got = [], waiting = [];
  const add = (m) => { const w = waiting.shift(); if (w) w(m); else got.push(m); };
  ws.addEventListener('message', (e) => add(typeof e.data === 'string' ? e.data : ['bytes', ...new Uint8Array(e.data)]));
  ws.addEventListener('close', (e) => add(['close', e.code, e.reason, e.wasClean])); ws.addEventListener('error', (e) => add(['error', e.message]));
  const next = (wait = 20000) => got.length ? Promise.resolve(got.shift()) : Promise.race([new Promise((d) => waiting.push(d)), scheduler.wait(wait).then(() => 'nothing')]);
  return { ws, next };
}
export default { async fetch(req, env, ctx) {
  const out = {};
  const errs = await (await env.ROOM.get(env.ROOM.idFromName('e')).fetch('http://x/errors')).json();
  for (const k in errs) out['e ' + k] = errs[k];
  events.length = 0;
  const stub = env.ROOM.get(env.ROOM.idFromName('a'));
  const a = await open(stub, '/?tag=x&name=ann');
  a.ws.send('hi'); out.echo = await a.next();
  a.ws.send(new Uint8Array([1, 2])); out.bytes = await a.next();
  const b = await open(stub, '/?tag=y&name=bob');
  b.ws.send('state'); out.state = await b.next();
  a.ws.send('all'); out.all = [await a.next(), await b.next()];
  a.ws.send('auto'); out.auto = await a.next(); a.ws.send('ping'); out.pong = await a.next(); b.ws.send('ping'); out.pongB = await b.next();
  a.ws.send('state'); out.state2 = await a.next();
  b.ws.send('bye'); out.bye = await b.next(); out.count = await stub.count();
  a.ws.send('fail'); a.ws.send('after'); out.after = await a.next();
  a.ws.close(4000, 'done'); out.closed = await a.next(); await scheduler.wait(50); out.countEnd = await stub.count();
  const bare = env.BARE.get(env.BARE.idFromName('b')); const c = await open(bare, '/'); c.ws.send('x'); out.bareMsg = await c.next(100); c.ws.close(1000, 'd'); out.bareClose = await c.next(100); out.bareCount = await bare.count();
  const d = await open(stub, '/?tag=z'); d.ws.close(); out.close5 = await d.next();
  out.events = events.map(e => JSON.stringify(e));
  return Response.json(out);
} };
