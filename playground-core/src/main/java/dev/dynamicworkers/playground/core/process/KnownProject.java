package dev.dynamicworkers.playground.core.process;

import dev.dynamicworkers.playground.core.project.Project;
import dev.dynamicworkers.playground.core.runtime.RuntimeOptions;
import dev.dynamicworkers.playground.core.trace.TailConsumer;

/// What an engine process must be told of a project before it can run it.
///
/// @param id number on the wire, the same in all engine processes
/// @param tail hears the project's events
record KnownProject(long id, Project project, RuntimeOptions options, TailConsumer tail) {}
