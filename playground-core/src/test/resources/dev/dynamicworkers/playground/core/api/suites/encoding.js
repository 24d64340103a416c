import { bytes, collect, equal, streamOf, throws } from './assert.js';

export const textGoesBothWays = { test() {
  equal([...new TextEncoder().encode('é😀\uD800')], [195, 169, 240, 159, 152, 128, 239, 191, 189]);
  equal(new TextEncoder().encodeInto('a😀b', new Uint8Array(4)), { read: 1, written: 1 });
  equal(new TextEncoder().encodeInto('a😀b', new Uint8Array(9)), { read: 4, written: 6 });
  equal(new TextDecoder('shift_jis').decode(new Uint8Array([0x83, 0x41])), 'ア');
  equal([new TextDecoder('latin1').encoding, new TextDecoder(' GB2312 ').encoding], ['windows-1252', 'gbk']);
} };

export const decodersStream = { test() {
  const decoder = new TextDecoder();
  const parts = [[0xef, 0xbb], [0xbf, 0x41, 0xf0, 0x9f], [0x98, 0x80], [0xe2]].map((part) => decoder.decode(new Uint8Array(part), { stream: true }));
  equal([...parts, decoder.decode()], ['', 'A', '😀', '', '\uFFFD']);
  const japanese = new TextDecoder('iso-2022-jp');
  let text = '';
  for (const byte of [0x1b, 0x24, 0x42, 0x25, 0x22, 0x1b, 0x28, 0x42, 0x41]) text += japanese.decode(new Uint8Array([byte]), { stream: true });
  equal(text + japanese.decode(), 'アA');
} };

export const decodersRefuse = { test() {
  throws(() => new TextDecoder('nope'), 'RangeError', '"nope" is not a valid encoding.');
  throws(() => new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array([255])), 'TypeError', 'Failed to decode input.');
  equal(new TextDecoder('utf-8', { ignoreBOM: true }).decode(new Uint8Array([0xef, 0xbb, 0xbf])).length, 1);
} };

export const base64GoesBothWays = { test() {
  equal([btoa('hé'), atob(' aO k= '.replace(/ $/, '')), atob('')], ['aOk=', 'hé', '']);
  throws(() => btoa('😀'), 'InvalidCharacterError', 'btoa() can only operate on characters in the Latin1 (ISO/IEC 8859-1) range.');
} };

export const textStreamsSplitAnywhere = { async test() {
  equal(await new Response(streamOf('\ud83d', '\ude00').pipeThrough(new TextEncoderStream())).text(), '😀');
  const [a, b] = [bytes('😀').slice(0, 2), bytes('😀').slice(2)];
  equal(await collect(streamOf(a, b).pipeThrough(new TextDecoderStream())), ['😀']);
} };
