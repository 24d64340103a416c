/// What guest code sees as its global scope, one sub-package per standard. May use `rpc`, `io`, `js`, `isolate`,
/// `trace`, `worker`, `util`.
package dev.dynamicworkers.playground.core.api;
