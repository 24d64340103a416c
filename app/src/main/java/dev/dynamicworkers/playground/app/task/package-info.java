/// Work away from the FX thread with its result brought back there.
///
/// May use `fx` and `error`. The only place of the application that makes threads.
package dev.dynamicworkers.playground.app.task;
