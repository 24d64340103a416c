// Responses to data: URLs. Fetch standard, "data: URL processor".
(function (rt) {
  'use strict';
  const { TypeError, RegExpPrototypeExec, StringPrototypeSlice, StringPrototypeIndexOf } = rt.primordials;
  const BASE64 = /; *base64$/i;
  const MIME = /^[!#$%&'*+\-.^_`|~\w]+\/[!#$%&'*+\-.^_`|~\w]+ *(?:;.*)?$/;

  function respond(message) {
    const url = message.url;
    const comma = StringPrototypeIndexOf(url, ',');
    if (comma < 0) throw new TypeError(`Fetch API cannot load: ${url}`);
    let type = rt.use('fetch/headers').trim(StringPrototypeSlice(url, 5, comma));
    let bytes = rt.host('url.percentDecode')(StringPrototypeSlice(url, comma + 1));
    const isBase64 = RegExpPrototypeExec(BASE64, type);
    if (isBase64 !== null) {
      bytes = rt.host('encoding.base64Bytes')(rt.use('encoding/utf8').text(bytes));
      if (bytes === null) throw new TypeError(`Fetch API cannot load: ${url}`);
      type = StringPrototypeSlice(type, 0, isBase64.index);
    }
    if (type[0] === ';') type = `text/plain${type}`;
    if (RegExpPrototypeExec(MIME, type) === null) type = 'text/plain;charset=US-ASCII';
    const head = message.method === 'HEAD';
    return rt.use('fetch/wire').toResponse(
      { status: 200, statusText: 'OK', headers: ['content-type', type], body: head ? null : bytes },
      { immutableHeaders: true, url: '' },
    );
  }

  return { respond };
})
