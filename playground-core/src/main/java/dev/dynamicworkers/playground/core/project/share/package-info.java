/// A project on its way to other people: what of it leaves, and what is taken of what others send.
/// Runs nothing and asks no network. May use `project`, `worker` and `util`. Blocks; any thread.
package dev.dynamicworkers.playground.core.project.share;
