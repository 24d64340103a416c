// Options of R2's methods, as plain values for the host.
(function (rt) {
  'use strict';
  const {
    ArrayBuffer, Boolean, Date, Error, JSONStringify, Number, RangeError, String, TypeError, Uint8Array, ArrayBufferIsView, ArrayIsArray,
    DatePrototypeGetTime, ObjectKeys,
  } = rt.primordials;
  const isHeaders = (value) => rt.loaded('fetch/headers')?.isHeaders(value) === true;
  const isObject = (value) => typeof value === 'object' && value !== null;

  function dictionary(value, method, n, type) {
    if (value === undefined || value === null) return {};
    if (!isObject(value)) throw rt.argumentError(method, 'R2Bucket', n, type);
    return value;
  }

  // ---- conditions: etags that match, etags that do not (lists or null), uploaded before and after in ms or null, whether in seconds ----

  function etag(value, field) {
    if (value === undefined) return null;
    if (typeof value !== 'string') throw rt.fieldError(field, 'Conditional', 'string');
    if (value.startsWith('"') && value.endsWith('"') && value.length > 1) throw new TypeError(`Conditional ETag should not be wrapped in quotes (${value}).`);
    return [value];
  }

  function time(value, field) {
    if (value === undefined) return null;
    const millis = value instanceof Date ? DatePrototypeGetTime(value) : Number.NaN;
    if (millis !== millis) throw rt.fieldError(field, 'Conditional', 'date');
    return millis;
  }

  function etagsOf(headers, name) {
    const text = headers.get(name);
    if (text === null) return null;
    return text.split(',').map((each) => {
      const tag = each.trim();
      if (tag === '*') return tag;
      const found = /^(?:W\/)?"(.*)"$/.exec(tag);
      if (found === null) throw new Error(`Invalid ETag in ${name} header`);
      return found[1];
    });
  }

  function dateOf(headers, name) {
    const text = headers.get(name);
    const millis = text === null ? Number.NaN : Date.parse(text);
    return millis !== millis ? null : millis;
  }

  function condition(onlyIf, type) {
    if (onlyIf === undefined || onlyIf === null) return null;
    if (!isObject(onlyIf)) throw rt.fieldError('onlyIf', type, 'Conditional or Headers');
    if (isHeaders(onlyIf)) {
      return [etagsOf(onlyIf, 'if-match'), etagsOf(onlyIf, 'if-none-match'), dateOf(onlyIf, 'if-unmodified-since'), dateOf(onlyIf, 'if-modified-since'), true];
    }
    return [
      etag(onlyIf.etagMatches, 'etagMatches'), etag(onlyIf.etagDoesNotMatch, 'etagDoesNotMatch'), time(onlyIf.uploadedBefore, 'uploadedBefore'),
      time(onlyIf.uploadedAfter, 'uploadedAfter'), Boolean(onlyIf.secondsGranularity),
    ];
  }

  // ---- ranges: offset, length, suffix, each a number or null; lenient ones come from headers ----

  function amount(value, what) {
    if (value === undefined) return null;
    const number = Number(value);
    if (!(number >= 0)) {
      const { 0: kind, 1: name } = what;
      throw new RangeError(`Invalid ${kind}. ${name} (${number !== number ? 'nan' : number}) must be greater than or equal to 0.`);
    }
    if (number % 1 !== 0) throw new RangeError(`Invalid ${what[0]}. ${what[1]} (${number}) must be an integer, not floating point.`);
    return number;
  }

  function range(value) {
    if (value === undefined || value === null) return null;
    if (!isObject(value)) throw rt.fieldError('range', 'GetOptions', 'Range or Headers');
    if (isHeaders(value)) {
      const found = /^bytes=(\d*)-(\d*)$/i.exec((value.get('range') ?? '').trim());
      if (found === null || (found[1] === '' && found[2] === '')) return null;
      if (found[1] === '') return [null, null, Number(found[2]), true];
      const offset = Number(found[1]);
      return [offset, found[2] === '' ? null : Number(found[2]) - offset + 1, null, true];
    }
    const offset = amount(value.offset, ['range', 'Starting offset']);
    const length = amount(value.length, ['range', 'Length']);
    const suffix = amount(value.suffix, ['suffix', 'Suffix']);
    if (suffix !== null && offset !== null) throw new TypeError('Suffix is incompatible with offset.');
    if (suffix !== null && length !== null) throw new TypeError('Suffix is incompatible with length.');
    return offset === null && length === null && suffix === null ? null : [offset, length, suffix, false];
  }

  // ---- metadata ----

  const NAMES = {
    __proto__: null, contentType: 'content-type', contentLanguage: 'content-language', contentDisposition: 'content-disposition',
    contentEncoding: 'content-encoding', cacheControl: 'cache-control',
  };

  function httpMetadata(value, type) {
    const out = {};
    if (value === undefined || value === null) return out;
    if (!isObject(value)) throw rt.fieldError('httpMetadata', type, 'HttpMetadata or Headers');
    const headers = isHeaders(value);
    for (const name of ObjectKeys(NAMES)) {
      const given = headers ? (value.get(NAMES[name]) ?? undefined) : value[name];
      if (given !== undefined) out[name] = String(given);
    }
    if (headers) {
      const expires = dateOf(value, 'expires');
      if (expires !== null) out.cacheExpiry = expires;
    } else if (value.cacheExpiry !== undefined) {
      if (!(value.cacheExpiry instanceof Date)) throw rt.fieldError('cacheExpiry', 'HttpMetadata', 'date');
      out.cacheExpiry = DatePrototypeGetTime(value.cacheExpiry);
    }
    return out;
  }

  function customMetadata(value, type) {
    const out = {};
    if (value === undefined || value === null) return out;
    if (!isObject(value)) throw rt.fieldError('customMetadata', type, 'object');
    for (const key of ObjectKeys(value)) out[key] = String(value[key]);
    return out;
  }

  function metadata(fields, type) {
    return {
      http: JSONStringify(httpMetadata(fields.httpMetadata, type)),
      custom: JSONStringify(customMetadata(fields.customMetadata, type)),
      storageClass: fields.storageClass === undefined ? 'Standard' : String(fields.storageClass),
    };
  }

  // ---- checksums ----

  const ALGORITHMS = [['md5', 'MD5', 16], ['sha1', 'SHA-1', 20], ['sha256', 'SHA-256', 32], ['sha384', 'SHA-384', 48], ['sha512', 'SHA-512', 64]];

  function digest(value, field, name, length) {
    if (typeof value === 'string') {
      if (value.length !== length * 2) throw new TypeError(`${name} is ${length * 2} hex characters, not ${value.length}`);
      if (!/^[0-9a-fA-F]*$/.test(value)) throw new TypeError(`Provided ${name} wasn't a valid hex string`);
      return value.toLowerCase();
    }
    if (!(value instanceof ArrayBuffer) && !ArrayBufferIsView(value)) throw rt.fieldError(field, 'PutOptions', 'JsBufferSource or string');
    if (value.byteLength !== length) throw new TypeError(`${name} is ${length} bytes, not ${value.byteLength}`);
    const bytes = value instanceof ArrayBuffer ? new Uint8Array(value) : new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    let hex = '';
    for (let i = 0; i < length; i++) hex += (bytes[i] < 16 ? '0' : '') + bytes[i].toString(16);
    return hex;
  }

  function checksum(fields) {
    let found = [null, null];
    for (const { 0: field, 1: name, 2: length } of ALGORITHMS) {
      if (fields[field] === undefined || fields[field] === null) continue;
      if (found[0] !== null) throw new TypeError('You cannot specify multiple hashing algorithms.');
      found = [field, digest(fields[field], field, name, length)];
    }
    return found;
  }

  function include(value) {
    if (value === undefined || value === null) return [false, false];
    if (!ArrayIsArray(value)) throw rt.fieldError('include', 'ListOptions', 'Array');
    for (const each of value) {
      if (each !== 'httpMetadata' && each !== 'customMetadata') throw new RangeError(`Unsupported include value ${each}`);
    }
    return [value.includes('httpMetadata'), value.includes('customMetadata')];
  }

  return { dictionary, condition, range, metadata, checksum, include };
})
