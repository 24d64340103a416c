import { equal, throws } from './assert.js';

export const urlHasParts = { test() {
  const url = new URL('https://u:p@ex.com:8443/a/../b?x=1&x=2&y=a%20b#h');
  equal([url.origin, url.host, url.hostname, url.port, url.pathname, url.search, url.hash, url.username, url.password, url.protocol],
    ['https://ex.com:8443', 'ex.com:8443', 'ex.com', '8443', '/b', '?x=1&x=2&y=a%20b', '#h', 'u', 'p', 'https:']);
  equal(JSON.stringify({ url }), '{"url":"https://u:p@ex.com:8443/b?x=1&x=2&y=a%20b#h"}');
  equal(new URL('../c?d', 'http://h/a/b').href, 'http://h/c?d');
  equal(new URL('http://münchen.de').hostname, 'xn--mnchen-3ya.de');
  equal(new URL('web+demo:/.//not-a-host/').pathname, '//not-a-host/');
  equal(new URL('blob:https://x.test/id').origin, 'https://x.test');
} };

export const urlSettersChangeOnlyWhatIsValid = { test() {
  const url = new URL('http://h:80/p');
  url.port = '8080';
  url.hostname = 'x.y';
  url.search = 'a=b c';
  url.hash = '';
  url.protocol = 'mailto';
  url.pathname = 'q r';
  equal(url.href, 'http://x.y:8080/q%20r?a=b%20c');
  url.href = 'https://other/';
  equal(url.searchParams.size, 0);
  throws(() => { url.href = 'nope'; }, 'TypeError', "Failed to set the 'href' property on 'URL': the provided value is not of type 'valid URL string'.");
} };

export const urlFailuresAreTypeErrors = { test() {
  throws(() => new URL('nope'), 'TypeError', 'Invalid URL string.');
  throws(() => new URL(), 'TypeError', "Failed to construct 'URL': constructor parameter 1 is not of type 'USVString'.");
  equal([URL.canParse('x'), URL.canParse('http://x'), URL.parse('nope')], [false, true, null]);
  throws(() => URL.createObjectURL(new Blob([])), 'Error', 'URL.createObjectURL() is not implemented');
} };

export const searchParamsFollowTheUrl = { test() {
  const url = new URL('http://h/?x=1&y=a%20b');
  const params = url.searchParams;
  params.append('z', 'é&');
  equal(url.search, '?x=1&y=a+b&z=%C3%A9%26');
  url.search = '?q=2';
  equal([...params], [['q', '2']]);
  params.delete('q');
  equal(url.href, 'http://h/');
} };

export const searchParamsReadAndWrite = { test() {
  equal(String(new URLSearchParams({ a: '1 2', b: 'é' })), 'a=1+2&b=%C3%A9');
  equal(String(new URLSearchParams([['a', 'b'], ['a', '*-._~']])), 'a=b&a=*-._%7E');
  equal([...new URLSearchParams('?a=%zz&%E2%98&b&=c&&')], [['a', '%zz'], ['�', ''], ['b', ''], ['', 'c']]);
  const params = new URLSearchParams('b=1&a=2&b=3');
  params.sort();
  equal([String(params), params.has('b', '3'), params.getAll('b'), params.size], ['a=2&b=1&b=3', true, ['1', '3'], 3]);
  params.set('b', '9');
  params.delete('a', 'x');
  equal(String(params), 'a=2&b=9');
  throws(() => new URLSearchParams([['a']]), 'TypeError',
    'Invalid URL search params sequence.');
} };

export const urlPatternMatches = { test() {
  const pattern = new URLPattern({ pathname: '/books/:id(\\d+)/*' });
  equal(pattern.test('http://x/books/5/y'), true);
  equal(pattern.exec('http://x/books/5/y').pathname.groups, { id: '5', 0: 'y' });
  equal([pattern.test('http://x/books/a/y'), pattern.hasRegExpGroups, pattern.pathname], [false, true, '/books/:id(\\d+)/*']);
  const whole = new URLPattern('https://{:sub.}?example.com/a?q=*#:h');
  equal(whole.exec('https://s.example.com/a?q=1#z').hostname.groups, { sub: 's' });
  equal(new URLPattern('/p', 'http://b:81/x?y').port, '81');
} };
