/// What a person takes from the workers of a project while they run: grants, questions, fixtures, and records of calls.
///
/// May use what `host` may. Runs on the event loop's thread.
package dev.dynamicworkers.playground.core.host.overlay;
