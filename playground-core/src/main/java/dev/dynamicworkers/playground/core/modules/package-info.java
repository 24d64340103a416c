/// Modules of a worker: resolving specifiers as workerd does, and the built-in ones. May use `js`, `isolate`,
/// `worker`, `util`.
package dev.dynamicworkers.playground.core.modules;
