import os,textwrap
OUT='/tmp/stage/hostile/'
def p(name, what, expect, body, says=None, top='', **more):
    lines=['// '+what]
    lines.append('// expect: '+expect)
    if says: lines.append('// says: '+says)
    for k,v in more.items(): lines.append(f'// {k}: {v}')
    code=''
    if top: code+=textwrap.dedent(top).strip('\n')+'\n'
    if body is not None:
        code+='export default {\n  async fetch(request, env, ctx) {\n'+textwrap.indent(textwrap.dedent(body).strip('\n'),'    ')+'\n  },\n};\n'
    open(OUT+name+'.js','w').write('\n'.join(lines)+'\n'+code)
CPU='exceededCpu'; MEM='exceededMemory'; EXC='exception'; OK='ok'; WALL='exceededWallTime'
either=lambda *a: '|'.join(a)
# ---- time
p('loop','Never gives the turn back.',CPU,'for (;;) {}')
p('loop-at-start','Never ends evaluating its module.','notStarted',"return new Response('never');",says='start exceeded its CPU time limit',top='for (;;) {}')
p('await-at-start','Waits at the top of its module for what never comes.','notStarted',"return new Response('never');",says='Top-level await',top='await new Promise(() => {});')
p('loop-until-tomorrow','Waits for tomorrow without giving the turn back.',CPU,'const start = Date.now();\nwhile (Date.now() < start + 86_400_000) {}')
p('loop-in-finally','Answers its own end with another loop.',CPU,'try {\n  for (;;) {}\n} finally {\n  for (;;) {}\n}')
p('loop-that-catches','Catches whatever might end it.',CPU,'for (;;) {\n  try {\n    for (;;) {}\n  } catch {}\n}')
p('loop-in-recursion','Calls itself again from every way out, which takes for ever at any depth.',CPU,'const again = () => {\n  try {\n    again();\n  } finally {\n    again();\n  }\n};\nagain();',engine='any')
p('microtasks','Queues a promise job from each promise job.',either(CPU,MEM),'(function again() { Promise.resolve().then(again); })();\nawait new Promise(() => {});')
p('queued-microtasks','Queues two microtasks from each microtask.',either(CPU,MEM),'(function again() { queueMicrotask(again); queueMicrotask(again); })();\nawait new Promise(() => {});')
p('await-loop','Awaits nothing, for ever.',CPU,'for (;;) await null;')
p('generator','Reads a generator that never ends.',CPU,'const numbers = (function* () { for (let i = 0; ; i++) yield i; })();\nlet sum = 0;\nfor (const number of numbers) sum += number;')
p('async-generator','Reads an asynchronous iterator that never ends.',CPU,'for await (const _ of { [Symbol.asyncIterator]: () => ({ next: () => ({ done: false }) }) });')
p('thenable','Resolves with a thenable that resolves with itself.',either(CPU,MEM),'const self = { then(resolve) { resolve(self); } };\nawait self;')
p('proxy-trap','Loops in the trap of a proxy that the runtime reads.',CPU,"return new Response(null, new Proxy({}, { get() { for (;;) {} } }));")
p('getter-of-error','Throws an error whose stack is a getter that loops.',CPU,"const error = new Error('x');\nObject.defineProperty(error, 'stack', { get() { for (;;) {} } });\nthrow error;")
p('message-of-error','Throws an object whose text takes for ever.',either(CPU,EXC),'throw { toString() { for (;;) {} }, get message() { for (;;) {} } };')
p('to-json','Answers with JSON that takes for ever to write.',CPU,'return Response.json({ toJSON() { for (;;) {} } });')
p('headers-iterator','Makes headers of an iterator that never ends.',either(CPU,MEM),"return new Response(null, { headers: new Headers((function* () { for (let i = 0; ; i++) yield ['a' + i, 'b']; })()) });")
p('clone-getter','Has a value cloned whose getter loops.',CPU,'return Response.json(structuredClone({ get x() { for (;;) {} } }));')
p('rpc-getter','Sends a value to another worker whose getter loops.',CPU,'return Response.json(await env.API.echo({ get x() { for (;;) {} } }));')
p('sort','Sorts with an order that is none, a very long list.',either(CPU,MEM),'const list = Array.from({ length: 1e6 }, (_, i) => i);\nfor (;;) list.sort(() => Math.random() - 0.5);')
p('regexp','Has a regular expression backtrack.',either(CPU,OK),"return new Response(String(/^(?:(a+)\\1?)+$/.test('a'.repeat(60) + 'b')));")
p('regexp-lookahead','Has a regular expression with a back reference backtrack.',either(CPU,OK),"return new Response(String(/(?=(a+))*b\\1/.test('a'.repeat(1e5))));")
p('wasm-loop','Loops in WebAssembly.',CPU,'new WebAssembly.Instance(spinning).exports.spin();',top='''
const spinning = new WebAssembly.Module(new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 8, 1, 4, 115, 112, 105, 110, 0, 0,
  10, 9, 1, 7, 0, 3, 64, 12, 0, 11, 11,
]));
''')
p('bigint-power','Raises a BigInt to a power that no engine can be called back from.',either(CPU,MEM),'return new Response(String(2n ** (1n << 30n)).slice(0, 9));',engine='replaced')
p('array-from-length','Has a built-in fill an array of four thousand million.',either(CPU,MEM),'return new Response(String(Array.from({ length: 2 ** 32 - 1 }).length));',engine='any')
p('fill-length','Has a built-in fill an array of four thousand million.',either(CPU,MEM,EXC),'return new Response(String(new Array(2 ** 32 - 1).fill(0).length));',engine='any')
p('join-length','Has a built-in join an array without elements.',either(CPU,MEM,EXC,OK),"return new Response(String(new Array(2 ** 32 - 1).join('').length));",engine='any')
p('key-derivation','Asks for a thousand million rounds of a hash.',either(CPU,EXC),"const key = await crypto.subtle.importKey('raw', new Uint8Array(8), 'PBKDF2', false, ['deriveBits']);\nconst bits = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-512', salt: new Uint8Array(8), iterations: 1e9 }, key, 512);\nreturn new Response(String(bits.byteLength));",engine='any')
p('atomics-wait','Blocks its thread until somebody wakes it.',either(EXC,OK),'return new Response(Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));')
# ---- waiting
p('never-settles','Waits for a promise that nobody can settle.',EXC,'await new Promise(() => {});',says='hung')
p('wait','Waits for eleven days.',WALL,'await scheduler.wait(1e9);\nreturn new Response();',says='wall time limit')
p('interval','Waits while an interval ticks.',either(WALL,CPU),'setInterval(() => {}, 5);\nawait new Promise(() => {});')
p('timer-storm','Starts a hundred thousand timers.',EXC,'for (let i = 0; i < 1e5; i++) setTimeout(() => {}, 1e6);\nreturn new Response();',says='Too many timers',cpuMs='2000')
p('timers-that-breed','Starts two timers from each timer.',either(WALL,CPU,EXC),'(function again() { setTimeout(again, 0); setTimeout(again, 0); })();\nawait new Promise(() => {});')
p('timeouts-of-signals','Makes a hundred thousand signals with a timeout.',EXC,'for (let i = 0; i < 1e5; i++) AbortSignal.timeout(1e6);\nreturn new Response();',says='Too many timers',cpuMs='2000')
p('wait-until','Gives work that never ends to waitUntil.',OK,"ctx.waitUntil(scheduler.wait(1e9));\nreturn new Response('answered');",says='answered',cpuMs='2000')
p('wait-until-flood','Gives a hundred thousand promises to waitUntil.',either(OK,CPU),"for (let i = 0; i < 1e5; i++) ctx.waitUntil(new Promise(() => {}));\nreturn new Response('answered');")
# ---- memory
p('string-doubled','Doubles a string until it can grow no more.',EXC,"let text = 'x';\nfor (;;) text += text;",says='Invalid string length',cpuMs='2000')
p('strings','Keeps string after string.',MEM,"const kept = [];\nfor (let i = 0; ; i++) kept.push(('x'.repeat(1e5) + i).toUpperCase());",cpuMs='2000')
p('arrays','Keeps array after array.',either(MEM,CPU),'const kept = [];\nfor (;;) kept.push(new Array(10_000).fill(0));',cpuMs='2000')
p('map','Fills a map.',either(MEM,CPU),'const map = new Map();\nfor (let i = 0; ; i++) map.set(i, { i });',cpuMs='2000')
p('registered-symbols','Fills the registry of symbols.',either(MEM,CPU),"for (let i = 0; ; i++) Symbol.for('symbol ' + i + '-'.repeat(1000));",cpuMs='2000')
p('closures','Keeps closures that keep arrays.',either(MEM,CPU),'const kept = [];\nfor (;;) {\n  const bytes = new Uint32Array(10_000);\n  kept.push(() => bytes);\n}',cpuMs='2000')
p('typed-arrays','Keeps typed arrays.',either(MEM,CPU),'const kept = [];\nfor (;;) kept.push(new Uint8Array(1e6).fill(1));',cpuMs='2000')
p('typed-array-huge','Asks for two thousand million bytes at once.',EXC,'return new Response(String(new Uint8Array(2 ** 31 - 1).length));',says='RangeError',cpuMs='2000')
p('array-buffer-huge','Asks for more bytes than its isolate may have.',EXC,'return new Response(String(new ArrayBuffer(200e6).byteLength));',says='RangeError',cpuMs='2000')
p('resizable-buffer','Makes a buffer that may grow to a terabyte, and lets it grow.',either(EXC,MEM),'const buffer = new ArrayBuffer(0, { maxByteLength: 2 ** 40 });\nfor (let i = 20; ; i++) buffer.resize(2 ** i);')
p('wasm-memory','Grows the memory of WebAssembly without end.',either(EXC,MEM,CPU),'const memory = new WebAssembly.Memory({ initial: 1 });\nfor (;;) memory.grow(64);')
p('json-of-shared-parts','Writes JSON of a list whose parts are shared, which doubles at each level.',either(MEM,CPU,EXC),"let list = ['x'.repeat(100)];\nfor (let i = 0; i < 40; i++) list = [list, list];\nreturn Response.json(list);")
p('object-keys','Gives one object key after key.',either(MEM,CPU),"const object = {};\nfor (let i = 0; ; i++) object['key' + i] = i;")
p('prototype-chain','Makes a chain of prototypes without end.',either(MEM,CPU,EXC),'let object = {};\nfor (;;) object = Object.create(object);')
p('promises','Makes a chain of promises without end.',either(MEM,CPU),'let promise = new Promise(() => {});\nfor (;;) promise = promise.then((value) => value);',cpuMs='2000')
p('weak-map','Fills a WeakMap whose keys stay alive.',either(MEM,CPU),'const map = new WeakMap();\nconst keys = [];\nfor (;;) {\n  const key = {};\n  keys.push(key);\n  map.set(key, new Array(100).fill(key));\n}')
p('flood-of-garbage','Makes garbage as fast as it can, and keeps none.',CPU,'for (;;) new Array(1000).fill(0);')
# ---- depth
p('recursion','Calls itself without end.',EXC,'const again = (n) => again(n + 1) + 1;\nagain(0);',says='Maximum call stack size exceeded',cpuMs='2000')
p('recursion-of-proxies','Looks a name up through a million proxies.',either(EXC,CPU,MEM),'let object = {};\nfor (let i = 0; i < 1e6; i++) object = new Proxy(object, {});\nreturn new Response(String(object.x));')
p('recursion-of-bound-functions','Calls through a hundred thousand bound functions.',either(EXC,OK,CPU),'let run = () => 0;\nfor (let i = 0; i < 1e5; i++) run = run.bind();\nreturn new Response(String(run()));')
p('json-depth','Reads JSON that is a hundred thousand levels deep.',either(EXC,OK),"return new Response(String(JSON.parse('['.repeat(1e5) + ']'.repeat(1e5)).length));",cpuMs='2000')
p('clone-depth','Sends a list that is a hundred thousand levels deep to another worker.',either(EXC,CPU),'let list = [];\nfor (let i = 0; i < 1e5; i++) list = [list];\nreturn Response.json(await env.API.echo(list));')
p('log-depth','Logs a list that is a hundred thousand levels deep.',either(OK,EXC),"let list = [];\nfor (let i = 0; i < 1e5; i++) list = [list];\nconsole.log(list);\nreturn new Response('logged');")
p('source-depth','Is a module with a hundred thousand brackets.','notStarted',None,top="export default { fetch: () => new Response(String("+'['*3000+']'*3000+")) };\nconst broken = ((;",says='SyntaxError')
# ---- calls
p('rpc-bomb','Calls another worker a thousand times at once.',either(EXC,CPU,MEM),'await Promise.all(Array.from({ length: 1000 }, () => env.API.echo(1)));\nreturn new Response();',says='Too many subrequests|CPU time limit|memory limit',cpuMs='2000')
p('rpc-ping-pong','Lets another worker call it back, which calls it back, without end.',either(EXC,WALL,CPU,'canceled'),'const back = () => env.API.call(back);\nawait back();\nreturn new Response();')
p('rpc-large','Sends more to another worker than a message may have.',either(EXC,MEM,CPU),"return new Response(String((await env.API.echo(Array.from({ length: 8 }, (_, i) => ('x' + i).repeat(2.5e6)))).length));",cpuMs='2000')
p('rpc-stubs','Hands out stub after stub and never lets go.',either(EXC,MEM,CPU),'const functions = Array.from({ length: 2000 }, (_, i) => () => i);\nfor (let i = 0; i < 1000; i++) await env.API.hold(functions);\nreturn new Response();')
p('stream-to-nobody','Sends a stream to another worker that does not read it.',either(OK,EXC,WALL),"let sent = 0;\nconst stream = new ReadableStream({ type: 'bytes', pull(controller) { sent++; controller.enqueue(new Uint8Array(65_536)); } });\nconst answer = await env.API.ignore(stream);\nif (sent > 1000) throw new Error('it was not held back: ' + sent);\nreturn new Response(answer);")
p('fork-bomb','Has a copy of itself loaded and run, which does the same, and so on.',either(EXC,WALL,CPU,'canceled'),"return new Response(await env.API.run(env.CODE));",parent='any')
p('many-workers','Loads worker after worker and keeps them.',either(EXC,CPU,OK),"for (let i = 0; i < 35; i++) await env.API.run(`export default { fetch: () => new Response('${i}') }`);\nreturn new Response();",parent='any',cpuMs='2000')
p('workers-at-once','Has six dynamic workers busy at once.',EXC,'return new Response(await env.API.busy(6));',says='Too many dynamic workers at once',cpuMs='2000')
p('loader-ids','Uses up loader ids.',either(EXC,CPU),"for (let i = 0; i < 1000; i++) await env.API.get('id ' + i);\nreturn new Response();",says='Too many|CPU time limit')
p('loader-huge-id','Asks for a worker by an id of twenty million characters.',either(EXC,OK,MEM),"await env.API.get('x'.repeat(2e6));\nreturn new Response('got it');")
# ---- input and output
p('response-endless','Answers with a stream that never ends.',either(OK,'canceled','responseStreamDisconnected',EXC),"return new Response(new ReadableStream({ type: 'bytes', pull: (controller) => controller.enqueue(new Uint8Array(65_536).fill(97)) }));",mode='pass')
p('response-large','Answers with more than is kept.',either(OK,'canceled','responseStreamDisconnected'),"return new Response('x'.repeat(4e6));",mode='pass',says='truncated')
p('response-of-iterator','Answers with an iterator that never ends and never waits.',either(OK,CPU,MEM,EXC,'canceled'),"return new Response(ReadableStream.from((function* () { for (;;) yield new Uint8Array(1000); })()));",mode='pass')
p('response-headers-huge','Answers with a header of ten million characters.',either(OK,EXC,MEM,CPU),"return new Response('', { headers: { a: 'x'.repeat(1e6) } });")
p('tee','Reads one branch of a stream and keeps the other.',either(MEM,CPU,EXC),"const [first, second] = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(100_000).fill(1)) }).tee();\nfor await (const _ of first);\nreturn new Response(second);",cpuMs='2000')
p('zip-bomb','Unpacks a hundred kilobytes to two hundred megabytes and keeps them.',either(MEM,CPU,EXC),'''
// Deflate with fixed codes: one zero, then the longest repetition at distance 1, each 13 bits for 258 bytes.
const bytes = new Uint8Array(1_300_000);
let at = 0;
const put = (bits) => {
  for (const bit of bits) {
    bytes[at >> 3] |= bit << (at & 7);
    at++;
  }
};
put([1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0]);
const repetition = [1, 1, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0];
for (let i = 0; i < 60_000; i++) put(repetition);
put([0, 0, 0, 0, 0, 0, 0]);
const packed = new Blob(Array.from({ length: 1 }, () => bytes.subarray(0, (at + 7) >> 3)));
const unpacked = packed.stream().pipeThrough(new DecompressionStream('deflate-raw'));
const kept = [];
for await (const chunk of unpacked) for (let i = 0; i < 10; i++) kept.push(chunk.slice());
return new Response(String(kept.length));
''',cpuMs='2000')
p('url-huge','Parses a URL of ten million characters.',either(OK,EXC,CPU,MEM),"return new Response(String(new URL('http://x/' + '%2e/'.repeat(2.5e6)).href.length));",engine='any')
p('url-pattern','Has a URL pattern backtrack.',either(OK,EXC,CPU),"return new Response(String(new URLPattern({ pathname: '/(a+)+b' }).test('http://x/' + 'a'.repeat(60))));")
p('search-params','Makes a million query parameters.',either(OK,CPU,MEM),"return new Response(String(new URLSearchParams('a=b&'.repeat(1e6)).size));")
p('headers-many','Makes headers without end.',either(MEM,CPU),"const headers = new Headers();\nfor (let i = 0; ; i++) headers.append('name-' + i, 'value');")
p('form-data','Makes a form without end.',either(MEM,CPU),"const form = new FormData();\nfor (let i = 0; ; i++) form.append('name', 'value'.repeat(100) + i);")
p('html','Rewrites markup that is a hundred thousand levels deep.',either(OK,EXC,CPU,MEM),"const page = new Response('<div>'.repeat(1e5));\nreturn new Response(String((await new HTMLRewriter().on('div div div div', { element() {} }).transform(page).text()).length));")
p('base64','Decodes twenty million characters of base64.',either(OK,EXC,CPU,MEM),"return new Response(String(atob('QUJD'.repeat(2e6)).length));",engine='any')
p('log-flood','Writes thirty thousand lines to the console.',either(OK,CPU),"for (let i = 0; i < 30_000; i++) console.log('line', i);\nreturn new Response('written');",logs='100',cpuMs='2000')
p('log-line-huge','Writes a line of five million characters.',OK,"console.log('x'.repeat(5e6));\nreturn new Response('written');",logs='0',cpuMs='2000')
p('log-of-a-trap','Logs a proxy and a getter that loop when they are touched.',either(OK,CPU),"console.log({ get x() { for (;;) {} } });\nconsole.log(new Proxy({}, { get() { for (;;) {} }, ownKeys() { for (;;) {} }, getPrototypeOf() { for (;;) {} } }));\nreturn new Response('written');",logs='2')
p('sockets','Makes web sockets without end.',EXC,'const kept = [];\nfor (;;) kept.push(new WebSocketPair());',says='Too many sockets',cpuMs='2000')
p('socket-flood','Sends to a web socket that nobody reads.',either(EXC,MEM,CPU,OK),"const [near, far] = Object.values(new WebSocketPair());\nnear.accept();\nfor (let i = 0; i < 1000; i++) near.send('x'.repeat(1e6));\nreturn new Response(String(far.readyState));")
p('requests','Sends a thousand requests at once.',either(EXC,CPU,MEM),"await Promise.allSettled(Array.from({ length: 1000 }, () => fetch('http://example.com/')));\nawait fetch('http://example.com/');",says='subrequests|CPU time limit|memory limit',cpuMs='2000')
# ---- ways out
p('fetch-loopback','Asks what listens on this machine.',EXC,"return fetch('http://127.0.0.1:22/');",says='not permitted',cpuMs='2000')
p('fetch-metadata','Asks for the credentials of a machine in a cloud.',EXC,"return fetch('http://169.254.169.254/latest/meta-data/');",says='not permitted',cpuMs='2000')
p('connect','Opens a TCP connection.',either(EXC,OK),"const socket = connect('127.0.0.1:22');\nawait socket.opened;\nreturn new Response('open');",says='not permitted',top="import { connect } from 'cloudflare:sockets';",cpuMs='2000')
p('import-files','Imports files of this machine, and code of elsewhere.',OK,"const found = [];\nfor (const name of ['/etc/passwd', 'file:///etc/passwd', '../../../../etc/passwd', 'data:text/javascript,export default 1', 'http://example.com/x.js', 'blob:x']) {\n  await import(name).then(() => found.push(name), () => {});\n}\nreturn new Response('found ' + found.length);",says='found 0',cpuMs='2000')
p('env-probe','Looks for anything of the process that it runs in.',OK,'''
const found = [];
for (const name of ['Java', 'Polyglot', 'Graal', 'Packages', 'java', 'load', 'loadWithNewGlobal', 'print', 'printErr', 'quit', 'exit', 'read', 'readbuffer', 'readline', 'require', '__dirname', 'Deno', 'Bun', 'JavaImporter', 'javaAddToClasspath', 'JSAdapter', 'debugBuiltins', 'Debug', 'Test262', 'Interop', 'InternalError']) {
  if (name in globalThis) found.push(name);
}
for (const name of ['PATH', 'HOME', 'LC_ALL', 'TMPDIR', 'JAVA_HOME', 'USER']) {
  if (globalThis.process?.env?.[name] !== undefined) found.push('process.env.' + name);
}
if (env.API === undefined || Object.keys(env).sort().join() !== 'API,CODE,SECRET') found.push('env: ' + Object.keys(env));
return new Response('found [' + found + ']');
''',says='found []',cpuMs='2000')
p('code-from-strings','Makes functions of strings, by all constructors it can reach.',OK,'''
const made = [];
const samples = [() => 0, async () => 0, function* () {}, async function* () {}, class {}, fetch, Response, env.API.echo, Promise.resolve().then];
for (const sample of samples) {
  try {
    sample.constructor('return globalThis')();
    made.push(String(sample.constructor.name));
  } catch {}
}
for (const run of [() => eval('1'), () => (0, eval)('1'), () => Reflect.construct(Function, ['return 1'])(), () => new (Object.getPrototypeOf(Function))('return 1'), () => setTimeout('1')]) {
  try {
    if (run() === 1) made.push(String(run));
  } catch {}
}
return new Response('made [' + made + ']');
''',says='made []',cpuMs='2000')
p('intrinsics-rewritten','Rewrites all built-ins and then asks for what it may not have.',either(EXC,OK),'''
const kept = Response;
const names = Reflect.ownKeys;
const define = Reflect.defineProperty;
const lie = function () { return true; };
for (const owner of [Array.prototype, Map.prototype, Set.prototype, WeakMap.prototype, Promise.prototype, String.prototype, RegExp.prototype, Function.prototype, Object, Reflect, JSON, Number, Math, Symbol.prototype]) {
  for (const name of names(owner)) {
    if (name !== 'constructor') define(owner, name, { value: lie, writable: true, configurable: true });
  }
}
let said;
try {
  await fetch('http://127.0.0.1:22/');
  said = 'fetched';
} catch (error) {
  said = 'refused';
}
return new kept(said);
''')
p('prototypes-polluted','Gives every object names that the runtime looks for.',either(OK,EXC),'''
for (const name of ['then', 'get', 'set', 'value', 'toJSON', 'globalOutbound', 'props', 'limits', 'signal', 'headers', 'body', 'method', 'webSocket', 'cf', 'tails', 'allowExperimental']) {
  Object.defineProperty(Object.prototype, name, { get() { return undefined; }, set() {}, configurable: true });
}
let said = 'refused';
await fetch('http://127.0.0.1:22/').then(() => { said = 'fetched'; }, () => {});
return new Response(said);
''')
p('call-sites','Reads the frames of the runtime through the stack trace API.',OK,'''
const found = [];
const look = (sites) => {
  for (const site of sites) {
    for (const part of ['getThis', 'getFunction']) {
      const value = site[part]?.();
      if (value !== undefined && value !== null && value !== globalThis) found.push(part + ' of ' + site.getFileName?.() + ':' + site.getFunctionName?.());
    }
  }
};
Error.prepareStackTrace = (error, sites) => {
  if (Array.isArray(sites)) look(sites);
  return '';
};
new Headers({ get a() { return String(new Error('x').stack); } });
new URLSearchParams({ toString() { return String(new Error('x').stack); } });
await env.API.echo({ get a() { return String(new Error('x').stack); } });
return new Response('found [' + found.filter((each) => !each.includes('program.js')) + ']');
''',says='found []',cpuMs='2000')
p('callers','Reads who called it.',OK,'''
const found = [];
const probe = new Function ? undefined : undefined;
return new Response('found [' + found + ']');
''',says='found []') if False else None
p('fine-clock','Looks for a clock that is fine enough to spy on caches.',OK,'''
const readings = [];
for (let i = 0; i < 1000; i++) readings.push(Date.now(), performance.now());
return new Response('finer than a millisecond: ' + readings.some((reading) => reading % 1 !== 0));
''',says='finer than a millisecond: false')
p('abort-isolate','Ends its own isolate in the middle of a request.',either('aborted',EXC,OK),"abortIsolate?.('on purpose');\nfor (;;) {}",top="import * as workers from 'cloudflare:workers';\nconst { abortIsolate } = workers;") 
p('secret-in-error','Throws its secret, which is its own affair.',EXC,'throw new Error(env.SECRET);',says='open-sesame')
p('other-isolate','Looks for what the program before it left behind.',OK,"const seen = globalThis.left === undefined && Symbol.for('left').description === 'left' && Array.prototype.left === undefined;\nglobalThis.left = 1;\nArray.prototype.left = 1;\nreturn new Response('clean ' + seen);",says='clean true',cpuMs='2000')
