/// One invocation and every way out of a worker. May use `js`, `isolate`, `eventloop`, `limits`, `trace`, `worker`,
/// `util`.
///
/// Everything here runs on the event loop's thread unless it says otherwise.
package dev.dynamicworkers.playground.core.io;
