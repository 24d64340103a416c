/// Durable Objects: namespaces and ids, live instances with their gates and storage, alarms, facets. May use `rpc`,
/// `io`,
/// `js`, `isolate`, `eventloop`, `storage`. Runs on the event loop's thread.
package dev.dynamicworkers.playground.core.binding.durableobject;
