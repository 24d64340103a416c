import assert from 'node:assert';
import { DurableObject, RpcTarget } from 'cloudflare:workers';

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export class Room extends DurableObject {
  constructor(ctx, env) {
    super(ctx, env);
    this.order = [];
    this.sockets = [];
    ctx.blockConcurrencyWhile(async () => {
      await sleep(15);
      this.ready = (await ctx.storage.get('starts') ?? 0) + 1;
      await ctx.storage.put('starts', this.ready);
    });
  }
  starts() { return this.ready; }
  // Waits for another event of the same object.
  meet() { return new Promise((resolve) => (this.met = resolve)); }
  arrive(value) { this.met(value); }
  later() { setTimeout(() => (this.fired = true), 10); }
  hasFired() { return this.fired === true; }
  async critical(name) {
    await this.ctx.blockConcurrencyWhile(async () => {
      this.order.push(`${name} in`);
      await sleep(10);
      this.order.push(`${name} out`);
    });
  }
  note(name) { this.order.push(name); return this.order; }
  keep(target) { this.target = target.dup(); }
  useKept() { return this.target.value(); }
  drop() { this.target[Symbol.dispose](); }
  fail() { return this.ctx.blockConcurrencyWhile(async () => { throw new RangeError('section'); }); }
  fetch(request) {
    if (request.headers.get('upgrade') === 'websocket' && request.url.endsWith('/events')) {
      const { 0: client, 1: server } = new WebSocketPair();
      this.ctx.acceptWebSocket(server);
      return new Response(null, { status: 101, webSocket: client });
    }
    if (request.headers.get('upgrade') === 'websocket') {
      const { 0: client, 1: server } = new WebSocketPair();
      server.accept();
      this.sockets.push(server);
      server.addEventListener('message', (event) => this.sockets.forEach((socket) => socket.send(`all: ${event.data}`)));
      return new Response(null, { status: 101, webSocket: client });
    }
    return new Response(request.body);
  }
  say(text) { this.sockets.forEach((socket) => socket.send(text)); return this.sockets.length; }
  limitEvents(ms) { this.ctx.setHibernatableWebSocketEventTimeout(ms); }
  async webSocketMessage(socket, text) {
    if (text === 'wait') await new Promise(() => {});
    if (text === 'abort') this.ctx.abort('enough');
    socket.send(`heard ${text}`);
  }
  async alarmIn(ms) { await this.ctx.storage.setAlarm(Date.now() + ms); return (await this.ctx.storage.getAlarm()) > 0; }
  async alarm(info) { this.rang = [info.retryCount, info.isRetry, await this.ctx.storage.getAlarm()]; }
  hasRung() { return this.rang; }
  stash() { globalThis.stashed = this.ctx.storage; }
  useStashed() { return globalThis.stashed.get('x'); }
}

