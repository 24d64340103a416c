/// What happened in a running project, as immutable events and snapshots.
/// May use `worker` and `util`. Values are safe on any thread; consumers are called on the event loop's thread.
package dev.dynamicworkers.playground.core.trace;
