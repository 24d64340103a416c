// Any input gives a result or a TypeError. Inputs that are long enough to make quadratic work run into the test's timeout.
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

export const headersTakeAnything = { test(controller, env) {
  const text = texts(1);
  for (let i = 0; i < env.FUZZ_TRIES; i++) {
    onlyTypeErrors(() => {
      const headers = new Headers({ [text()]: text() });
      headers.append(text() || 'a', text());
      for (const [name, value] of headers) if (name !== name.toLowerCase() || /[\0\r\n]/.test(value)) throw new Error(`${name}: ${value}`);
    });
  }
} };

export const searchParamsTakeAnything = { test(controller, env) {
  const text = texts(2);
  for (let i = 0; i < env.FUZZ_TRIES; i++) {
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

const MARKUP = [
  '<', '>', '</', '/>', '<a', '<p>', '</p>', '<!--', '-->', '--!>', '<!', '<?', '<!doctype html>', '<script>', '</script>', '<textarea>', '<svg>',
  ' x', '=', '"', "'", '&amp;', '&', 'text', '\n', '\0', '\u{1f600}', '<![CDATA[', ']]>', '<br>', '<table><tr>', ' class=c', ' id="i"',
];

// A document costs as much as ten of the others: it goes through a response's stream.
export const documentsTakeAnything = { async test(controller, env) {
  const random = numbers(5);
  const next = () => random.next().value;
  const text = () => {
    let markup = '';
    for (let count = Math.floor(next() * 10); count > 0; count--) markup += MARKUP[Math.floor(next() * MARKUP.length)];
    return markup;
  };
  const touch = { element: (element) => [...element.attributes], text: (chunk) => chunk.text, comments: (comment) => comment.text };
  const changed = new HTMLRewriter().on('*', touch).on('p > a[class~=c], svg #i', touch).onDocument({ doctype() {}, comments() {}, text() {}, end() {} });
  const rewrite = async (markup) => {
    const out = await changed.transform(new Response(markup)).text();
    if (out !== markup.toWellFormed()) throw new Error(`${JSON.stringify(markup)} became ${JSON.stringify(out)}`);
  };
  for (let i = 0; i < env.FUZZ_TRIES / env.HTML_SHARE; i += 100) await Promise.all(Array.from({ length: 100 }, () => rewrite(text())));
} };

export const longDocumentsTakeTimeInProportion = { async test(controller, env) {
  for (const unit of ['<', '<a ', '<!--', '<p>', '</p>', '<a b=c ', '"', '&', '<script>', '<!', '-', '<b><i></b>']) {
    const long = unit.repeat(env.FUZZ_TRIES < 100_000 ? 1000 : 10_000);
    await new HTMLRewriter().on('p a', { element() {} }).transform(new Response(long)).text();
    await new HTMLRewriter().on('*', { text() {} }).transform(new Response(`<script>${long}`)).text();
  }
  // Deep trees, end tags of nothing, and tags of many signs.
  const deep = '<p>x'.repeat(10_000);
  for (const long of [deep, `${deep}${'</b>'.repeat(10_000)}`, `<a ${'='.repeat(20_000)}/>`, `<a ${'b'.repeat(20_000)} = />`]) {
    const set = { element: (element) => { element.setAttribute('a', '1'); }, text() {} };
    await new HTMLRewriter().on('p p p q', set).on('a', set).on('div p', set).transform(new Response(long)).text();
  }
} };

export const longInputsTakeTimeInProportion = { test() {
  for (const unit of ['&', '=', 'a=b&', '%', '+', ' ', '\t', ',', ';']) {
    const long = unit.repeat(50_000);
    new URLSearchParams(long).toString();
    new Headers({ a: long }).get('a');
    onlyTypeErrors(() => new Headers({ [long]: 'a' }));
    new Request('http://h/', { headers: { 'content-type': long } }).headers.get('content-type');
  }
} };
