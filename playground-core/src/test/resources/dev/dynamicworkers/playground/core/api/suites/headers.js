import { equal, throws } from './assert.js';

export const headersCombineAndSort = { test() {
  const headers = new Headers([['B', '2'], ['a', '1'], ['a', '3']]);
  headers.append('Set-Cookie', 'x=1');
  headers.append('Set-Cookie', 'y=2');
  equal([...headers], [['a', '1, 3'], ['b', '2'], ['set-cookie', 'x=1'], ['set-cookie', 'y=2']]);
  equal([headers.get('A'), headers.get('set-cookie'), headers.getSetCookie(), headers.get('z')], ['1, 3', 'x=1, y=2', ['x=1', 'y=2'], null]);
  headers.set('A', ' v\t');
  headers.delete('b');
  equal([headers.get('a'), headers.has('B'), [...headers.keys()]], ['v', false, ['a', 'set-cookie', 'set-cookie']]);
} };

export const headersSeeChangesWhileIterated = { test() {
  const headers = new Headers({ a: '1', b: '2' });
  const seen = [];
  for (const [name] of headers) {
    seen.push(name);
    if (name === 'a') headers.append('c', '3');
  }
  equal(seen, ['a', 'b', 'c']);
} };

export const headersRefuseWhatIsInvalid = { test() {
  throws(() => new Headers({ 'a b': '1' }), 'TypeError', 'Invalid header name.');
  throws(() => new Headers({ a: 'x\ny' }), 'TypeError', 'Invalid header value.');
  throws(() => new Headers({ a: 'x\0' }), 'TypeError', 'Invalid header value.');
  throws(() => new Headers(null), 'TypeError',
    "Failed to construct 'Headers': constructor parameter 1 is not of type 'Headers or Sequence or object'.");
  throws(() => Response.redirect('http://x/').headers.set('a', 'b'), 'TypeError', "Can't modify immutable headers.");
} };
