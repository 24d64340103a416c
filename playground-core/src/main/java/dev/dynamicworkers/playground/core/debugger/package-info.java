/// Lets code of a project stand still, shows what it has at hand, and lets it go on step by step. Costs nothing until a
/// plan is given. Runs on the event loop's thread. May use `debug`, `io`, `isolate`, `eventloop`, `worker`, `util`.
package dev.dynamicworkers.playground.core.debugger;
