// What R2 gives for an object: HeadResult, and GetResult with its body.
(function (rt) {
  'use strict';
  const { Date, JSONParse, ObjectCreate, WeakMap, Number } = rt.primordials;
  const hidden = new WeakMap();
  const HTTP = ['contentType', 'contentLanguage', 'contentDisposition', 'contentEncoding', 'cacheControl'];
  const HEADERS = {
    __proto__: null, contentType: 'content-type', contentLanguage: 'content-language', contentDisposition: 'content-disposition',
    contentEncoding: 'content-encoding', cacheControl: 'cache-control',
  };

  class Checksums {
    constructor() {
      throw rt.illegalConstructor();
    }
    toJSON() {
      const out = {};
      for (const name of ['md5', 'sha1', 'sha256', 'sha384', 'sha512']) out[name] = hidden.get(this)[name];
      return out;
    }
  }
  rt.expose(Checksums);

  class HeadResult {
    constructor() {
      throw rt.illegalConstructor();
    }
    writeHttpMetadata(headers) {
      if (!rt.use('fetch/headers').isHeaders(headers)) throw rt.argumentError('writeHttpMetadata', 'HeadResult', 1, 'Headers');
      const { httpMetadata } = this;
      for (const name of HTTP) if (httpMetadata[name] !== undefined) headers.set(HEADERS[name], httpMetadata[name]);
      if (httpMetadata.cacheExpiry !== undefined) headers.set('expires', httpMetadata.cacheExpiry.toUTCString());
    }
  }
  rt.expose(HeadResult);

  const responseOf = (object) => {
    const response = hidden.get(object);
    if (response === undefined) throw rt.illegalInvocation();
    return response;
  };

  class GetResult extends HeadResult {
    get body() {
      return responseOf(this).body;
    }
    get bodyUsed() {
      return responseOf(this).bodyUsed;
    }
    async arrayBuffer() {
      return responseOf(this).arrayBuffer();
    }
    async bytes() {
      return responseOf(this).bytes();
    }
    async text() {
      return responseOf(this).text();
    }
    async json() {
      return responseOf(this).json();
    }
    async blob() {
      return responseOf(this).blob();
    }
  }
  rt.expose(GetResult);

  function httpOf(json) {
    const given = JSONParse(json);
    const out = {};
    for (const name of HTTP) out[name] = given[name];
    out.cacheExpiry = given.cacheExpiry === undefined ? undefined : new Date(given.cacheExpiry);
    return out;
  }

  const bufferOf = (hex) => {
    if (hex === undefined) return undefined;
    const bytes = new rt.primordials.Uint8Array(hex.length / 2);
    for (let i = 0; i < bytes.length; i++) bytes[i] = Number(`0x${hex.slice(i * 2, i * 2 + 2)}`);
    return bytes.buffer;
  };

  function checksumsOf(json) {
    const hex = JSONParse(json);
    const checksums = ObjectCreate(Checksums.prototype);
    hidden.set(checksums, hex);
    for (const name of ['sha512', 'sha384', 'sha256', 'sha1', 'md5']) checksums[name] = bufferOf(hex[name]);
    return checksums;
  }

  // found: key, version, size, etag, uploaded, http metadata, custom metadata, checksums, storage class, then the range
  function fill(object, found, http, custom) {
    object.ssecKeyMd5 = undefined;
    object.storageClass = found[8];
    object.range = undefined;
    object.customMetadata = custom ? JSONParse(found[6]) : {};
    object.httpMetadata = httpOf(http ? found[5] : '{}');
    object.uploaded = new Date(found[4]);
    object.checksums = checksumsOf(found[7]);
    object.httpEtag = `"${found[3]}"`;
    object.etag = found[3];
    object.size = found[2];
    object.version = found[1];
    object.key = found[0];
    return rt.use('binding/calls').refuse(object, object instanceof GetResult ? 'GetResult' : 'HeadResult');
  }

  const missing = (found) => found === null || found === undefined;

  function head(found, ranged) {
    if (missing(found)) return null;
    const object = fill(ObjectCreate(HeadResult.prototype), found, true, true);
    if (ranged) object.range = { offset: 0, length: found[2], suffix: undefined };
    return object;
  }

  const listed = (found, http, custom) => fill(ObjectCreate(HeadResult.prototype), found, http, custom);

  // found: as for fill, then offset, length and bytes; without bytes the condition did not hold
  function get(found) {
    if (missing(found)) return null;
    if (missing(found[11])) return fill(ObjectCreate(HeadResult.prototype), found, true, true);
    const object = fill(ObjectCreate(GetResult.prototype), found, true, true);
    object.range = { offset: found[9], length: found[10], suffix: undefined };
    const { Response } = rt.use('fetch/response');
    const type = object.httpMetadata.contentType;
    hidden.set(object, new Response(found[11], type === undefined ? undefined : { headers: { 'content-type': type } }));
    return object;
  }

  return { head, get, listed };
})
