/// The secrets of a project: where their values stand in a text or a stream, and texts without them.
/// May use `worker` and `util`. Any thread.
package dev.dynamicworkers.playground.core.project.secret;
