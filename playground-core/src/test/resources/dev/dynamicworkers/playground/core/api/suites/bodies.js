import { bytes, collect, equal, rejects, streamOf, throws } from './assert.js';

const USED = 'Body has already been used. It can only be used once. Use tee() first if you need to read it twice.';

export const bodiesAreReadOnce = { async test() {
  const response = new Response('a');
  equal([response.bodyUsed, await response.text(), response.bodyUsed], [false, 'a', true]);
  await rejects(response.text(), 'TypeError', USED);
  await rejects(response.json(), 'TypeError', USED);
} };

export const bodiesOfAllKinds = { async test() {
  equal(await new Response(bytes('é')).text(), 'é');
  equal(await new Response(new DataView(bytes('abc').buffer, 1)).text(), 'bc');
  equal(await new Response('\uFEFFx\uD800').text(), '\uFEFFx\uFFFD');
  equal([...await new Response('é').bytes()], [195, 169]);
  equal((await new Response('abc').arrayBuffer()).byteLength, 3);
  equal(await new Response(streamOf(bytes('a'), bytes('b'))).text(), 'ab');
  equal(await new Response(5).text(), '5');
  equal(await new Response({}).text(), '[object Object]');
  equal([new Response().body, await new Response(null).text()], [null, '']);
  await rejects(new Response(streamOf('text')).text(), 'TypeError', 'This ReadableStream did not return bytes.');
} };

export const bodiesStreamOnDemand = { async test() {
  const response = new Response('hello');
  const { body } = response;
  equal([body.locked, response.bodyUsed], [false, false]);
  equal(await collect(body), ['hello']);
  equal(response.bodyUsed, true);
  const copied = new Response(new Response('p', { headers: { a: '1' } }).body, { headers: { a: '2' } });
  equal([await copied.text(), copied.headers.get('a')], ['p', '2']);
  const locked = new Response('x');
  locked.body.getReader();
  await rejects(locked.text(), 'TypeError', 'This ReadableStream is currently locked to a reader.');
} };

export const clonesAreIndependent = { async test() {
  const response = new Response('q', { status: 201, headers: { a: '1' } });
  const clone = response.clone();
  clone.headers.set('a', '2');
  equal([await response.text(), await clone.text(), clone.status, response.headers.get('a')], ['q', 'q', 201, '1']);
  throws(() => response.clone(), 'TypeError', 'This ReadableStream is currently locked to a reader,');
  const streamed = new Response(streamOf(bytes('s')));
  equal([await streamed.clone().text(), await streamed.text()], ['s', 's']);
} };

export const contentTypesComeFromTheBody = { test() {
  const typeOf = (body) => new Response(body).headers.get('content-type');
  equal([typeOf('x'), typeOf(bytes('x')), typeOf(new URLSearchParams('a=b')), typeOf(new Blob(['x'], { type: 'A/B' })), typeOf(null)],
    ['text/plain;charset=UTF-8', null, 'application/x-www-form-urlencoded;charset=UTF-8', 'a/b', null]);
  equal(new Response('x', { headers: { 'Content-Type': 'text/html' } }).headers.get('content-type'), 'text/html');
  equal([...Response.json({ a: 1 }, { status: 201, headers: { x: 'y' } }).headers], [['content-type', 'application/json'], ['x', 'y']]);
} };

export const responsesCheckTheirInit = { test() {
  const range = 'Responses may only be constructed with status codes in the range 200 to 599, inclusive.';
  throws(() => new Response('x', { status: 700 }), 'RangeError', range);
  throws(() => new Response('x', { status: 'abc' }), 'RangeError', range);
  throws(() => new Response('x', { status: 304 }), 'TypeError',
    'Response with null body status (101, 204, 205, or 304) cannot have a body.');
  throws(() => new Response('', { statusText: 'a\nb' }), 'TypeError', 'Invalid statusText');
  throws(() => Response.redirect('/rel'), 'TypeError', 'Unable to parse URL: /rel');
  throws(() => Response.redirect('http://x/', 200), 'RangeError',
    '200 is not a redirect status code. It must be one of: 301, 302, 303, 307, or 308.');
  equal([Response.error().status, Response.error().type, new Response('', { status: '201' }).status], [0, 'error', 201]);
} };

export const requestsCheckTheirInit = { test() {
  throws(() => new Request('/x'), 'TypeError', 'Invalid URL: /x');
  throws(() => new Request('http://x/', { body: 'b' }), 'TypeError', 'Request with a GET or HEAD method cannot have a body.');
  throws(() => new Request('http://x/', { method: 'FOO' }), 'TypeError', 'Invalid HTTP method string: FOO');
  throws(() => new Request('http://x/', { cache: 'force-cache' }), 'TypeError', 'Unsupported cache mode: force-cache');
  throws(() => new Request('http://x/', { signal: {} }), 'TypeError',
    "Incorrect type for the 'signal' field on 'RequestInitializerDict': the provided value is not of type 'AbortSignal'.");
  const request = new Request('http://x/%7f?a b', { method: 'patch', headers: { a: '1' } });
  equal([request.method, request.url, request.redirect, request.signal.aborted, request.fetcher], ['PATCH', 'http://x/%7f?a%20b', 'follow', false, null]);
} };

export const requestsPassTheirBodyOn = { async test() {
  const first = new Request('http://x/', { method: 'POST', body: 'b' });
  const second = new Request(first, { headers: { a: '1' } });
  equal([await second.text(), first.bodyUsed, [...second.headers]], ['b', true, [['a', '1']]]);
  throws(() => new Request(first), 'TypeError', 'Cannot reconstruct a Request with a used body.');
} };
