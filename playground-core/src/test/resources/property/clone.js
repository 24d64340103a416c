// Builds values out of choices, sends them through every kind of clone, and compares what comes back as graphs.
import { WorkerEntrypoint } from 'cloudflare:workers';

const CHILD = `
  import { WorkerEntrypoint } from 'cloudflare:workers';
  export default class extends WorkerEntrypoint {
    echo(value) { return value; }
    props() { return this.ctx.props.value; }
  }`;

// ---- values from choices ----

const VIEWS = [
  Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array,
  BigInt64Array, BigUint64Array, DataView,
];
const ERRORS = [Error, TypeError, RangeError, SyntaxError, ReferenceError, EvalError, URIError];
const NUMBERS = [0, -0, 1, -1, 0.1, NaN, Infinity, -Infinity, 2 ** 31, -(2 ** 53), Number.MIN_VALUE, Number.MAX_VALUE, 1e21];
const STRINGS = ['', 'a', '$', 'ünï', '\u0000', '\ud83d\ude00', '\ud800', '"\\\n', '__proto__', 'x'.repeat(300)];
const KEYS = ['a', 'b', '$', '0', '1', '', 'toString', '__proto__', 'constructor', 'v', 'then', 'ü'];
const BIGINTS = [0n, -1n, 2n ** 64n, -(2n ** 200n)];

