// Runs one sequence of operations twice: on objects of this isolate, and on their likes in another one over RPC. What each
// operation gives, and what the objects hold in the end, must be the same.
import { RpcTarget } from 'cloudflare:workers';

// The objects, in both worlds from one source. Calls over RPC are asynchronous, so the plain ones are awaited too.
const OBJECTS = (Base) => `
  class Item extends ${Base} {
    #count = 0;
    #children = [];
    constructor(name) { super(); this.hidden = name; this.#name = name; }
    #name;
    get name() { return this.#name; }
    get count() { return this.#count; }
    add(n) { return (this.#count += n); }
    async addLater(n) { await null; return this.add(n); }
    fail(kind, message) { throw new ({ Error, TypeError, RangeError, SyntaxError }[kind])(message); }
    child(name) { const made = new Item(this.#name + '/' + name); this.#children.push(made); return made; }
    childAt(i) { return this.#children[i] ?? null; }
    pair() { return { first: this.child('first'), list: [this.child('second'), 7] }; }
    async apply(fn, n) { return (await fn(n)) + 1; }
    async keep(fn) { this.#kept = fn.dup ? fn.dup() : fn; return 'kept'; }
    #kept;
    async callKept(n) { return this.#kept === undefined ? 'nothing' : this.#kept(n); }
    counter() { let n = 0; return () => ++n; }
    total() { return this.#children.reduce((sum, each) => sum + each.total(), this.#count); }
  }`;

const CHILD = `
  import { WorkerEntrypoint, RpcTarget } from 'cloudflare:workers';
  ${OBJECTS('RpcTarget')}
  export default class extends WorkerEntrypoint { open() { return new Item('root'); } }`;

