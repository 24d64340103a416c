/// What the stores of a project hold, as values: questions about it and their answers. Immutable. May use `worker`,
/// `util`.
package dev.dynamicworkers.playground.core.state;
