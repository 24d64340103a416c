// Structured clone of the platform's own classes.
(function (rt) {
  'use strict';
  const { JSONParse, JSONStringify, ObjectGetPrototypeOf } = rt.primordials;
  const classOf = (source, name) => rt.loaded(source)?.[name];
  const is = (object, source, name) => {
    const Class = classOf(source, name);
    return Class !== undefined && object instanceof Class;
  };
  const rpcOnly = (name) => rt.domException('DataCloneError', `${name} can only be serialized for RPC.`);

  function write(writer, object) {
    if (is(object, 'fetch/headers', 'Headers')) return writer.tag('Headers', headerList(object));
    if (is(object, 'fetch/blob', 'File')) return undefined;
    if (is(object, 'fetch/blob', 'Blob')) return writeBlob(writer, object);
    if (is(object, 'fetch/request', 'Request')) return writeMessage(writer, 'Request', rt.use('fetch/wire').fromRequest(object));
    if (is(object, 'fetch/response', 'Response')) {
      if (writer.mode !== 'rpc') throw rpcOnly('ReadableStream');
      return writeMessage(writer, 'Response', rt.use('fetch/wire').fromResponse(object));
    }
    if (is(object, 'streams/readable', 'ReadableStream')) {
      if (writer.mode !== 'rpc') throw rpcOnly('ReadableStream');
      if (object.locked) throw new rt.primordials.TypeError('The ReadableStream has been locked to a reader.');
      return stream(writer, 'ReadableStream', object);
    }
    if (is(object, 'streams/writable', 'WritableStream')) {
      if (writer.mode !== 'rpc') throw rpcOnly('WritableStream');
      if (object.locked) throw new rt.primordials.TypeError('The WritableStream has been locked to a writer.');
      return stream(writer, 'WritableStream', object);
    }
    if (is(object, 'events/abort', 'AbortSignal')) {
      throw rt.domException('DataCloneError', 'AbortSignal serialization is not enabled.');
    }
    return undefined;
  }

  function headerList(headers) {
    return rt.use('fetch/wire').headerList?.(headers) ?? [...headers].flat();
  }

  // Streams are capabilities of their own kind: the host keeps which side they belong to.
  function stream(writer, tag, object) {
    const streams = rt.use('io/streams');
    const id = tag === 'ReadableStream' ? streams.exportReadable(object, { encodeStrings: true }) : streams.exportWritable(object);
    writer.capabilities ??= [];
    writer.capabilities.push(tag === 'ReadableStream' ? `r${id}` : `w${id}`);
    return writer.tag(tag, writer.capabilities.length - 1);
  }

  function writeMessage(writer, tag, message) {
    const { body } = message;
    if (body !== null && body !== undefined && typeof body === 'object' && !(body instanceof rt.primordials.Uint8Array)) {
      if (writer.mode !== 'rpc') throw rpcOnly('ReadableStream');
    }
    const { method, url, headers, redirect, cf, status, statusText } = message;
    const written = bodyNode(writer, body);
    return writer.tag(tag, [JSONParse(JSONStringify({ method, url, headers, redirect, cf, status, statusText })), written]);
  }

  function bodyNode(writer, body) {
    if (body === null || body === undefined) return null;
    if (typeof body === 'string') return body;
    if (body instanceof rt.primordials.Uint8Array) return [writer.buffer(body)];
    return stream(writer, 'ReadableStream', body);
  }

  function writeBlob(writer, blob) {
    const bytes = rt.use('fetch/blob').bytesOf(blob);
    return writer.tag('Blob', [writer.buffer(bytes), blob.type]);
  }

  function readBody(reader, node) {
    if (node === null || typeof node === 'string') return node;
    if (rt.primordials.ArrayIsArray(node)) return reader.payload.buffers[node[0]];
    return rt.use('io/streams').importReadable(reader.payload.capabilities[node.v], true);
  }

  function read(reader, tag, v) {
    const { capabilities, buffers } = reader.payload;
    switch (tag) {
      case 'Headers': {
        const headers = new (rt.use('fetch/headers').Headers)();
        for (let i = 0; i < v.length; i += 2) headers.append(v[i], v[i + 1]);
        return reader.keep(headers);
      }
      case 'Blob':
        return reader.keep(new (rt.use('fetch/blob').Blob)([buffers[v[0]]], { type: v[1] }));
      case 'Request': {
        const at = reader.objects.length;
        reader.objects.push(null);
        return (reader.objects[at] = rt.use('fetch/wire').toRequest({ ...v[0], body: readBody(reader, v[1]) }, { immutableHeaders: true }));
      }
      case 'Response': {
        const at = reader.objects.length;
        reader.objects.push(null);
        return (reader.objects[at] = rt.use('fetch/wire').toResponse({ ...v[0], body: readBody(reader, v[1]) }, { immutableHeaders: true }));
      }
      case 'ReadableStream':
        return reader.keep(rt.use('io/streams').importReadable(capabilities[v], true));
      case 'WritableStream':
        return reader.keep(rt.use('io/streams').importWritable(capabilities[v]));
      default:
        throw rt.domException('DataCloneError', `Unknown value in a clone: ${tag}.`);
    }
  }

  // Objects of the runtime's own classes, which structuredClone() refuses where it copies guest class instances.
  function isPlatformObject(object) {
    for (let prototype = ObjectGetPrototypeOf(object); prototype !== null; prototype = ObjectGetPrototypeOf(prototype)) {
      if (rt.isExposed(prototype)) return true;
    }
    return false;
  }

  return { write, read, isPlatformObject };
})
