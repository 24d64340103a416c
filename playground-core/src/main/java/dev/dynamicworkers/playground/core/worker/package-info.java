/// The words of the domain as immutable values, and the exceptions of the library.
///
/// May use `util` only. Any thread.
package dev.dynamicworkers.playground.core.worker;
