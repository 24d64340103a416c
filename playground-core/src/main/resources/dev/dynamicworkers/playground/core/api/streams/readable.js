// ReadableStream, its default reader and its default controller. The public classes are shells around records that the
// runtime works on; byte streams, tee, pipes and iteration live in sources of their own.
(function (rt) {
  'use strict';
  const { ObjectDefineProperty, Symbol } = rt.primordials;
  const { invoke, isObject, methodOf, noop, promiseReject, promiseResolve, strategyOf, then, typeError } = rt.use('streams/common');
  const records = rt.use('streams/readable-records');
  const { DefaultController, Stream, acquireReader, cancelStream, readPromise, releaseReader, LOCKED, RELEASED } = records;

  const token = Symbol('ReadableStream');
  let controllerOf, streamOf, replaceStream, isReadableStream;

  const controllerSlots = rt.slots();
  class ReadableStreamDefaultController {
    constructor(key, controller) {
      if (key !== token) throw rt.illegalConstructor();
      controllerSlots.set(this, controller);
      controller.shell = this;
    }
    static {
      controllerOf = (shell) => controllerSlots.get(shell);
    }
    get desiredSize() {
      return controllerOf(this).desiredSize();
    }
    close() {
      controllerOf(this).close();
    }
    enqueue(chunk) {
      controllerOf(this).enqueue(chunk);
    }
    error(error) {
      controllerOf(this).error(error);
    }
  }

  const readerSlots = rt.slots();
  class ReadableStreamDefaultReader {
    constructor(stream) {
      if (!isReadableStream(stream)) throw rt.constructorError('ReadableStreamDefaultReader', 1, 'ReadableStream');
      readerSlots.set(this, acquireReader(streamOf(stream)));
    }
    get closed() {
      try {
        return readerOf(this).closed.promise;
      } catch (error) {
        return promiseReject(error);
      }
    }
    cancel(reason) {
      try {
        const reader = readerOf(this);
        if (reader.stream === null) throw typeError(RELEASED);
        return cancelStream(reader.stream, reason);
      } catch (error) {
        return promiseReject(error);
      }
    }
    read() {
      try {
        const reader = readerOf(this);
        if (reader.stream === null) throw typeError(RELEASED);
        return readPromise(reader);
      } catch (error) {
        return promiseReject(error);
      }
    }
    releaseLock() {
      releaseReader(readerOf(this));
    }
  }

  function readerOf(shell) {
    return readerSlots.get(shell);
  }

  // ---- the public class ----

  const DICTIONARY = 'UnderlyingSource';

  function setUpDefault(stream, source, strategy) {
    const { mark, size } = strategyOf(strategy, 1, 'ReadableStream');
    const start = methodOf(source, 'start', DICTIONARY);
    const controller = new DefaultController(
      stream, methodOf(source, 'pull', DICTIONARY), methodOf(source, 'cancel', DICTIONARY), mark, size,
    );
    const shell = new ReadableStreamDefaultController(token, controller);
    controller.begin(invoke(start, shell));
  }

  const streamSlots = rt.slots();
  class ReadableStream {
    constructor(source, strategy) {
      if (source === token) {
        streamSlots.set(this, strategy);
        return;
      }
      if (source !== undefined && source !== null && !isObject(source)) throw rt.constructorError('ReadableStream', 1, DICTIONARY);
      const given = source ?? undefined;
      const type = given?.type;
      streamSlots.set(this, new Stream());
      if (type === undefined || `${type}` === '') setUpDefault(streamSlots.get(this), given, strategy);
      else if (`${type}` === 'bytes') rt.use('streams/bytes').setUp(streamSlots.get(this), given, strategy);
      else throw typeError(`"${type}" is not a valid type of ReadableStream.`);
    }

    static {
      isReadableStream = (value) => streamSlots.has(value);
      streamOf = (shell) => streamSlots.get(shell);
      replaceStream = (shell, stream) => {
        streamSlots.set(shell, stream);
      };
    }

    static from(iterable) {
      return rt.use('streams/iterate').from(iterable);
    }

    get locked() {
      return streamOf(this).reader !== null;
    }

    cancel(reason) {
      try {
        const stream = streamOf(this);
        if (stream.reader !== null) throw typeError(LOCKED);
        return cancelStream(stream, reason);
      } catch (error) {
        return promiseReject(error);
      }
    }

    getReader(options) {
      const stream = streamOf(this);
      if (stream.owner !== null) rt.io.check(stream.owner, 'ReadableStreamSource>');
      if (options !== undefined && options !== null) {
        if (!isObject(options)) throw rt.argumentError('getReader', 'ReadableStream', 1, 'GetReaderOptions');
        const { mode } = options;
        if (mode !== undefined) {
          if (`${mode}` !== 'byob') throw typeError('mode must be undefined or \'byob\' in call to getReader().');
          return rt.use('streams/byob').newReader(this);
        }
      }
      return new ReadableStreamDefaultReader(this);
    }

    pipeThrough(transform, options) {
      const stream = streamOf(this);
      if (!isObject(transform)) throw rt.argumentError('pipeThrough', 'ReadableStream', 1, 'ReadableWritablePair');
      const { readable, writable } = transform;
      const { isWritableStream, writableOf } = rt.use('streams/writable');
      if (!isReadableStream(readable)) throw rt.fieldError('readable', 'Transform', 'ReadableStream');
      if (!isWritableStream(writable)) throw rt.fieldError('writable', 'Transform', 'WritableStream');
      if (stream.reader !== null) throw typeError(LOCKED);
      if (writableOf(writable).writer !== null) throw typeError('This WritableStream is currently locked to a writer.');
      const { optionsOf, pipe } = rt.use('streams/pipe');
      then(pipe(stream, writableOf(writable), optionsOf(options, 'pipeThrough')), undefined, noop);
      return readable;
    }

    pipeTo(destination, options) {
      try {
        const stream = streamOf(this);
        const { isWritableStream, writableOf } = rt.use('streams/writable');
        if (!isWritableStream(destination)) throw rt.argumentError('pipeTo', 'ReadableStream', 1, 'WritableStream');
        const { optionsOf, pipe } = rt.use('streams/pipe');
        const given = optionsOf(options, 'pipeTo');
        if (stream.reader !== null) throw typeError(LOCKED);
        if (writableOf(destination).writer !== null) throw typeError('This WritableStream is currently locked to a writer');
        return pipe(stream, writableOf(destination), given);
      } catch (error) {
        return promiseReject(error);
      }
    }

    tee() {
      const stream = streamOf(this);
      if (stream.reader !== null) throw typeError('This ReadableStream is currently locked to a reader,');
      // What both branches will read counts as read: a body whose stream was split is a used one.
      stream.disturbed = true;
      return rt.use('streams/tee').tee(stream);
    }

    values(options) {
      return rt.use('streams/iterate').iterate(streamOf(this), options);
    }
  }

  rt.expose(ReadableStreamDefaultController);
  rt.expose(ReadableStreamDefaultReader);
  rt.expose(ReadableStream);
  ObjectDefineProperty(ReadableStream, 'from', { enumerable: true });
  ObjectDefineProperty(ReadableStream.prototype, Symbol.asyncIterator, {
    value: ReadableStream.prototype.values, writable: true, configurable: true,
  });

  const wrap = (stream) => new ReadableStream(token, stream);

  // A stream over algorithms of the runtime. The controller record is what pull gets.
  function createDefault(start, pull, cancel, mark = 1, size = null) {
    const stream = new Stream();
    const controller = new DefaultController(stream, pull, cancel, mark, size);
    controller.shell = controller;
    controller.begin(promiseResolve(start === null ? undefined : start(controller)));
    return stream;
  }

  return {
    __proto__: null, ...records, ReadableStream, ReadableStreamDefaultReader, ReadableStreamDefaultController, isReadableStream, streamOf,
    replaceStream, wrap, createDefault,
    isDisturbed: (shell) => streamOf(shell).disturbed,
    isLocked: (shell) => streamOf(shell).reader !== null,
  };
})
