/// Implements the ways out of a worker: other workers, the loader, the network. The only package that opens
/// connections.
/// May use every package below it. Runs on the event loop's thread; blocking work goes to virtual threads.
package dev.dynamicworkers.playground.core.host;
