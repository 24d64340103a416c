// Has a value cloned that takes its own parts away meanwhile.
// expect: ok
// says: got 2
// cpuMs: 2000
export default {
  async fetch(request, env, ctx) {
    const list = Array.from({ length: 1000 }, (_, i) => i);
    const map = new Map(list.map((i) => [i, i]));
    const buffer = new ArrayBuffer(1000, { maxByteLength: 100_000 });
    const value = {
      get first() { list.length = 0; map.clear(); buffer.resize(0); delete value.last; value.more = {}; return list; },
      list, map, view: new Uint8Array(buffer, 500), last: {},
    };
    const got = [structuredClone(value), await env.API.echo(value)];
    return new Response('got ' + got.length);
  },
};
