// Bodies read as FormData.
(function (rt) {
  'use strict';
  const { TypeError } = rt.primordials;
  const hostEssence = rt.host('fetch.mimeEssence');
  const hostParameter = rt.host('fetch.mimeParameter');
  const hostParts = rt.host('fetch.multipart');

  // What a content type asks for: { form: 'urlencoded' } or { form: 'multipart', boundary }.
  function kindOf(type) {
    if (type === null) throw new TypeError('Parsing a Body as FormData requires a Content-Type header.');
    const essence = hostEssence(type);
    if (essence === 'application/x-www-form-urlencoded') {
      const charset = hostParameter(type, 'charset');
      if (charset !== null && !/^utf-?8$/i.test(charset)) throw new TypeError('Non-utf-8 application/x-www-form-urlencoded body.');
      return { form: 'urlencoded' };
    }
    if (essence === 'multipart/form-data') {
      const boundary = hostParameter(type, 'boundary');
      if (boundary !== null) return { form: 'multipart', boundary };
      throw new TypeError(
        'No boundary string in Content-Type header. The multipart/form-data MIME type requires a boundary parameter, e.g. ' +
          "'Content-Type: multipart/form-data; boundary=\"abcd\"'. See RFC 7578, section 4.",
      );
    }
    throw new TypeError(
      'Unrecognized Content-Type header value. FormData can only parse the following MIME types: multipart/form-data, ' +
        'application/x-www-form-urlencoded',
    );
  }

  function addUrlencoded(entries, bytes) {
    const list = rt.use('url/search-params').parse(rt.use('encoding/utf8').text(bytes));
    for (let i = 0; i < list.length; i += 2) entries.push([list[i], list[i + 1]]);
  }

  // The host gives four values a part: name, file name or null, type or null, bytes.
  function addParts(entries, bytes, boundary) {
    const parts = hostParts(bytes, boundary);
    for (let i = 0; i < parts.length; i += 4) {
      const content = parts[i + 3];
      const value =
        parts[i + 1] === null
          ? rt.use('encoding/utf8').text(content)
          : rt.use('fetch/blob').fileFromBytes(content, parts[i + 1], parts[i + 2] ?? 'text/plain');
      entries.push([parts[i], value]);
    }
  }

  async function parse(kind, content) {
    const bytes = await content;
    const { FormData, entriesOf } = rt.use('fetch/form-data');
    const form = new FormData();
    if (kind.form === 'urlencoded') addUrlencoded(entriesOf(form), bytes);
    else addParts(entriesOf(form), bytes, kind.boundary);
    return form;
  }

  return { kindOf, parse };
})
