import assert, { strictEqual, deepStrictEqual } from 'node:assert';
import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';
import { Buffer, constants as bufferConstants, isUtf8, transcode } from 'node:buffer';
import constants from 'node:constants';
import crypto from 'node:crypto';
import diagnostics from 'node:diagnostics_channel';
import dns from 'node:dns';
import EventEmitter, { getEventListeners, on } from 'node:events';
import path from 'node:path';
import process from 'node:process';
import punycode from 'node:punycode';
import querystring from 'node:querystring';
import stream, { Duplex, PassThrough, Readable, Writable } from 'node:stream';
import { text, json } from 'node:stream/consumers';
import { StringDecoder } from 'node:string_decoder';
import timers from 'node:timers';
import { setTimeout as wait, setImmediate as soon } from 'node:timers/promises';
import url from 'node:url';
import util from 'node:util';
import types from 'node:util/types';
import zlib from 'node:zlib';

const called = (fn, ...args) => new Promise((resolve, reject) => fn(...args, (error, value) => (error ? reject(error) : resolve(value))));

export const keyDerivation = {
  async test() {
    const hex = (bytes) => Buffer.from(bytes).toString('hex');
    strictEqual(hex(crypto.pbkdf2Sync('pw', 'salt', 1000, 20, 'sha256')), '0a38253555ce37f5c72a6b703f996814ebf241f2');
    strictEqual(hex(await called(crypto.pbkdf2, 'pw', 'salt', 1000, 20, 'sha256')), '0a38253555ce37f5c72a6b703f996814ebf241f2');
    strictEqual(hex(crypto.scryptSync('pw', 'salt', 16, { N: 1024 })), '9f1f8695838e682c1689750f45a69fb9');
    strictEqual(hex(await util.promisify(crypto.scrypt)('pw', 'salt', 16, { N: 1024 })), '9f1f8695838e682c1689750f45a69fb9');
    strictEqual(hex(crypto.hkdfSync('sha512', 'key', 'salt', 'info', 16)), '24156e2c35525baaf3d0fbb92b734c80');
    strictEqual(hex(await called(crypto.hkdf, 'sha512', 'key', 'salt', 'info', 16)), '24156e2c35525baaf3d0fbb92b734c80');
    assert.throws(() => crypto.pbkdf2Sync('pw', 'salt', 0, 20, 'sha256'), { code: 'ERR_OUT_OF_RANGE' });
    assert.throws(() => crypto.pbkdf2Sync('pw', 'salt', 1, 20, 'nope'), { code: 'ERR_CRYPTO_INVALID_DIGEST' });
  },
};

export const hashesInEveryForm = {
  async test() {
    strictEqual(crypto.createHash('md5').update('abc').digest('hex'), '900150983cd24fb0d6963f7d28e17f72');
    strictEqual(crypto.createHash('sha512-256').digest('hex').slice(0, 16), 'c672b8d1ef56ed28');
    strictEqual(crypto.createHmac('sha1', 'k').update('a').update('b').digest('base64'), 'ix7Xzz4IVJqOJi1Z99KqNkqFd/c=');
    const hash = crypto.createHash('md5');
    const copy = hash.update('a').copy();
    strictEqual(copy.update('bc').digest('hex'), '900150983cd24fb0d6963f7d28e17f72');
    assert.throws(() => copy.update('x'), { code: 'ERR_CRYPTO_HASH_FINALIZED' });
    const streamed = crypto.createHash('md5');
    Readable.from(['a', 'b', 'c']).pipe(streamed);
    strictEqual((await streamed.toArray())[0].toString('hex'), '900150983cd24fb0d6963f7d28e17f72');
    assert.ok(crypto.getHashes().includes('sha256'));
    assert.throws(() => crypto.createHash('nope'), /Digest method not supported/);
  },
};

