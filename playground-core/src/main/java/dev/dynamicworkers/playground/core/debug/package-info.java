/// What a person tells a debugger, and what it shows while code stands still, as values. Immutable. May use `worker`,
/// `util`.
package dev.dynamicworkers.playground.core.debug;
