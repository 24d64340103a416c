/// Where the CPU time of a run went, as values, what can be read off them, and the file of it that other tools open.
/// Immutable. May use `trace`, `worker`, `util`.
package dev.dynamicworkers.playground.core.profile;
