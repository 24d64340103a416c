// What becomes of a body when its stream is split, read in part, or asked for again.
const show = (v, d = 0) => v === undefined ? 'undefined' : v === null ? null : typeof v === 'function' ? 'fn ' + v.name + v.length : typeof v === 'symbol' || typeof v === 'bigint' ? String(v) + (typeof v === 'bigint' ? 'n' : '') : typeof v === 'number' && (!Number.isFinite(v) || Object.is(v, -0)) ? (Object.is(v, -0) ? '-0' : String(v)) : v instanceof Error ? 'E:' + (v?.constructor?.name ?? '') + '|' + v?.name + '|' + (v?.code === undefined ? '' : v.code) + '|' + v?.message : Array.isArray(v) ? (d > 4 ? '[...]' : v.map(x => show(x, d + 1))) : ArrayBuffer.isView(v) ? v.constructor.name + ':' + [...new Uint8Array(v.buffer, v.byteOffset, v.byteLength)].join() : v instanceof ArrayBuffer ? 'AB:' + [...new Uint8Array(v)].join() : typeof v === 'object' && d < 4 ? Object.fromEntries(Object.keys(v).map(k => [k, show(v[k], d + 1)])) : v;
const out = {};
const Q = (k, f) => { try { out[k] = show(f()); } catch (e) { out[k] = 'threw ' + show(e instanceof Error ? e : { thrown: e }); if (typeof e === 'object' && !(e instanceof Error)) out[k] = { thrown: show(e) }; } };
const P = async (k, f) => { let t; try { out[k] = show(await Promise.race([(async () => f())(), new Promise(r => { t = setTimeout(() => r('TIMED OUT'), 3000); })])); } catch (e) { out[k] = e instanceof Error ? 'threw ' + show(e) : { thrown: show(e) }; } finally { clearTimeout(t); } };
const SKIP = []; // answered differently here, or in the engine's own words
export default { async fetch(request, env, ctx) {
  const kinds = { res: () => new Response('abc'), req: () => new Request('http://x/', { method: 'POST', body: 'abc' }), stream: () => new Response(new ReadableStream({ start(c) { c.enqueue(new TextEncoder().encode('abc')); c.close(); } })), ident: () => { const t = new IdentityTransformStream(); const w = t.writable.getWriter(); w.write(new Uint8Array([97])); w.close(); return new Response(t.readable); }, blob: () => new Response(new Blob(['abc'])), form: () => new Response(new URLSearchParams('a=b')) };
  for (const [k, make] of Object.entries(kinds)) {
    Q(k + ' tee', () => { const r = make(); const [a, b] = r.body.tee(); return [r.bodyUsed, r.body.locked, a.locked, typeof b]; });
    await P(k + ' tee read', async () => { const r = make(); const [a] = r.body.tee(); const u = r.bodyUsed; const t = await new Response(a).text(); return [u, t, r.bodyUsed, await r.text().catch((e) => e)]; });
    await P(k + ' tee clone', async () => { const r = make(); r.body.tee(); return [r.clone()]; });
    await P(k + ' tee text', async () => { const r = make(); r.body.tee(); return await r.text(); });
    await P(k + ' reader', async () => { const r = make(); const d = r.body.getReader(); const u = r.bodyUsed; const c = await d.read(); const v = r.bodyUsed; d.releaseLock(); return [u, v, r.bodyUsed, c.value?.length]; });
    await P(k + ' reader release text', async () => { const r = make(); const d = r.body.getReader(); d.releaseLock(); return [r.bodyUsed, await r.text()]; });
    await P(k + ' reader read release text', async () => { const r = make(); const d = r.body.getReader(); await d.read(); d.releaseLock(); return [r.bodyUsed, await r.text()]; });
    await P(k + ' cancel', async () => { const r = make(); await r.body.cancel('x'); return [r.bodyUsed, await r.text().catch((e) => e)]; });
    await P(k + ' pipeThrough', async () => { const r = make(); const t = r.body.pipeThrough(new TextDecoderStream()); return [r.bodyUsed, r.body.locked]; });
    await P(k + ' pipeTo', async () => { const r = make(); const p = r.body.pipeTo(new WritableStream()); const u = r.bodyUsed; await p; return [u, r.bodyUsed, r.body.locked]; });
    await P(k + ' iterate', async () => { const r = make(); let n = 0; for await (const c of r.body) n += c.length; return [n, r.bodyUsed]; });
    await P(k + ' values', async () => { const r = make(); const it = r.body.values(); return [r.bodyUsed, r.body.locked]; });
    await P(k + ' new Response(body)', async () => { const r = make(); const s = new Response(r.body); return [r.bodyUsed, r.body.locked, s.bodyUsed, await s.text(), r.bodyUsed, s.bodyUsed]; });
    await P(k + ' new Response(body, r)', async () => { const r = make(); const s = new Response(r.body, r); return [r.bodyUsed, await s.text(), r.bodyUsed]; });
    await P(k + ' clone', async () => { const r = make(); const c = r.clone(); return [r.bodyUsed, c.bodyUsed, await c.text(), r.bodyUsed, await r.text()]; });
    await P(k + ' clone read', async () => { const r = make(); r.body; const c = r.clone(); const d = c.body.getReader(); return [r.bodyUsed, c.bodyUsed, r.body.locked]; });
    await P(k + ' text then tee', async () => { const r = make(); await r.text(); return r.body.tee(); });
    await P(k + ' text then clone', async () => { const r = make(); await r.text(); return r.clone(); });
    await P(k + ' text then body', async () => { const r = make(); const b = r.body; await r.text(); return [b === r.body, r.body.locked, (await b.getReader().read()).done]; });
    await P(k + ' tee tee', async () => { const r = make(); const [a, b] = r.body.tee(); const [c, d] = a.tee(); return [await new Response(b).text(), await new Response(c).text(), await new Response(d).text()]; });
    await P(k + ' tee cancel one', async () => { const r = make(); const [a, b] = r.body.tee(); const q = a.cancel('x'); const t = await new Response(b).text(); return t; });
  }
  Q('null body', () => { const r = new Response(null); return [r.bodyUsed, r.body]; }); await P('empty', async () => { const r = new Response(''); await r.text(); return [r.bodyUsed, await r.text().catch((e) => e)]; }); await P('null text', async () => { const r = new Response(); await r.text(); return [r.bodyUsed, await r.text()]; });
  for (const k of SKIP) delete out[k]; return Response.json(out);
} };
