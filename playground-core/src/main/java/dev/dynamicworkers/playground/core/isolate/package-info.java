/// The JavaScript engine, one context per isolate, and entering and leaving them. May use `eventloop`, `limits`,
/// `trace`,
/// `worker`, `util`; with `modules` and `transpile` the only package that names engine, context and source.
package dev.dynamicworkers.playground.core.isolate;
