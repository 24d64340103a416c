// Body: what Request and Response share. Text and bytes stay what they are until somebody asks for a stream.
(function (rt) {
  'use strict';
  const {
    Array, ArrayBuffer, JSONParse, Object, SharedArrayBuffer, String, StringPrototypeToWellFormed, Symbol, TypeError, Uint8Array,
    TypedArrayPrototypeSlice, TypedArrayPrototypeGetBuffer,
  } = rt.primordials;
  const { isView } = ArrayBuffer;
  const ObjectPrototypeToString = Object.prototype.toString;
  const ArrayPrototypeToString = Array.prototype.toString;
  const utf8 = () => rt.use('encoding/utf8');
  const USED = 'Body has already been used. It can only be used once. Use tee() first if you need to read it twice.';
  const DISTURBED = 'This ReadableStream is disturbed (has already been read from), and cannot be used as a body.';
  const LOCKED = 'This ReadableStream is currently locked to a reader.';
  const TEXT_TYPE = 'text/plain;charset=UTF-8';
  const FORM_TYPE = 'application/x-www-form-urlencoded;charset=UTF-8';
  const IO_TYPE = 'ReadableStreamSource>';

  // The content of one body: exactly one of text, bytes and blob is set, or `stream` alone. A stream made from the other
  // three on demand is kept beside them and from then on the one to ask.
  class Content {
    constructor(text, bytes, stream, type, owner) {
      this.text = text;
      this.bytes = bytes;
      this.stream = stream;
      this.type = type;
      this.owner = owner;
      this.used = false;
      this.shared = false;
    }
  }

  const ofText = (text, type) => new Content(text, null, null, type, rt.io.require());
  const ofBytes = (bytes, type) => new Content(null, bytes, null, type, rt.io.require());
  const ofStream = (stream) => new Content(null, null, stream, null, null);

  const copyOf = (view) =>
    isView(view)
      ? new Uint8Array(new Uint8Array(view.buffer, view.byteOffset, view.byteLength))
      : new Uint8Array(new Uint8Array(view));

  // Fetch standard, "extract a body", for anything but null and undefined.
  function extract(value) {
    if (typeof value === 'string') return ofText(value, TEXT_TYPE);
    if (typeof value === 'object') {
      if (isView(value) || value instanceof ArrayBuffer) return ofBytes(copyOf(value), null);
      const special = extractObject(value);
      if (special !== null) return special;
      if (value instanceof SharedArrayBuffer) return ofBytes(copyOf(value), null);
      if (rt.compat.has('fetch_iterable_type_support') && isChunkSource(value)) return ofStream(rt.global.ReadableStream.from(value));
    }
    return ofText(`${value}`, TEXT_TYPE);
  }

  // An iterable whose chunks are the body. A text object is its text, and so is an object that says how it becomes text.
  function isChunkSource(value) {
    if (value[Symbol.asyncIterator] === undefined && value[Symbol.iterator] === undefined) return false;
    if (value instanceof String) return false;
    if (!rt.compat.has('fetch_iterable_type_support_override_adjustment')) return true;
    const { toString } = value;
    return value[Symbol.toPrimitive] === undefined && (toString === ObjectPrototypeToString || toString === ArrayPrototypeToString);
  }

  // Only classes whose sources are loaded can have instances.
  function extractObject(value) {
    const streams = rt.loaded('streams/readable');
    if (streams !== undefined && streams.isReadableStream(value)) {
      if (streams.isDisturbed(value)) throw new TypeError(DISTURBED);
      if (streams.isLocked(value)) throw new TypeError('This ReadableStream is locked to a reader, and cannot be used as a body.');
      return ofStream(value);
    }
    const params = rt.loaded('url/search-params');
    if (params !== undefined && params.isSearchParams(value)) return ofText(params.serialize(params.listOf(value)), FORM_TYPE);
    const blobs = rt.loaded('fetch/blob');
    if (blobs !== undefined && blobs.isBlob(value)) return ofBytes(blobs.bytesOf(value), blobs.typeOf(value) || null);
    const forms = rt.loaded('fetch/form-data');
    if (forms !== undefined && forms.isFormData(value)) {
      const { bytes, type } = rt.use('fetch/multipart').serialize(forms.entriesOf(value));
      return ofBytes(bytes, type);
    }
    return null;
  }

  const isDisturbed = (stream) => rt.use('streams/readable').isDisturbed(stream);
  const isLocked = (stream) => rt.use('streams/readable').isLocked(stream);
  const isUsed = (content) => content.used || (content.stream !== null && isDisturbed(content.stream));

  // Takes the content out: its text, its bytes, or a promise of its bytes.
  function take(content) {
    rt.io.check(content.owner, IO_TYPE);
    if (isUsed(content)) throw new TypeError(USED);
    if (content.stream !== null) {
      if (isLocked(content.stream)) throw new TypeError(LOCKED);
      content.used = true;
      const host = rt.use('streams/host');
      return host.takeWhole(content.stream) ?? host.readAll(content.stream);
    }
    content.used = true;
    if (content.text !== null) return content.text;
    return content.shared ? TypedArrayPrototypeSlice(content.bytes) : content.bytes;
  }

  function streamOf(content) {
    if (content.stream !== null) return content.stream;
    rt.io.check(content.owner, IO_TYPE);
    const host = rt.use('streams/host');
    content.stream = content.used ? host.spent() : host.fromBytes(content.text ?? (content.shared ? content.bytes.slice() : content.bytes));
    return content.stream;
  }

  // A second content for a clone. Text and bytes are shared; a stream is split.
  function copyContent(content) {
    if (content === null) return null;
    if (isUsed(content) || (content.stream !== null && isLocked(content.stream))) {
      throw new TypeError('This ReadableStream is currently locked to a reader,');
    }
    rt.io.check(content.owner, IO_TYPE);
    const copy = new Content(content.text, content.bytes, null, content.type, content.owner);
    if (content.stream === null) {
      content.shared = copy.shared = true;
      return copy;
    }
    const { 0: first, 1: second } = rt.use('streams/host').tee(content.stream);
    content.text = content.bytes = copy.text = copy.bytes = null;
    content.stream = first;
    copy.stream = second;
    return copy;
  }

  // Moves the content to a new owner, as `new Request(request)` does: the old one counts as used.
  function moveContent(content) {
    if (content === null) return null;
    const moved = new Content(content.text, content.bytes, null, content.type, content.owner);
    moved.shared = content.shared;
    if (content.stream !== null) {
      moved.text = moved.bytes = null;
      moved.stream = rt.use('streams/host').detach(content.stream);
    }
    content.used = true;
    return moved;
  }

  const cleanText = (text) => withoutMark(StringPrototypeToWellFormed(text));

  // The Fetch standard drops a byte order mark; the Workers runtime does so from the date of a flag on.
  const withoutMark = (text) => (text[0] === '\uFEFF' && rt.compat.has('strip_bom_in_read_all_text') ? text.slice(1) : text);
  const textOf = (bytes) => (bytes.length === 0 ? '' : withoutMark(utf8().decode(bytes)));

  const token = Symbol('Body');
  let contentOf, setContent, headersOf, peekHeaders;

  const slots = rt.slots();
  class Body {
    // A Headers, a list that becomes one when somebody looks, or null for none but the body's type.

    constructor(key, content, headers, immutable) {
      if (key !== token) throw rt.illegalConstructor();
      // headers: a Headers, a list that becomes one when somebody looks, or null for none but the body's type.
      slots.set(this, { content, headers, immutable });
    }

    static {
      contentOf = (body) => slots.get(body).content;
      setContent = (body, content) => {
        slots.get(body).content = content;
      };
      headersOf = (body) => {
        const state = slots.get(body);
        const { Headers, fromList, isHeaders } = rt.use('fetch/headers');
        let { headers } = state;
        if (headers === null) {
          headers = new Headers();
          const type = state.content?.type;
          if (typeof type === 'string') headers.append('content-type', type);
          if (state.immutable) headers = fromList(rt.use('fetch/headers').listOf(headers), true);
        } else if (!isHeaders(headers)) {
          headers = fromList(headers, state.immutable);
        }
        return (state.headers = headers);
      };
      // The headers as a list, made into no object where there is none yet.
      peekHeaders = (body) => {
        const { headers, content } = slots.get(body);
        if (headers === null) {
          const type = content?.type;
          return typeof type === 'string' ? ['content-type', type] : [];
        }
        const source = rt.use('fetch/headers');
        return source.isHeaders(headers) ? source.listOf(headers) : headers;
      };
    }

    get body() {
      const content = contentOf(this);
      return content === null ? null : streamOf(content);
    }

    get bodyUsed() {
      const content = contentOf(this);
      return content !== null && isUsed(content);
    }

    async arrayBuffer() {
      return TypedArrayPrototypeGetBuffer(await readBytes(this));
    }

    async bytes() {
      return readBytes(this);
    }

    async text() {
      return readText(this);
    }

    async json() {
      return JSONParse(await readText(this));
    }

    async formData() {
      const type = rt.use('fetch/headers').find(peekHeaders(this), 'content-type');
      const parser = rt.use('fetch/form-parser');
      const kind = parser.kindOf(type);
      return parser.parse(kind, await readBytes(this));
    }

    async blob() {
      const type = rt.use('fetch/headers').find(peekHeaders(this), 'content-type');
      return rt.use('fetch/blob').fromBody(await readBytes(this), type ?? '');
    }
  }

  // Text at once where it can be had at once, else a promise.
  function readText(body) {
    const content = contentOf(body);
    if (content === null) return '';
    const taken = take(content);
    if (typeof taken === 'string') return cleanText(taken);
    return isView(taken) ? textOf(taken) : taken.then(textOf);
  }

  function readBytes(body) {
    const content = contentOf(body);
    if (content === null) return new Uint8Array(0);
    const taken = take(content);
    return typeof taken === 'string' ? utf8().encode(taken) : taken;
  }

  rt.expose(Body);
  return {
    Body, token, extract, ofText, ofBytes, ofStream, contentOf, setContent, headersOf, peekHeaders, isUsed, take, streamOf, copyContent,
    moveContent, USED, FORM_TYPE,
  };
})
