// Runs the cases of one file: `cases` by name, each a function of env. An answer is its value or its error, as plain data.
const bytes = (value) => `bytes:${[...new Uint8Array(value.buffer ?? value, value.byteOffset ?? 0, value.byteLength)].map((b) => b.toString(16).padStart(2, '0')).join('')}`;

function plain(value) {
  if (value === undefined) return 'undefined';
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'function') return 'function';
  if (value instanceof Date) return 'date';
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return bytes(value);
  if (value instanceof Map) return { map: [...value].map(([key, each]) => [key, plain(each)]) };
  if (value instanceof Headers) return { headers: [...value] };
  if (value instanceof ReadableStream) return 'stream';
  if (Array.isArray(value)) return value.map(plain);
  const out = {};
  for (const key in value) out[key] = plain(value[key]);
  return out;
}

function failure(error) {
  if (error === null || typeof error !== 'object') return { thrown: String(error) };
  const out = { name: error.name, message: error.message };
  if (error.constructor?.name !== error.name) out.class = error.constructor?.name;
  for (const key of Object.getOwnPropertyNames(error)) {
    if (['stack', 'message', 'name', 'cause'].includes(key)) continue;
    out[`.${key}`] = plain(error[key]);
  }
  if (error.cause !== undefined) out.cause = failure(error.cause);
  return out;
}

export const serve = (cases) => ({
  async fetch(request, env, ctx) {
    const answers = {};
    for (const [name, run] of Object.entries(cases)) {
      try {
        answers[name] = { ok: plain(await run(env, ctx, request)) };
      } catch (error) {
        answers[name] = { error: failure(error) };
      }
    }
    return Response.json(answers);
  },
});
