package dev.dynamicworkers.playground.core.worker;

/// The content of one module of a worker. Safe on any thread; the bytes are not to be changed.
public sealed interface WorkerModule {
    /// An ECMAScript module.
    record EsModule(String source) implements WorkerModule {}

    /// A TypeScript module, which becomes an ECMAScript module before it runs. A form of the playground: the platform
    /// wants JavaScript.
    record TypeScriptModule(String source) implements WorkerModule {}

    /// A CommonJS module.
    record CommonJsModule(String source) implements WorkerModule {}

    /// A module whose default export is a string.
    record TextModule(String text) implements WorkerModule {}

    /// A module whose default export is an ArrayBuffer.
    record DataModule(byte[] bytes) implements WorkerModule {}

    /// A module whose default export is what the JSON text says.
    record JsonModule(String text) implements WorkerModule {}

    /// A module whose default export is a WebAssembly.Module.
    record WasmModule(byte[] bytes) implements WorkerModule {}
}