export class Data extends DurableObject {
  // What one turn writes is kept as a whole or not at all.
  async endsIn(how) {
    const { storage } = this.ctx;
    await storage.put('kept', how);
    await sleep(1);
    await storage.put('lost', how);
    storage.kv.put('lost too', how);
    await storage.setAlarm(Date.now() + 3600e3);
    if (how === 'transaction') await storage.transaction(async () => { storage.kv.put('inner', how); await sleep(1); this.ctx.abort(); });
    if (how === 'sync') storage.transactionSync(() => { storage.kv.put('inner', how); this.ctx.abort(); });
    if (how === 'sql') storage.sql.exec('CREATE TABLE t (n)').toArray();
    this.ctx.abort();
  }
  async left() {
    const { storage } = this.ctx;
    await storage.put('after', 1);
    return [[...(await storage.list()).keys()].join(), (await storage.getAlarm()) !== null];
  }
  async alarm() {}
  async values() {
    const { storage } = this.ctx;
    const value = { d: new Date(5), m: new Map([[1, new Set(['a'])]]), b: new Uint8Array([1, 2]), big: 10n, u: undefined };
    value.self = value;
    await storage.put('v', value);
    const back = await storage.get('v');
    assert.strictEqual(back.self, back);
    assert.deepStrictEqual({ ...back, self: 0 }, { ...value, self: 0 });
    await assert.rejects(storage.put('f', () => {}), { name: 'DataCloneError' });
    await assert.rejects(storage.put('u', undefined), { message: 'put() called with undefined value.' });
    await storage.put('k'.repeat(2049), 1);
    await assert.rejects(storage.list({ start: 'a', startAfter: 'b' }), TypeError);
    await storage.deleteAll();
    assert.strictEqual((await storage.list()).size, 0);
  }
  async transactions() {
    const { storage } = this.ctx;
    const result = await storage.transaction(async (txn) => {
      await txn.put('a', 1);
      await sleep(5);
      await txn.put('b', 2);
      return 'done';
    });
    assert.strictEqual(result, 'done');
    await storage.transaction(async (txn) => {
      await txn.put('a', 9);
      txn.rollback();
      await assert.rejects(txn.get('a'), /rolled back/);
    });
    assert.strictEqual(await storage.get('a'), 1);
    assert.strictEqual(storage.transactionSync(() => storage.kv.get('b')), 2);
    assert.throws(() => storage.transactionSync(() => {
      storage.kv.put('b', 3);
      storage.transactionSync(() => storage.kv.put('c', 3));
      throw new Error('undo');
    }), /undo/);
    assert.deepStrictEqual([...storage.kv.list()], [['a', 1], ['b', 2]]);
  }
  sql() {
    const { sql } = this.ctx.storage;
    const cursor = sql.exec('CREATE TABLE t (a, b BLOB); INSERT INTO t VALUES (?, ?), (NULL, NULL) RETURNING a, b', 1.5, new Uint8Array([7, 8]).subarray(1));
    assert.strictEqual(cursor.rowsWritten, 2);
    const [first, second] = cursor.toArray();
    assert.deepStrictEqual([first.a, [...new Uint8Array(first.b)], second], [1.5, [8], { a: null, b: null }]);
    assert.throws(() => sql.exec('SELECT a FROM t').one(), /got multiple results/);
    assert.throws(() => sql.exec('SELECT a FROM t WHERE a = 9').one(), /got no results/);
    assert.deepStrictEqual([...sql.exec('SELECT 2147483648 AS n, ? AS s', 'x')], [{ n: 2147483648, s: 'x' }]);
    assert.ok(sql.databaseSize > 0);
    assert.throws(() => sql.exec('BEGIN'), /state\.storage\.transaction\(\)/);
  }
}

export class Old extends DurableObject {
  async use() {
    await assert.rejects(this.ctx.storage.put('k'.repeat(2049), 1), /A key of size 2049 was provided/);
    await this.ctx.storage.put('a', 1);
    assert.throws(() => this.ctx.storage.sql.exec('SELECT 1'), /is not backed by SQLite storage, so the SQL API is not available/);
    return this.ctx.storage.get('a');
  }
}

export class Plain {
  fetch() { return new Response('plain'); }
}

const test = (body) => ({ test: (controller, env, ctx) => body(env, ctx) });

export const startsBeforeAnyEvent = test(async (env) => {
  const room = env.ROOM.getByName('start');
  assert.deepStrictEqual(await Promise.all([room.starts(), room.starts(), env.ROOM.getByName('start').starts()]), [1, 1, 1]);
});

export const eventsMeet = test(async (env) => {
  const room = env.ROOM.getByName('meet');
  const meeting = room.meet();
  await room.starts();
  await room.arrive({ hello: 1 });
  assert.deepStrictEqual({ ...(await meeting) }, { hello: 1 });
});

export const timersOutliveEvents = test(async (env) => {
  const room = env.ROOM.getByName('timer');
  await room.later();
  assert.strictEqual(await room.hasFired(), false);
  await sleep(40);
  assert.strictEqual(await room.hasFired(), true);
});

export const criticalSectionsKeepOthersOut = test(async (env) => {
  const room = env.ROOM.getByName('critical');
  await room.starts();
  const done = Promise.all([room.critical('a'), room.note('x'), room.critical('b')]);
  await done;
  assert.deepStrictEqual([...(await room.note('end'))], ['a in', 'a out', 'x', 'b in', 'b out', 'end']);
});

export const aFailedSectionResets = test(async (env) => {
  const room = env.ROOM.getByName('fail');
  assert.strictEqual(await room.starts(), 1);
  await assert.rejects(async () => { await room.fail(); }, { name: 'RangeError', message: 'section' });
  await assert.rejects(async () => { await room.starts(); }, { message: 'section' });
  assert.strictEqual(await env.ROOM.getByName('fail').starts(), 2);
});

export const stubsAreSharedByEvents = test(async (env) => {
  const room = env.ROOM.getByName('keep');
  await room.keep(new (class extends RpcTarget { value() { return 42; } })());
  assert.strictEqual(await room.useKept(), 42);
  await room.drop();
});

