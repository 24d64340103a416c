import { equal, rejects, throws } from './assert.js';

export const formsGoBothWays = { async test() {
  const form = new FormData();
  form.append('a"b', '1\n2');
  form.append('f', new File(['hi'], 'n.txt', { type: 'text/plain', lastModified: 5 }));
  form.append('blob', new Blob(['q']), 'given.bin');
  const parsed = await new Response(form).formData();
  const file = parsed.get('f');
  equal([[...parsed.keys()], parsed.get('a"b'), file.name, file.type, await file.text(), file.constructor.name, parsed.get('blob').name],
    [['a"b', 'f', 'blob'], '1\n2', 'n.txt', 'text/plain', 'hi', 'File', 'given.bin']);
  equal([...await new Response(new URLSearchParams('a=1&b=%20')).formData()], [['a', '1'], ['b', ' ']]);
} };

export const formsChange = { test() {
  const form = new FormData();
  form.append('a', '1');
  form.append('b', '2');
  form.append('a', '3');
  form.set('a', '4');
  form.delete('b');
  equal([[...form], form.getAll('a'), form.has('b'), form.get('b')], [[['a', '4']], ['4'], false, null]);
} };

export const formsRefuseOtherTypes = { async test() {
  await rejects(new Response('x').formData(), 'TypeError',
    'Unrecognized Content-Type header value. FormData can only parse the following MIME types: multipart/form-data, application/x-www-form-urlencoded');
  const headers = { 'content-type': 'multipart/form-data; boundary=a' };
  await rejects(new Response('xx', { headers }).formData(), 'TypeError', 'No initial boundary string (or you have a truncated message).');
} };

export const blobsSlice = { async test() {
  const blob = new Blob(['ab', new Uint8Array([99]), new Blob(['d'])], { type: 'Text/X' });
  equal([blob.size, blob.type, await blob.text(), await blob.slice(1, -1).text(), blob.slice(0, 1, 'a/b').type], [4, 'text/x', 'abcd', 'bc', 'a/b']);
  equal([(await blob.arrayBuffer()).byteLength, await new Response(blob.stream()).text()], [4, 'abcd']);
  throws(() => new Blob('x'), 'TypeError', "Failed to construct 'Blob': constructor parameter 1 is not of type 'Array'.");
} };
