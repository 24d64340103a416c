/// Stubs across isolates: capabilities for live objects, calls and their results, streams as values. The structured
/// clone itself is
/// runtime source `rpc/clone`. May use `io`, `js`, `isolate`, `eventloop`, `worker`, `util`. Runs on the event loop's
/// thread.
package dev.dynamicworkers.playground.core.rpc;
