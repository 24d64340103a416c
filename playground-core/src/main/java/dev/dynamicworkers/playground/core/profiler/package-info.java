/// Takes samples of what the code of a project does. Costs nothing until it is told to. May use `profile`, `debugger`,
/// `trace`, `io`, `isolate`, `eventloop`, `worker`, `util`; has a thread of its own while it works.
package dev.dynamicworkers.playground.core.profiler;
