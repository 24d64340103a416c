// Runs out of stack wherever a part of the engine is used for the first time, so that the part is broken for good.
// expect: internalError
// says: ran out of stack
// engine: replaced
// cpuMs: 3000
const firsts = [
  () => new Intl.DateTimeFormat('de', { dateStyle: 'full' }).format(0),
  () => new Intl.PluralRules('ar').select(3),
  () => structuredClone({ map: new Map([[1, new Set([2n])]]), error: new RangeError('x') }),
  () => new TextDecoder('gb18030').decode(new Uint8Array([0x81, 0x30, 0x81, 0x30])),
  () => 'a\u0301'.normalize('NFC').toLocaleUpperCase('tr').padEnd(20, 'x').match(/(?<x>\p{L})+/u),
  () => JSON.stringify({ a: [1, { b: 2 }] }, null, 2),
  () => new URL('http://bücher.example/ä?b#c').searchParams.toString(),
  () => [3, 1, 2].toSorted().flatMap((x) => [x, x]).at(-1),
  () => new Date(2020, 1, 1).toLocaleString('ja'),
  () => new Function('a', 'return class { #x = a; static { this.y = 1; } }'),
  () => (function* () { yield* [1, 2]; })().next(),
  () => new Proxy([], { get: (t, k, r) => Reflect.get(t, k, r) }).length,
  () => new Float16Array([1.5]).join(),
  () => 12345678901234567890n ** 3n % 7n,
  () => new Headers({ a: 'b' }).get('a'),
  () => btoa(atob('aGk=')),
];
// Fails at the very end of the stack, and is tried again with the room of one more frame each time.
function deep(first) {
  try {
    return deep(first) + 1;
  } catch {
    first();
    return 0;
  }
}
export default {
  fetch() {
    let depths = 0;
    for (const first of firsts) {
      try {
        depths += deep(first) > 100;
      } catch {}
    }
    return new Response('depths ' + depths);
  },
};
