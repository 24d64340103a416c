// Any input gives a result or a TypeError, and time grows with the input and no faster.
import { bytes } from './assert.js';

// The same numbers on every run.
function* numbers(seed) {
  let state = seed;
  for (;;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

const PIECES = [
  'a', 'Set-Cookie', 'content-type', ' ', '\t', '\r', '\n', '\0', ':', ';', ',', '"', '\\', '=', '&', '%', '%4', '%41', '+', '?', 'é', '\ud800', '😀',
  '\u0100', '--b', '\r\n', 'name=', 'multipart/form-data; boundary=b', '{', '}', '(', ')', '*', '/', '[', ']', '__proto__', 'constructor',
];

function texts(seed) {
  const random = numbers(seed);
  const next = () => random.next().value;
  return () => {
    let text = '';
    for (let count = Math.floor(next() * 8); count > 0; count--) text += PIECES[Math.floor(next() * PIECES.length)];
    return text;
  };
}

function onlyTypeErrors(action) {
  try {
    action();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
}

export const headersTakeAnything = { test() {
  const text = texts(1);
  for (let i = 0; i < 10_000; i++) {
    onlyTypeErrors(() => {
      const headers = new Headers({ [text()]: text() });
      headers.append(text() || 'a', text());
      for (const [name, value] of headers) if (name !== name.toLowerCase() || /[\0\r\n]/.test(value)) throw new Error(`${name}: ${value}`);
    });
  }
} };

export const searchParamsTakeAnything = { test() {
  const text = texts(2);
  for (let i = 0; i < 5_000; i++) {
    const params = new URLSearchParams(text());
    const again = new URLSearchParams(String(params));
    if (String(again) !== String(params)) throw new Error(String(params));
  }
} };

export const formsTakeAnything = { async test() {
  const text = texts(3);
  for (let i = 0; i < 1_000; i++) {
    const response = new Response(bytes(text() + text()), { headers: { 'content-type': 'multipart/form-data; boundary=b' } });
    await response.formData().catch((error) => onlyTypeErrors(() => { throw error; }));
  }
} };

export const patternsTakeAnything = { test() {
  const text = texts(4);
  for (let i = 0; i < 500; i++) onlyTypeErrors(() => new URLPattern(text(), 'http://h/').test(`http://h/${text()}`));
} };

export const longInputsTakeTimeInProportion = { test() {
  const start = performance.now();
  for (const unit of ['&', '=', 'a=b&', '%', '+', ' ', '\t', ',', ';']) {
    const long = unit.repeat(50_000);
    new URLSearchParams(long).toString();
    new Headers({ a: long }).get('a');
    onlyTypeErrors(() => new Headers({ [long]: 'a' }));
    new Request('http://h/', { headers: { 'content-type': long } }).headers.get('content-type');
  }
  if (performance.now() - start > 20_000) throw new Error(`took ${performance.now() - start} ms`);
} };
