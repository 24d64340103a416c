// TransformStream.
(function (rt) {
  'use strict';
  const { Symbol } = rt.primordials;
  const { Deferred, invoke, isObject, methodOf, promiseResolve, strategyOf, then, typeError } = rt.use('streams/common');
  const readables = rt.use('streams/readable');
  const writables = rt.use('streams/writable');

  class Transform {
    constructor() {
      this.readable = null;
      this.writable = null;
      this.backpressure = false;
      // Settled when the backpressure changes.
      this.change = null;
      this.transformMethod = null;
      this.flushMethod = null;
      this.cancelMethod = null;
      this.finish = null;
      this.shell = null;
    }

    get readableController() {
      return this.readable.controller;
    }

    setBackpressure(backpressure) {
      this.change?.resolve(undefined);
      this.change = new Deferred();
      this.backpressure = backpressure;
    }

    error(error) {
      this.readableController.error(error);
      this.errorWritable(error);
    }

    errorWritable(error) {
      this.clearAlgorithms();
      this.writable.controller.errorIfNeeded(error);
      this.unblockWrite();
    }

    unblockWrite() {
      if (this.backpressure) this.setBackpressure(false);
    }

    clearAlgorithms() {
      this.transformMethod = this.flushMethod = this.cancelMethod = null;
    }

    enqueue(chunk) {
      const controller = this.readableController;
      if (!controller.canCloseOrEnqueue()) throw typeError(readables.CLOSED);
      try {
        controller.enqueue(chunk);
      } catch (error) {
        this.errorWritable(error);
        throw this.readable.stored;
      }
      const backpressure = !controller.needsPull();
      if (backpressure !== this.backpressure) this.setBackpressure(true);
    }

    terminate() {
      if (this.readableController.canCloseOrEnqueue()) this.readableController.close();
      this.errorWritable(typeError('The transform stream has been terminated.'));
    }

    // ---- the writable side ----

    write(chunk) {
      if (!this.backpressure) return this.transformChunk(chunk);
      return then(this.change.promise, () => {
        if (this.writable.state === 'erroring') throw this.writable.stored;
        return this.transformChunk(chunk);
      });
    }

    transformChunk(chunk) {
      return then(invoke(this.transformMethod, chunk, this.shell), undefined, (error) => {
        this.error(error);
        throw error;
      });
    }

    abort(reason) {
      return this.finishWith(this.cancelMethod, reason, () => this.readableController.error(reason), () => this.readable, false);
    }

    cancel(reason) {
      return this.finishWith(this.cancelMethod, reason, () => {
        this.writable.controller.errorIfNeeded(reason);
        this.unblockWrite();
      }, () => this.writable, true);
    }

    // Streams standard, sink abort and source cancel: run the transformer's cancel once, then end the other side.
    finishWith(method, reason, end, otherSide, isCancel) {
      if (this.finish !== null) return this.finish.promise;
      const finish = (this.finish = new Deferred());
      const done = invoke(method, reason);
      this.clearAlgorithms();
      then(done, () => {
        const other = otherSide();
        if (other.state === 'errored') finish.reject(other.stored);
        else {
          end();
          finish.resolve(undefined);
        }
      }, (error) => {
        if (isCancel) {
          this.writable.controller.errorIfNeeded(error);
          this.unblockWrite();
        } else {
          this.readableController.error(error);
        }
        finish.reject(error);
      });
      return finish.promise;
    }

    close() {
      if (this.finish !== null) return this.finish.promise;
      const finish = (this.finish = new Deferred());
      const done = invoke(this.flushMethod, this.shell);
      this.clearAlgorithms();
      then(done, () => {
        if (this.readable.state === 'errored') finish.reject(this.readable.stored);
        else {
          if (this.readableController.canCloseOrEnqueue()) this.readableController.close();
          finish.resolve(undefined);
        }
      }, (error) => {
        this.readableController.error(error);
        finish.reject(error);
      });
      return finish.promise;
    }

    // ---- the readable side ----

    pull() {
      this.setBackpressure(false);
      return this.change.promise;
    }

    connect(started, writableStrategy, readableStrategy) {
      this.writable = writables.create(
        started, (chunk) => this.write(chunk), () => this.close(), (reason) => this.abort(reason),
        writableStrategy.mark, writableStrategy.size,
      );
      this.readable = readables.createDefault(
        () => started, () => this.pull(), (reason) => this.cancel(reason), readableStrategy.mark, readableStrategy.size,
      );
      this.setBackpressure(true);
    }
  }

  const token = Symbol('TransformStream');
  let controllerOf, transformOf;

  const controllerSlots = rt.slots();
  class TransformStreamDefaultController {
    constructor(key, transform) {
      if (key !== token) throw rt.illegalConstructor();
      controllerSlots.set(this, transform);
      transform.shell = this;
    }
    static {
      controllerOf = (shell) => controllerSlots.get(shell);
    }
    get desiredSize() {
      return controllerOf(this).readableController.desiredSize();
    }
    enqueue(chunk) {
      controllerOf(this).enqueue(chunk);
    }
    error(reason) {
      controllerOf(this).error(reason);
    }
    terminate() {
      controllerOf(this).terminate();
    }
  }

  const DICTIONARY = 'Transformer';

  function setUp(transform, transformer, writableStrategy, readableStrategy) {
    const shell = new TransformStreamDefaultController(token, transform);
    const start = methodOf(transformer, 'start', DICTIONARY);
    transform.transformMethod = methodOf(transformer, 'transform', DICTIONARY) ?? ((chunk) => transform.enqueue(chunk));
    transform.flushMethod = methodOf(transformer, 'flush', DICTIONARY);
    transform.cancelMethod = methodOf(transformer, 'cancel', DICTIONARY);
    const started = new Deferred();
    transform.connect(
      started.promise, strategyOf(writableStrategy, 1, 'TransformStream'), strategyOf(readableStrategy, 0, 'TransformStream'),
    );
    started.resolve(invoke(start, shell));
  }

  const transformSlots = rt.slots();
  class TransformStream {
    constructor(transformer, writableStrategy, readableStrategy) {
      if (transformer === token) {
        transformSlots.set(this, { readable: writableStrategy, writable: readableStrategy });
        return;
      }
      if (transformer !== undefined && transformer !== null && !isObject(transformer)) {
        throw rt.constructorError('TransformStream', 1, DICTIONARY);
      }
      const given = transformer ?? undefined;
      if (given?.readableType !== undefined) throw typeError('transformer.readableType must be undefined.');
      if (given?.writableType !== undefined) throw typeError('transformer.writableType must be undefined.');
      const transform = new Transform();
      setUp(transform, given, writableStrategy, readableStrategy);
      transformSlots.set(this, { readable: readables.wrap(transform.readable), writable: writables.wrap(transform.writable) });
    }

    static {
      transformOf = (shell) => {
        if (transformSlots.has(shell)) return shell;
        throw rt.illegalInvocation();
      };
    }

    get readable() {
      return transformSlots.get(this).readable;
    }

    get writable() {
      return transformSlots.get(this).writable;
    }
  }

  rt.expose(TransformStreamDefaultController);
  rt.expose(TransformStream);

  // A pair over the runtime's own algorithms: transform(chunk, record) and flush(record).
  function create(transformMethod, flushMethod, cancelMethod = null) {
    const transform = new Transform();
    transform.shell = transform;
    transform.transformMethod = transformMethod;
    transform.flushMethod = flushMethod;
    transform.cancelMethod = cancelMethod;
    transform.connect(promiseResolve(undefined), { mark: 1, size: null }, { mark: 0, size: null });
    return { readable: readables.wrap(transform.readable), writable: writables.wrap(transform.writable) };
  }

  return { TransformStream, TransformStreamDefaultController, create, token };
})
