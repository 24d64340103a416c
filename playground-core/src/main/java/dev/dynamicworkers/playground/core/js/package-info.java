/// The glue between runtime sources and Java: host functions, their arguments and their errors.
/// May use `isolate`, `worker`, `util`. Runs on the isolate thread.
package dev.dynamicworkers.playground.core.js;
