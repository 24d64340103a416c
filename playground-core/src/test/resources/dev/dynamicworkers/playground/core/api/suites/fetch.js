import { equal, rejects } from './assert.js';

const WORKER = `export default { async fetch(request) {
  const url = new URL(request.url);
  if (url.pathname.startsWith('/to/')) return new Response(null, { status: Number(url.pathname.slice(4)), headers: { location: '/end' } });
  if (url.pathname === '/loop') return Response.redirect(url.href);
  return Response.json({ method: request.method, url: request.url, headers: [...request.headers], body: await request.text() });
} };`;

const echo = (env) => env.LOADER.get('echo', () => ({ compatibilityDate: '2026-01-01', mainModule: 'm.js', modules: { 'm.js': WORKER } })).getEntrypoint();

export const dataUrlsAnswer = { async test() {
  const response = await fetch('data:text/html;charset=utf-8,%3Cb%3E');
  equal([response.status, response.headers.get('content-type'), await response.text()], [200, 'text/html;charset=utf-8', '<b>']);
  equal(await (await fetch('data:;base64,aGk=')).text(), 'hi');
} };

export const fetchChecksLocally = { async test() {
  await rejects(fetch('notaurl'), 'TypeError', 'Invalid URL: notaurl');
  await rejects(fetch('ftp://x/'), 'TypeError', 'Fetch API cannot load: ftp://x/');
  await rejects(fetch('http://x/', { signal: AbortSignal.abort(new Error('own')) }), 'Error', 'own');
} };

export const requestsArriveNormalised = { async test(controller, env) {
  const answer = await (await echo(env).fetch('http://u:p@X/a b#f', { method: 'post', body: 'é', headers: { 'X-A': '1' } })).json();
  equal(answer, {
    method: 'POST', url: 'http://x/a%20b',
    headers: [['content-length', '2'], ['content-type', 'text/plain;charset=UTF-8'], ['x-a', '1']], body: 'é',
  });
} };

export const redirectsAreFollowed = { async test(controller, env) {
  const stub = echo(env);
  const follow = async (status) => {
    const response = await stub.fetch(`http://h/to/${status}`, { method: 'POST', body: 'b' });
    const { method, body } = await response.json();
    return [response.url, response.redirected, method, body];
  };
  equal(await follow(302), ['http://h/end', true, 'GET', '']);
  equal(await follow(307), ['http://h/end', true, 'POST', 'b']);
  const manual = await stub.fetch('http://h/to/301', { redirect: 'manual' });
  equal([manual.status, manual.headers.get('location'), manual.statusText], [301, '/end', 'Moved Permanently']);
  let error;
  try { await stub.fetch('http://h/loop'); } catch (e) { error = e.message.slice(0, 40); }
  equal(error, 'Too many redirects.http://h/loop, http:/');
} };