export const randomness = {
  async test() {
    strictEqual((await called(crypto.randomBytes, 5)).length, 5);
    assert.match(crypto.randomUUID(), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const filled = crypto.randomFillSync(Buffer.alloc(64));
    assert.ok(filled.some((byte) => byte !== 0));
    assert.ok((await called(crypto.randomInt, 10, 12)) >= 10);
    strictEqual(crypto.timingSafeEqual(Buffer.from('abc'), Buffer.from('abc')), true);
    strictEqual(crypto.timingSafeEqual(Buffer.from('abc'), Buffer.from('abd')), false);
    assert.throws(() => crypto.timingSafeEqual(Buffer.from('a'), Buffer.from('ab')), RangeError);
    strictEqual(crypto.webcrypto.subtle, globalThis.crypto.subtle);
  },
};

export const mimeTypes = {
  test() {
    const type = new util.MIMEType('Text/HTML; Charset=utf-8;q="a b";q=2;bad');
    deepStrictEqual([String(type), type.essence, type.subtype, type.params.get('charset'), [...type.params.keys()]],
      ['text/html;charset=utf-8;q="a b"', 'text/html', 'html', 'utf-8', ['charset', 'q']]);
    type.params.set('x', 'a"b');
    type.subtype = 'plain';
    strictEqual(JSON.stringify(type), '"text/plain;charset=utf-8;q=\\"a b\\";x=\\"a\\\\\\"b\\""');
    assert.throws(() => new util.MIMEType('x'), { code: 'ERR_INVALID_MIME_SYNTAX' });
    assert.throws(() => type.params.set('a b', ''), { code: 'ERR_INVALID_MIME_SYNTAX' });
  },
};

export const argumentsAndStyles = {
  test() {
    const options = { verbose: { type: 'boolean', short: 'v' }, name: { type: 'string', multiple: true }, level: { type: 'string', default: '3' } };
    const { values, positionals } = util.parseArgs({ args: ['-v', '--name=a', '--name', 'b', 'file'], options, allowPositionals: true });
    deepStrictEqual([{ ...values }, positionals], [{ verbose: true, name: ['a', 'b'], level: '3' }, ['file']]);
    assert.throws(() => util.parseArgs({ args: ['--nope'], options }), { code: 'ERR_PARSE_ARGS_UNKNOWN_OPTION' });
    strictEqual(util.styleText('red', 'x'), '\u001b[31mx\u001b[39m');
    strictEqual(util.stripVTControlCharacters(util.styleText(['bold', 'red'], 'x')), 'x');
    deepStrictEqual({ ...util.parseEnv('A=1\nB="two\\nthree" # c\nexport C=\'x y\'\n#D=4') }, { A: '1', B: 'two\nthree', C: 'x y' });
  },
};

export const inspection = {
  test() {
    strictEqual(util.inspect({ a: [1, { b: new Map([['k', new Set([1])]]) }] }, { depth: 0 }), '{ a: [Array] }');
    strictEqual(util.inspect(new (class A { constructor() { this.x = 1; } })()), 'A { x: 1 }');
    strictEqual(util.inspect({ [util.inspect.custom]: () => 'custom' }), 'custom');
    strictEqual(util.inspect('a\nb'), "'a\\nb'");
    strictEqual(util.inspect({ b: 1, a: 2 }, { sorted: true, compact: false }), '{\n  a: 2,\n  b: 1\n}');
    strictEqual(util.format('%s %d %i %j %o %%', 'a', 1.5, 1.5, { a: 1 }, [1]), 'a 1.5 1 {"a":1} [ 1, [length]: 1 ] %');
    strictEqual(util.isDeepStrictEqual({ a: [1] }, { a: [1] }), true);
    deepStrictEqual([types.isDate(new Date()), types.isPromise(Promise.resolve()), types.isTypedArray(new Uint8Array()), types.isMap({})], [true, true, true, false]);
  },
};

export const functionHelpers = {
  async test() {
    strictEqual(await called(util.callbackify(async (x) => x + 1), 1), 2);
    const twice = util.deprecate((x) => x * 2, 'old', 'DEP1');
    strictEqual(twice(2), 4);
    function Base() {}
    function Derived() {}
    util.inherits(Derived, Base);
    assert.ok(new Derived() instanceof Base);
    strictEqual(util.toUSVString('a\ud800'), 'a\ufffd');
  },
};

export const compression = {
  async test() {
    const bytes = Buffer.from('some text '.repeat(100));
    for (const [pack, unpack] of [['gzip', 'gunzip'], ['deflate', 'inflate'], ['deflateRaw', 'inflateRaw'], ['gzip', 'unzip'], ['deflate', 'unzip']]) {
      const packed = zlib[`${pack}Sync`](bytes, { level: 9 });
      assert.ok(packed.length < 60, pack);
      deepStrictEqual(zlib[`${unpack}Sync`](packed), bytes);
      deepStrictEqual(await called(zlib[unpack], await called(zlib[pack], bytes)), bytes);
      const name = (word) => `create${word[0].toUpperCase()}${word.slice(1)}`;
      const through = Readable.from([bytes.subarray(0, 300), bytes.subarray(300)]).pipe(zlib[name(pack)]()).pipe(zlib[name(unpack)]());
      strictEqual(await text(through), String(bytes));
    }
    const brotli = Buffer.from('GxYA+I2Ubt5EVYaWbCBvIU8c4Dg=', 'base64');
    strictEqual(zlib.brotliDecompressSync(brotli).toString(), 'hello hello hello hello');
    strictEqual(await text(Readable.from([brotli]).pipe(zlib.createBrotliDecompress())), 'hello hello hello hello');
    assert.throws(() => zlib.brotliDecompressSync(Buffer.from('nonsense')), Error);
    assert.throws(() => zlib.inflateSync(Buffer.from('nonsense')), { code: 'Z_DATA_ERROR' });
    assert.throws(() => zlib.gunzipSync(zlib.gzipSync(bytes).subarray(0, 20)), { code: 'Z_BUF_ERROR' });
    assert.throws(() => zlib.gunzipSync(zlib.gzipSync(bytes), { maxOutputLength: 10 }), { code: 'ERR_BUFFER_TOO_LARGE' });
    strictEqual(String(zlib.gunzipSync(Buffer.concat([zlib.gzipSync('one'), zlib.gzipSync('two'), Buffer.alloc(3)]))), 'onetwo');
    strictEqual(String(zlib.gunzipSync(zlib.gzipSync('cut').subarray(0, 14), { finishFlush: zlib.constants.Z_SYNC_FLUSH })).slice(0, 1) <= 'c', true);
    const dictionary = Buffer.from('some text');
    const packed = zlib.deflateSync(bytes, { dictionary });
    deepStrictEqual(zlib.inflateSync(packed, { dictionary }), bytes);
    assert.throws(() => zlib.inflateSync(packed), { code: 'Z_NEED_DICT' });
    assert.throws(() => zlib.gzipSync('x', { level: 10 }), { code: 'ERR_OUT_OF_RANGE' });
    strictEqual(zlib.crc32('hello'), 907060870);
    strictEqual(zlib.constants.Z_BEST_COMPRESSION, 9);
  },
};

export const streamHelpers = {
  async test() {
    const seen = [];
    const sink = new Writable({ objectMode: true, write(chunk, encoding, done) { seen.push(chunk); done(); } });
    await stream.promises.pipeline(Readable.from([1, 2, 3]).filter((n) => n > 1).map((n) => n * 2), sink);
    deepStrictEqual(seen, [4, 6]);
    const pass = new PassThrough();
    pass.end('{"a":1}');
    deepStrictEqual(await json(pass), { a: 1 });
    const duplex = new Duplex({ read() { this.push('r'); this.push(null); }, write(chunk, encoding, done) { done(); } });
    deepStrictEqual(await duplex.toArray(), [Buffer.from('r')]);
    await assert.rejects(stream.promises.pipeline(Readable.from((function* () { throw new Error('broken'); })()), new PassThrough()), /broken/);
  },
};

export const emittersAndChannels = {
  async test() {
    const emitter = new EventEmitter();
    setTimeout(() => { emitter.emit('a', 1); emitter.emit('a', 2); }, 1);
    const got = [];
    for await (const [value] of on(emitter, 'a')) { got.push(value); if (value === 2) break; }
    deepStrictEqual(got, [1, 2]);
    const listener = () => {};
    emitter.prependListener('b', listener);
    deepStrictEqual([getEventListeners(emitter, 'b'), emitter.eventNames(), emitter.listenerCount('b')], [[listener], ['b'], 1]);
    const order = [];
    const tracing = diagnostics.tracingChannel('t');
    tracing.subscribe({ start: () => order.push('start'), end: () => order.push('end'), error: () => order.push('error') });
    strictEqual(tracing.traceSync(() => 5), 5);
    deepStrictEqual(order, ['start', 'end']);
    const storage = new AsyncLocalStorage();
    const resource = storage.run(7, () => new AsyncResource('r'));
    strictEqual(resource.runInAsyncScope(() => storage.getStore()), 7);
    strictEqual(storage.run(8, AsyncLocalStorage.snapshot)(() => storage.getStore()), 8);
  },
};

export const textAndNames = {
  async test() {
    strictEqual(punycode.toASCII('mañana.com'), 'xn--maana-pta.com');
    strictEqual(punycode.decode('maana-pta'), 'mañana');
    strictEqual(querystring.stringify({ a: ['1', '2'], b: 'x y' }), 'a=1&a=2&b=x%20y');
    strictEqual(querystring.unescapeBuffer('a%20b').toString(), 'a b');
    deepStrictEqual(path.parse('/a/b.tar.gz'), { root: '/', dir: '/a', base: 'b.tar.gz', ext: '.gz', name: 'b.tar' });
    assert.throws(() => path.win32.join('a', '..', 'b'), /path\.win32\.join/);
    strictEqual(path.relative('/a/b/c', '/a/d'), '../../d');
    strictEqual(url.format({ protocol: 'http', host: 'a.b', pathname: '/c', query: { d: 1 } }), 'http://a.b/c?d=1');
    strictEqual(url.resolve('http://a.com/b/c', '../d'), 'http://a.com/d');
    strictEqual(url.domainToASCII('español.com'), 'xn--espaol-zwa.com');
    strictEqual(url.pathToFileURL('/a b').href, 'file:///a%20b');
    strictEqual(new StringDecoder('base64').write(Buffer.from('abcd')), 'YWJj');
    strictEqual(isUtf8(Buffer.from([0xff])), false);
    strictEqual(transcode(Buffer.from('€'), 'utf8', 'utf16le').toString('hex'), 'ac20');
    assert.ok(bufferConstants.MAX_LENGTH > 0);
    strictEqual(constants.ENOENT, 2);
    strictEqual(await soon('v'), 'v');
    strictEqual(await wait(1, 'w'), 'w');
    strictEqual(typeof timers.setTimeout, 'function');
  },
};

export const compressionGoesOnWhileDataComes = {
  async test() {
    const gzip = zlib.createGzip();
    const gunzip = zlib.createGunzip();
    gzip.pipe(gunzip);
    const pieces = [];
    gunzip.on('data', (piece) => pieces.push(String(piece)));
    gzip.write('first ');
    await new Promise((resolve) => { gzip.flush(resolve); });
    await soon();
    await soon();
    deepStrictEqual(pieces, ['first ']);
    const whole = zlib.gzipSync('byte by byte');
    const slow = zlib.createGunzip();
    const read = text(slow);
    for (const byte of whole) slow.write(Buffer.from([byte]));
    slow.end();
    strictEqual(await read, 'byte by byte');
    const short = zlib.createInflate();
    short.end(zlib.deflateSync('cut').subarray(0, 4));
    const error = await new Promise((resolve) => { short.once('error', resolve); });
    strictEqual(error.code, 'Z_BUF_ERROR');
  },
};

export const requestsOfHttp = {
  async test() {
    const http = process.getBuiltinModule('node:http');
    const https = process.getBuiltinModule('node:https');
    const real = globalThis.fetch;
    const seen = [];
    globalThis.fetch = async (url, init) => {
      seen.push([String(url), init.method, init.headers, init.body ? String(init.body) : null]);
      return new Response('answer', { status: 201, headers: [['set-cookie', 'a=1'], ['set-cookie', 'b=2'], ['x-y', 'z']] });
    };
    try {
      const asked = http.request({ host: 'a.test', port: 81, path: '/b?c', method: 'POST', headers: { A: '1' } });
      asked.write('some');
      asked.end('thing');
      const answer = await new Promise((resolve, reject) => { asked.once('response', resolve).once('error', reject); });
      deepStrictEqual([answer.statusCode, answer.headers['set-cookie'], answer.headers['x-y'], await text(answer)], [201, ['a=1', 'b=2'], 'z', 'answer']);
      await new Promise((resolve) => { https.get('https://b.test/x', { headers: ['B', '2'] }, resolve); });
      deepStrictEqual(seen, [['http://a.test:81/b?c', 'POST', [['A', '1']], 'something'], ['https://b.test/x', 'GET', [['B', '2']], null]]);
    } finally {
      globalThis.fetch = real;
    }
    assert.throws(() => http.get('https://a.test/'), { code: 'ERR_INVALID_PROTOCOL' });
    assert.throws(() => http.request({ method: 'A B' }), { code: 'ERR_INVALID_HTTP_TOKEN' });
    assert.throws(() => http.request({ host: 'a.test' }).setHeader('a b', 'c'), { code: 'ERR_INVALID_HTTP_TOKEN' });
    strictEqual(http.STATUS_CODES[404], 'Not Found');
  },
};

export const modulesByDate = {
  async test() {
    const has = (name) => process.getBuiltinModule(name) !== undefined;
    deepStrictEqual(['node:fs', 'fs', 'node:cluster', '_http_agent', 'node:v8', 'node:sqlite', 'node:nothing', 'test'].map(has), [true, true, true, true, false, false, false, true]);
    const net = process.getBuiltinModule('net');
    deepStrictEqual(['1.2.3.4', '1.2.3.04', '::1', '::ffff:1.2.3.4', '1::2::3', 'a'].map(net.isIP), [4, 0, 6, 6, 0, 0]);
    const blocked = new net.BlockList();
    blocked.addSubnet('10.0.0.0', 8);
    blocked.addRange('fe80::', 'fe80::ffff', 'ipv6');
    deepStrictEqual([blocked.check('10.1.2.3'), blocked.check('11.0.0.0'), blocked.check('fe80::1', 'ipv6'), blocked.check('::ffff:10.0.0.1', 'ipv6')], [true, false, true, true]);
    deepStrictEqual(util.diff('abc', 'abd'), [[0, 'a'], [0, 'b'], [1, 'c'], [-1, 'd']]);
    assert.partialDeepStrictEqual({ a: { b: 1, c: 2 }, d: [1, 2] }, { a: { b: 1 }, d: [1] });
    assert.throws(() => assert.partialDeepStrictEqual({ a: 1 }, { b: 1 }), { operator: 'partialDeepStrictEqual' });
    const { mock } = await import('node:test');
    const twice = mock.fn((value) => value * 2);
    deepStrictEqual([twice(2), twice.mock.callCount(), twice.mock.calls[0].arguments], [4, 1, [2]]);
    const [one, two] = stream.duplexPair();
    one.end('across');
    strictEqual(await text(two), 'across');
  },
};

export const processAndConsole = {
  async test() {
    strictEqual(process.platform, 'linux');
    assert.match(process.versions.node, /^\d+\.\d+\.\d+$/);
    const start = process.hrtime();
    deepStrictEqual([start.length, typeof process.hrtime.bigint(), process.cwd().startsWith('/')], [2, 'bigint', true]);
    const order = [];
    process.nextTick((value) => order.push(value), 'tick');
    await null;
    await new Promise((resolve) => { setImmediate(resolve); });
    deepStrictEqual(order, ['tick']);
    strictEqual(process.env.NOT_SET, undefined);
    assert.throws(() => dns.resolveMx('x'), { code: 'ERR_INVALID_ARG_TYPE' });
    strictEqual(dns.NOTFOUND, 'ENOTFOUND');
    strictEqual(zlib.brotliDecompressSync(zlib.brotliCompressSync('x')).toString(), 'x');
    strictEqual(zlib.zstdDecompressSync(zlib.zstdCompressSync('x')).toString(), 'x');
    for (const refused of [() => crypto.createCipher('a', 'b')]) {
      assert.throws(refused, { code: 'ERR_METHOD_NOT_IMPLEMENTED' });
    }
  },
};

export default {};
