import assert, { strictEqual } from 'node:assert';
import { AsyncLocalStorage } from 'node:async_hooks';
import { Buffer } from 'node:buffer';
import crypto from 'node:crypto';
import EventEmitter, { once } from 'node:events';
import path from 'path';
import querystring from 'node:querystring';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { StringDecoder } from 'node:string_decoder';
import { setTimeout as wait } from 'node:timers/promises';
import url from 'node:url';
import util from 'node:util';
import zlib from 'node:zlib';
import fs from 'node:fs';
import { channel } from 'node:diagnostics_channel';

export const buffers = {
  test() {
    strictEqual(Buffer.from('héllo').toString('hex'), '68c3a96c6c6f');
    strictEqual(Buffer.from('aGk=', 'base64').toString(), 'hi');
    strictEqual(Buffer.from([251, 255]).toString('base64url'), '-_8');
    const buffer = Buffer.alloc(16);
    buffer.writeUInt32BE(0xdeadbeef, 0);
    buffer.writeDoubleLE(1.5, 4);
    buffer.writeIntBE(-5, 12, 3);
    assert.deepStrictEqual([buffer.readUInt32BE(0), buffer.readDoubleLE(4), buffer.readIntBE(12, 3)], [0xdeadbeef, 1.5, -5]);
    assert.ok(Buffer.isBuffer(Buffer.from('ab').map((byte) => byte + 1)));
    assert.ok(Buffer.from('ab') instanceof Uint8Array);
    assert.throws(() => buffer.readUInt8(99), { code: 'ERR_OUT_OF_RANGE' });
    strictEqual(Buffer.concat([Buffer.from('a'), Buffer.from('b')]).indexOf('b'), 1);
    strictEqual(globalThis.Buffer, Buffer);
  },
};

export const emitters = {
  async test() {
    class Mine extends EventEmitter {}
    const emitter = new Mine();
    const seen = [];
    emitter.once('a', (...args) => seen.push(args));
    strictEqual(emitter.emit('a', 1, 2), true);
    strictEqual(emitter.emit('a'), false);
    const later = once(emitter, 'b');
    emitter.emit('b', 3);
    assert.deepStrictEqual([seen, await later], [[[1, 2]], [3]]);
    assert.throws(() => emitter.emit('error', new Error('unheard')), /unheard/);
  },
};

export const hashes = {
  test() {
    strictEqual(crypto.createHash('sha256').update('a').update('bc').digest('hex').slice(0, 16), 'ba7816bf8f01cfea');
    strictEqual(crypto.createHmac('sha1', 'k').update('d').digest('base64'), 'K5DkHnwMyOL3XAKRDDiZzEaLoxY=');
    strictEqual(crypto.scryptSync('password', 'NaCl', 64, { N: 1024, r: 8, p: 16 }).toString('hex').slice(0, 32), 'fdbabe1c9d3472007856e7190d01e9fe');
    strictEqual(crypto.randomBytes(8).length, 8);
    assert.ok(crypto.randomInt(3) < 3);
    assert.throws(() => crypto.createCipheriv('aes-128-cbc', '', ''), { message: 'Invalid key length' });
  },
};

export const streams = {
  async test() {
    const out = [];
    await pipeline(
      Readable.from(['a', 'b']),
      new Transform({ transform(chunk, encoding, done) { done(null, String(chunk).toUpperCase()); } }),
      async (source) => { for await (const chunk of source) out.push(String(chunk)); },
    );
    strictEqual(out.join(''), 'AB');
  },
};

export const storageFollowsAsyncWork = {
  async test() {
    const storage = new AsyncLocalStorage();
    const seen = await storage.run({ id: 1 }, async () => {
      await null;
      await wait(1);
      return new Promise((resolve) => { setTimeout(() => resolve(storage.getStore()), 1); });
    });
    assert.deepStrictEqual([seen, storage.getStore(), typeof AsyncContext], [{ id: 1 }, undefined, 'undefined']);
  },
};

export const smallModules = {
  async test() {
    strictEqual(path.join('/a', '../b', 'c.txt'), '/b/c.txt');
    assert.deepStrictEqual({ ...querystring.parse('a=1&b=2&a=3') }, { a: ['1', '3'], b: '2' });
    strictEqual(url.parse('http://u:p@h.com:80/p?q=1#h').pathname, '/p');
    strictEqual(url.fileURLToPath('file:///a%20b'), '/a b');
    strictEqual(await util.promisify((value, done) => done(null, value + 1))(1), 2);
    strictEqual(zlib.gunzipSync(zlib.gzipSync('hello')).toString(), 'hello');
    assert.throws(() => zlib.gunzipSync(Buffer.from('nonsense')), { code: 'Z_DATA_ERROR' });
    const decoder = new StringDecoder('utf8');
    strictEqual(decoder.write(Buffer.from([0xe2, 0x82])) + decoder.write(Buffer.from([0xac])), '€');
    const heard = [];
    channel('c').subscribe((message) => heard.push(message));
    channel('c').publish(1);
    assert.deepStrictEqual(heard, [1]);
    await new Promise((resolve) => process.nextTick(resolve));
    strictEqual(typeof process.version, 'string');
    assert.throws(() => fs.readFileSync('x'), { code: 'ENOENT' });
  },
};

export const assertions = {
  async test() {
    assert.throws(() => assert.strictEqual(1, 2), { name: 'AssertionError', code: 'ERR_ASSERTION', message: 'Values are not strictly equal:\n\n\n[Diff] Actual / Expected\n\n\n-   1\n+   2\n', generatedMessage: false });
    assert.throws(() => assert.deepStrictEqual({ a: [1] }, { a: [2] }), /strictly deep-equal/);
    await assert.rejects(Promise.reject(new TypeError('x')), TypeError);
    assert.deepStrictEqual(new Map([[{ a: 1 }, new Set([1])]]), new Map([[{ a: 1 }, new Set([1])]]));
    assert.notDeepStrictEqual([1], ['1']);
  },
};

export default {};