// eval-free copy of the same source for the model
class Nothing {}
class Item extends Nothing {
  #count = 0;
  #children = [];
  #name;
  #kept;
  constructor(name) { super(); this.#name = name; }
  get name() { return this.#name; }
  get count() { return this.#count; }
  add(n) { return (this.#count += n); }
  async addLater(n) { await null; return this.add(n); }
  fail(kind, message) { throw new ({ Error, TypeError, RangeError, SyntaxError }[kind])(message); }
  child(name) { const made = new Item(this.#name + '/' + name); this.#children.push(made); return made; }
  childAt(i) { return this.#children[i] ?? null; }
  pair() { return { first: this.child('first'), list: [this.child('second'), 7] }; }
  async apply(fn, n) { return (await fn(n)) + 1; }
  async keep(fn) { this.#kept = fn; return 'kept'; }
  async callKept(n) { return this.#kept === undefined ? 'nothing' : this.#kept(n); }
  counter() { let n = 0; return () => ++n; }
  total() { return this.#children.reduce((sum, each) => sum + each.total(), this.#count); }
}

class Disposed extends Error {}

// One side: handles of objects. A handle of the model is { object, disposed }; that of the real side is a stub.
class Model {
  constructor() {
    this.handles = [{ object: new Item('root'), disposed: false }];
  }
  open(i) {
    const handle = this.handles[i];
    if (handle.disposed) throw new Disposed('RPC stub used after being disposed.');
    return handle.object;
  }
  async act(op, i, ...args) {
    switch (op) {
      case 'get': return this.open(i)[args[0]];
      case 'child': {
        const object = this.open(i).child(args[0]);
        this.handles.push({ object, disposed: false });
        return 'stub';
      }
      case 'pair': {
        const { first, list } = this.open(i).pair();
        this.handles.push({ object: first, disposed: false }, { object: list[0], disposed: false });
        return list[1];
      }
      case 'pipelined': return this.open(i).child('p').child('q').add(args[0]);
      case 'pipelinedName': return this.open(i).child('p').name;
      case 'onResult': return this.open(i).child('r').child('s').child('t').add(args[0]);
      case 'dup':
        this.handles.push({ object: this.open(i), disposed: false });
        return 'stub';
      case 'dispose':
        this.handles[i].disposed = true;
        return undefined;
      case 'callback': {
        const seen = [];
        const result = await this.open(i).apply((n) => { seen.push(n); return n * 2; }, args[0]);
        return [result, seen];
      }
      case 'badCallback': return this.open(i).apply(() => { throw new RangeError('from callback'); }, 1);
      case 'counter': {
        const next = this.open(i).counter();
        return [next(), next()];
      }
      case 'missing': throw new TypeError(`The RPC receiver does not implement the method "${this.open(i) && 'nope'}".`);
      case 'hidden': throw new TypeError(`The RPC receiver does not implement the method "${this.open(i) && 'hidden'}".`);
      default: return this.open(i)[op](...args);
    }
  }
}

class Real {
  constructor(root) {
    this.handles = [root];
  }
  async act(op, i, ...args) {
    const stub = this.handles[i];
    switch (op) {
      case 'get': return await stub[args[0]];
      case 'child':
        this.handles.push(await stub.child(args[0]));
        return 'stub';
      case 'pair': {
        const { first, list } = await stub.pair();
        this.handles.push(first, list[0]);
        return list[1];
      }
      case 'pipelined': return await stub.child('p').child('q').add(args[0]);
      case 'pipelinedName': return await stub.child('p').name;
      case 'onResult': {
        const call = stub.child('r');
        await call;
        return await call.child('s').child('t').add(args[0]);
      }
      case 'dup':
        this.handles.push(stub.dup());
        return 'stub';
      case 'dispose':
        stub[Symbol.dispose]();
        return undefined;
      case 'callback': {
        const seen = [];
        const result = await stub.apply((n) => { seen.push(n); return n * 2; }, args[0]);
        return [result, seen];
      }
      case 'badCallback': return await stub.apply(() => { throw new RangeError('from callback'); }, 1);
      case 'counter': {
        const next = await stub.counter();
        return [await next(), await next()];
      }
      case 'missing': return await stub.nope();
      case 'hidden': return await stub.hidden();
      default: return await stub[op](...args);
    }
  }
}

const KINDS = ['Error', 'TypeError', 'RangeError', 'SyntaxError'];

// One operation out of four choices.
function operation([what, which, n, m], handles) {
  const i = which % handles;
  switch (what % 18) {
    case 0: return ['add', i, n];
    case 1: return ['addLater', i, n];
    case 2: return ['fail', i, KINDS[n % KINDS.length], `message ${m}`];
    case 3: return ['child', i, `c${n}`];
    case 4: return ['pair', i];
    case 5: return ['get', i, n % 2 === 0 ? 'name' : 'count'];
    case 6: return ['pipelined', i, n];
    case 7: return ['pipelinedName', i];
    case 8: return ['dup', i];
    case 9: return i === 0 ? ['total', i] : ['dispose', i];
    case 10: return ['callback', i, n];
    case 11: return ['badCallback', i];
    case 12: return ['counter', i];
    case 13: return ['missing', i];
    case 14: return ['hidden', i];
    case 15: return ['add', i];
    case 16: return ['onResult', i, n];
    default: return ['total', i];
  }
}

async function outcome(run) {
  try {
    return { value: (await run()) ?? 'nothing' };
  } catch (error) {
    return { error: error.constructor === Disposed ? 'Error' : error.constructor.name, message: error.message };
  }
}

async function check(choices, env) {
  const worker = env.LOADER.get('items', () => ({ compatibilityDate: '2026-01-01', mainModule: 'm.js', modules: { 'm.js': CHILD } }));
  const model = new Model();
  const real = new Real(await worker.getEntrypoint().open());
  const done = [];
  for (let at = 0; at + 3 < choices.length; at += 4) {
    const [op, i, ...args] = operation(choices.slice(at, at + 4), model.handles.length);
    done.push([op, i, ...args].join(' '));
    const expected = JSON.stringify(await outcome(() => model.act(op, i, ...args)));
    const actual = JSON.stringify(await outcome(() => real.act(op, i, ...args)));
    if (expected !== actual) return `after ${done.join('; ')}: expected ${expected} but got ${actual}`;
  }
  const expected = JSON.stringify(await outcome(() => model.act('total', 0)));
  const actual = JSON.stringify(await outcome(() => real.act('total', 0)));
  return expected === actual ? 'same' : `after ${done.join('; ')}: total ${expected} but got ${actual}`;
}

// Calls that are all sent before any is awaited: they arrive in their order.
async function checkBurst(choices, env) {
  const worker = env.LOADER.get('items', () => ({ compatibilityDate: '2026-01-01', mainModule: 'm.js', modules: { 'm.js': CHILD } }));
  const root = await worker.getEntrypoint().open();
  let sum = 0;
  const expected = choices.map((n) => (sum += n));
  const actual = await Promise.all(choices.map((n) => root.add(n)));
  return expected.join() === actual.join() ? 'same' : `burst ${choices}: expected ${expected} but got ${actual}`;
}

export default {
  async fetch(request, env) {
    for (const choices of await request.json()) {
      for (const run of [check, checkBurst]) {
        const result = await run(choices, env);
        if (result !== 'same') return new Response(result);
      }
    }
    return new Response('same');
  },
};
