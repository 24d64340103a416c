/// The broker of queues: which messages go to which worker, when, and what becomes of them. Runs on the event loop's
/// thread. May use what `host` may.
package dev.dynamicworkers.playground.core.host.queue;
