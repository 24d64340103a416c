// R2Bucket and multipart uploads. Options are checked here, limits and conditions by the host.
(function (rt) {
  'use strict';
  const {
    ArrayBuffer, Number, Object, String, TypeError, Uint8Array, ArrayBufferIsView, ArrayIsArray, MathTrunc,
  } = rt.primordials;
  const { call, handleOf, make } = rt.use('binding/calls');
  const results = rt.use('binding/r2-results');
  const options = rt.use('binding/r2-options');
  const hostHead = rt.host('r2.head');
  const hostGet = rt.host('r2.get');
  const hostPut = rt.host('r2.put');
  const hostDelete = rt.host('r2.delete');
  const hostList = rt.host('r2.list');
  const hostCreate = rt.host('r2.createUpload');
  const hostPart = rt.host('r2.uploadPart');
  const hostComplete = rt.host('r2.completeUpload');
  const hostAbort = rt.host('r2.abortUpload');
  const BODY = 'ReadableStream or ArrayBuffer or ArrayBufferView or string or Blob';
  const nothing = () => undefined;
  const uploads = new rt.primordials.WeakMap();

  // Bytes or text of a value, or a promise of bytes; undefined for what is none.
  function bodyOf(value) {
    if (typeof value === 'string') return value;
    if (typeof value !== 'object') return undefined;
    if (ArrayBufferIsView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    if (value instanceof ArrayBuffer) return new Uint8Array(value);
    if (rt.loaded('fetch/blob')?.isBlob(value)) return rt.use('fetch/blob').bytesOf(value);
    if (rt.loaded('streams/readable')?.isReadableStream(value)) {
      const host = rt.use('streams/host');
      if (host.knownLength(value) === null) {
        throw new TypeError('Provided readable stream must have a known length (request/response body or readable half of FixedLengthStream)');
      }
      return host.readAll(value);
    }
    return undefined;
  }

  class R2Bucket {
    constructor() {
      throw rt.illegalConstructor();
    }

    async head(key) {
      const handle = handleOf(this);
      if (arguments.length === 0) throw rt.argumentError('head', 'R2Bucket', 1, 'string');
      return call((op) => hostHead(op, handle, String(key)), (found) => results.head(found, true));
    }

    async get(key, given) {
      const handle = handleOf(this);
      if (arguments.length === 0) throw rt.argumentError('get', 'R2Bucket', 1, 'string');
      const { onlyIf, range } = options.dictionary(given, 'get', 2, 'GetOptions');
      const condition = options.condition(onlyIf, 'GetOptions');
      const wanted = options.range(range);
      return call((op) => hostGet(op, handle, String(key), condition, wanted), results.get);
    }

    async put(key, value, given) {
      const handle = handleOf(this);
      if (arguments.length === 0) throw rt.argumentError('put', 'R2Bucket', 1, 'string');
      if (arguments.length === 1) throw rt.argumentError('put', 'R2Bucket', 2, BODY);
      const text = String(key);
      const fields = options.dictionary(given, 'put', 3, 'PutOptions');
      const condition = options.condition(fields.onlyIf, 'PutOptions');
      const meta = options.metadata(fields, 'PutOptions');
      const { 0: algorithm, 1: digest } = options.checksum(fields);
      const content = value === null || value === undefined ? '' : bodyOf(value);
      if (content === undefined) throw rt.argumentError('put', 'R2Bucket', 2, BODY);
      const bytes = await content;
      return call((op) => hostPut(op, handle, text, bytes, meta.http, meta.custom, meta.storageClass, condition, algorithm, digest), (found) => results.head(found, false));
    }

    async delete(keys) {
      const handle = handleOf(this);
      if (arguments.length === 0) throw rt.argumentError('delete', 'R2Bucket', 1, 'string or Array');
      const list = ArrayIsArray(keys) ? keys.map((each) => String(each)) : [String(keys)];
      return call((op) => hostDelete(op, handle, list), nothing);
    }

    async list(given) {
      const handle = handleOf(this);
      const fields = options.dictionary(given, 'list', 1, 'ListOptions');
      const text = (name) => {
        const value = fields[name];
        if (value === undefined) return null;
        if (typeof value !== 'string') throw rt.fieldError(name, 'ListOptions', 'string');
        return value;
      };
      const limit = fields.limit === undefined ? 1000 : MathTrunc(Number(fields.limit)) || 0;
      const { 0: http, 1: custom } = options.include(fields.include);
      return call((op) => hostList(op, handle, text('prefix'), text('delimiter'), text('startAfter'), text('cursor'), limit), (answer) => {
        const objects = answer[0].map((each) => results.listed(each, http, custom));
        const page = { objects, truncated: answer[2] !== null && answer[2] !== undefined, delimitedPrefixes: [...answer[1]] };
        if (page.truncated) page.cursor = answer[2];
        return page;
      });
    }

    async createMultipartUpload(key, given) {
      const handle = handleOf(this);
      if (arguments.length === 0) throw rt.argumentError('createMultipartUpload', 'R2Bucket', 1, 'string');
      const meta = options.metadata(options.dictionary(given, 'createMultipartUpload', 2, 'MultipartOptions'), 'MultipartOptions');
      const text = String(key);
      return call((op) => hostCreate(op, handle, text, meta.http, meta.custom, meta.storageClass), (id) => upload(handle, text, id));
    }

    resumeMultipartUpload(key, uploadId) {
      const handle = handleOf(this);
      if (arguments.length < 2) throw rt.argumentError('resumeMultipartUpload', 'R2Bucket', arguments.length + 1, 'string');
      return upload(handle, String(key), String(uploadId));
    }
  }
  rt.expose(R2Bucket);

  function upload(handle, key, uploadId) {
    const made = Object.create(R2MultipartUpload.prototype);
    uploads.set(made, { handle, key, uploadId });
    made.key = key;
    made.uploadId = uploadId;
    return made;
  }

  function uploadOf(object) {
    const found = uploads.get(object);
    if (found === undefined) throw rt.illegalInvocation();
    return found;
  }

  function checkNumber(number) {
    if (number < 1 || number > 10000) throw new TypeError(`Part number must be between 1 and 10000 (inclusive). Actual value was: ${number}`);
    return number;
  }

  class R2MultipartUpload {
    constructor() {
      throw rt.illegalConstructor();
    }

    async uploadPart(partNumber, value) {
      const { handle, key, uploadId } = uploadOf(this);
      if (arguments.length === 0) throw rt.argumentError('uploadPart', 'R2MultipartUpload', 1, 'integer');
      if (arguments.length === 1) throw rt.argumentError('uploadPart', 'R2MultipartUpload', 2, BODY);
      const number = MathTrunc(Number(partNumber)) || 0;
      const content = value === null ? undefined : bodyOf(value);
      if (content === undefined) throw rt.argumentError('uploadPart', 'R2MultipartUpload', 2, BODY);
      checkNumber(number);
      const bytes = await content;
      return call((op) => hostPart(op, handle, key, uploadId, number, bytes), (etag) => ({ partNumber: number, etag }));
    }

    async complete(parts) {
      const { handle, key, uploadId } = uploadOf(this);
      if (!ArrayIsArray(parts)) throw rt.argumentError('complete', 'R2MultipartUpload', 1, 'Array');
      const list = [];
      for (let i = 0; i < parts.length; i++) {
        const part = parts[i];
        if (typeof part !== 'object' || part === null) {
          throw new TypeError(`Incorrect type for array element ${i}: the provided value is not of type 'UploadedPart'.`);
        }
        list.push(checkNumber(MathTrunc(Number(part.partNumber)) || 0), String(part.etag));
      }
      return call((op) => hostComplete(op, handle, key, uploadId, list), (found) => results.head(found, false));
    }

    async abort() {
      const { handle, key, uploadId } = uploadOf(this);
      return call((op) => hostAbort(op, handle, key, uploadId), nothing);
    }
  }
  rt.expose(R2MultipartUpload);

  return { R2Bucket, R2MultipartUpload, make: (handle) => make(R2Bucket, handle) };
})
