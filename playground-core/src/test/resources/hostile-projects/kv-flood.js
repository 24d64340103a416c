// Writes large values under the largest keys, and lists them by strange names.
// expect: exception|exceededWallTime
// says: Too many subrequests|wall time
// cpuMs: 8000
export default {
  async fetch(request, env, ctx) {
    const refused = [];
    for (const [key, value, options] of [['k'.repeat(1e6), 'x'], ['', 'x'], ['..', 'x'], ['k', 'x', { metadata: 'x'.repeat(1e6) }], ['k', 'x', { expirationTtl: 1e300 }], ['k', 'x', { expiration: -1 }], ['k', () => {}]]) {
      await env.KV.put(key, value, options).catch((error) => refused.push(String(error)));
    }
    await env.KV.list({ limit: 1e9, prefix: 'x'.repeat(1e6) }).catch(() => {});
    await env.KV.list({ cursor: '\u0000'.repeat(1e5) }).catch(() => {});
    await env.KV.get(Array.from({ length: 1e5 }, (_, i) => 'k' + i)).catch(() => {});
    for (let i = 0; ; i++) await env.KV.put('k'.repeat(500) + i, new Uint8Array(1_000_000));
  },
};
