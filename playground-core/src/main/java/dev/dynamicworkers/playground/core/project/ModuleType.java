package dev.dynamicworkers.playground.core.project;

/// How a file of the project is imported.
public enum ModuleType {
    /// JavaScript or TypeScript with `import` and `export`.
    ES_MODULE,
    COMMON_JS,
    /// A string.
    TEXT,
    /// An `ArrayBuffer`.
    DATA,
    JSON,
    COMPILED_WASM
}