export class Builder {
  constructor(choices) {
    this.choices = choices;
    this.at = 0;
    this.made = [];
    this.buffers = [];
  }
  next(count) {
    return this.at < this.choices.length ? this.choices[this.at++] % count : 0;
  }
  pick(list) {
    return list[this.next(list.length)];
  }
  keep(object) {
    this.made.push(object);
    return object;
  }
  value(depth = 0) {
    const kind = this.next(depth > 4 ? 10 : 22);
    switch (kind) {
      case 0: return this.next(1000);
      case 1: return this.pick(NUMBERS);
      case 2: return this.pick(STRINGS);
      case 3: return this.next(2) === 0;
      case 4: return null;
      case 5: return undefined;
      case 6: return this.pick(BIGINTS);
      case 7: return this.keep(new Date(this.pick([0, -1, 8.64e15, NaN, 1234567890123])));
      case 8: return this.keep(this.pick([/a/, /x+/gi, /\//u, new RegExp('', 's')]));
      case 9: return this.made.length === 0 ? 'none' : this.pick(this.made);
      case 10: case 11: case 12: return this.object(depth);
      case 13: case 14: return this.array(depth);
      case 15: return this.map(depth);
      case 16: return this.set(depth);
      case 17: return this.view();
      case 18: return this.buffer();
      case 19: return this.error(depth);
      case 20: return this.keep(Object(this.pick([1, -0, 'boxed', true, false])));
      default: return this.keep(new DOMException(this.pick(STRINGS), this.pick(['AbortError', 'DataCloneError', 'Custom'])));
    }
  }
  object(depth) {
    const object = this.keep({});
    for (let n = this.next(5); n > 0; n--) {
      Object.defineProperty(object, this.pick(KEYS), { value: this.value(depth + 1), enumerable: true, configurable: true, writable: true });
    }
    return object;
  }
  array(depth) {
    const array = this.keep([]);
    for (let n = this.next(6); n > 0; n--) {
      if (this.next(5) === 0) array.length++;
      else array.push(this.value(depth + 1));
    }
    return array;
  }
  map(depth) {
    const map = this.keep(new Map());
    for (let n = this.next(4); n > 0; n--) map.set(this.value(depth + 1), this.value(depth + 1));
    return map;
  }
  set(depth) {
    const set = this.keep(new Set());
    for (let n = this.next(4); n > 0; n--) set.add(this.value(depth + 1));
    return set;
  }
  buffer() {
    if (this.buffers.length > 0 && this.next(2) === 0) return this.pick(this.buffers);
    const buffer = this.keep(Uint8Array.from({ length: 8 * this.next(5) }, (_, i) => (i * 37 + this.at) & 255).buffer);
    this.buffers.push(buffer);
    return buffer;
  }
  view() {
    const View = this.pick(VIEWS);
    const buffer = this.buffer();
    const size = View.BYTES_PER_ELEMENT ?? 1;
    const offset = size * this.next(Math.floor(buffer.byteLength / size) + 1);
    const length = this.next(Math.floor((buffer.byteLength - offset) / size) + 1);
    return this.keep(new View(buffer, offset, length));
  }
  error(depth) {
    const Class = this.pick(ERRORS);
    const cause = this.next(2) === 0 ? undefined : { cause: this.value(depth + 1) };
    return this.keep(new Class(this.pick(STRINGS), cause));
  }
}

// ---- comparing graphs: the same shape, the same sharing ----

class Difference extends Error {}

function compare(a, b, path, there, back) {
  const fail = (what) => {
    throw new Difference(`${path}: ${what}`);
  };
  if (typeof a !== typeof b) fail(`${typeof a} became ${typeof b}`);
  if (a === null || typeof a !== 'object') {
    if (!Object.is(a, b)) fail(`${String(a)} became ${String(b)}`);
    return;
  }
  if (there.has(a) || back.has(b)) {
    if (there.get(a) !== b || back.get(b) !== a) fail('sharing differs');
    return;
  }
  there.set(a, b);
  back.set(b, a);
  const next = (x, y, step) => compare(x, y, `${path}${step}`, there, back);
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) fail(`${a.constructor?.name} became ${b.constructor?.name}`);
  if (a instanceof Date) next(a.getTime(), b.getTime(), '.time');
  else if (a instanceof RegExp) {
    next(a.source, b.source, '.source');
    next(a.flags, b.flags, '.flags');
    next(b.lastIndex, 0, '.lastIndex');
  } else if (a instanceof Map) {
    next(a.size, b.size, '.size');
    const entries = [...b];
    [...a].forEach(([key, value], i) => {
      next(key, entries[i][0], `<key ${i}>`);
      next(value, entries[i][1], `<value ${i}>`);
    });
  } else if (a instanceof Set) {
    next(a.size, b.size, '.size');
    const values = [...b];
    [...a].forEach((value, i) => next(value, values[i], `<${i}>`));
  } else if (a instanceof ArrayBuffer) {
    next(new Uint8Array(a).join(), new Uint8Array(b).join(), '<bytes>');
  } else if (ArrayBuffer.isView(a)) {
    next(a.byteOffset, b.byteOffset, '.byteOffset');
    next(a.byteLength, b.byteLength, '.byteLength');
    next(a.buffer, b.buffer, '.buffer');
  } else if (a instanceof DOMException) {
    next([a.name, a.message, a.code].join(), [b.name, b.message, b.code].join(), '');
  } else if (a instanceof Error) {
    next(a.message, b.message, '.message');
    next(Object.hasOwn(a, 'cause'), Object.hasOwn(b, 'cause'), '<has cause>');
    if (Object.hasOwn(a, 'cause')) next(a.cause, b.cause, '.cause');
  } else if (a instanceof Number || a instanceof String || a instanceof Boolean) {
    next(a.valueOf(), b.valueOf(), '<boxed>');
  } else {
    if (Array.isArray(a)) next(a.length, b.length, '.length');
    next(Object.keys(a).join('\n'), Object.keys(b).join('\n'), '<keys>');
    for (const key of Object.keys(a)) next(a[key], b[key], `.${key}`);
  }
}

function same(a, b, how) {
  compare(a, b, how, new Map(), new Map());
}

const load = (env) => env.LOADER.get('echo', () => ({ compatibilityDate: '2026-01-01', mainModule: 'm.js', modules: { 'm.js': CHILD } }));

async function check(choices, env) {
  const value = new Builder(choices).value();
  same(value, structuredClone(value), 'structuredClone');
  const worker = load(env);
  same(value, await worker.getEntrypoint().echo(value), 'rpc');
  same(value, await worker.getEntrypoint(null, { props: { value } }).props(), 'props');
}

export default {
  async fetch(request, env) {
    try {
      for (const choices of await request.json()) await check(choices, env);
      return new Response('same');
    } catch (error) {
      return new Response(error instanceof Difference ? error.message : `${error.stack}`);
    }
  },
};