export const bodiesStream = test(async (env) => {
  const body = new ReadableStream({ start(c) { c.enqueue(new TextEncoder().encode('chunk')); c.close(); } });
  const response = await env.ROOM.getByName('body').fetch('http://x/', { method: 'POST', body });
  assert.strictEqual(await response.text(), 'chunk');
});

export const socketsAreSharedByEvents = test(async (env) => {
  const room = env.ROOM.getByName('sockets');
  const response = await room.fetch('http://x/', { headers: { upgrade: 'websocket' } });
  const socket = response.webSocket;
  const messages = [];
  socket.addEventListener('message', (event) => messages.push(event.data));
  socket.accept();
  assert.strictEqual(await room.say('hi'), 1);
  socket.send('me');
  await sleep(30);
  assert.deepStrictEqual(messages, ['hi', 'all: me']);
  socket.close(1000, '');
});

const eventSocket = async (room) => {
  const { webSocket } = await room.fetch('http://room/events', { headers: { upgrade: 'websocket' } });
  webSocket.accept();
  const next = () => new Promise((resolve) => {
    for (const type of ['message', 'close']) webSocket.addEventListener(type, (event) => resolve(event.data ?? type), { once: true });
  });
  return { webSocket, next };
};

export const socketEventsEndAtTheirTimeout = test(async (env) => {
  const room = env.ROOM.getByName('timeout');
  const { webSocket, next } = await eventSocket(room);
  await room.limitEvents(20);
  const answer = next();
  webSocket.send('wait');
  webSocket.send('go on');
  assert.strictEqual(await answer, 'heard go on');
});

export const socketsOfAnObjectEndWithIt = test(async (env) => {
  const { webSocket, next } = await eventSocket(env.ROOM.getByName('aborted'));
  const end = next();
  webSocket.send('abort');
  assert.strictEqual(await end, 'close');
  assert.strictEqual(await env.ROOM.getByName('aborted').say('anybody'), 0);
});

export const alarmsRing = test(async (env) => {
  const room = env.ROOM.getByName('alarm');
  assert.strictEqual(await room.alarmIn(30), true);
  await sleep(100);
  assert.deepStrictEqual([...(await room.hasRung())], [0, false, null]);
});

export const storageIsOfOneObject = test(async (env) => {
  await env.ROOM.getByName('one').stash();
  await assert.rejects(async () => { await env.ROOM.getByName('two').useStashed(); }, /on behalf of a different Durable Object/);
});

export const values = test((env) => env.DATA.getByName('values').values());
export const transactions = test((env) => env.DATA.getByName('transactions').transactions());
export const sql = test((env) => env.DATA.getByName('sql').sql());
export const keysWithoutSql = test(async (env) => assert.strictEqual(await env.OLD.getByName('x').use(), 1));

export const plainClassesAnswerRequestsOnly = test(async (env, ctx) => {
  const plain = env.PLAIN.getByName('p');
  assert.strictEqual(await (await plain.fetch('http://x/')).text(), 'plain');
  await assert.rejects(async () => { await plain.anything(); }, /does not support RPC, because its class was not declared with `extends DurableObject`/);
});

export const exportsAreNamespaces = test(async (env, ctx) => {
  assert.strictEqual(ctx.exports.Room.constructor.name, 'LoopbackDurableObjectNamespace');
  assert.strictEqual(ctx.exports.Room.idFromName('a').toString(), env.ROOM.idFromName('a').toString());
  assert.strictEqual(await ctx.exports.Room.getByName('start-by-export').starts(), 1);
  assert.throws(() => env.DATA.get(env.ROOM.newUniqueId()), /not valid for this namespace/);
});

export const countsStarts = test(async (env) => {
  const expected = Number(env.EXPECTED_STARTS);
  assert.strictEqual(await env.ROOM.getByName('persistent').starts(), expected);
});

export const writesOfATurnBelongTogether = {
  async test(controller, env) {
    for (const how of ['sync', 'sql', 'plain', 'transaction']) {
      const object = () => env.DATA.getByName(`ends in ${how}`);
      await assert.rejects(object().endsIn(how));
      // The transaction lasted longer than its turn: what was written before it had been kept.
      const left = how === 'transaction' ? ['after,kept,lost,lost too', true] : ['after,kept', false];
      assert.deepStrictEqual(await object().left(), left, how);
    }
  },
};
