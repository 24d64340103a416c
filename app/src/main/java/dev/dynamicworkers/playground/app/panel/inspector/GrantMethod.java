package dev.dynamicworkers.playground.app.panel.inspector;

import dev.dynamicworkers.playground.core.project.Grant;
import org.jspecify.annotations.Nullable;

/// A method of a grant that was called, or has a rule of its own.
///
/// @param access what its rule does, null when it has none
/// @param calls how often it was called in the last run
public record GrantMethod(String name, Grant.@Nullable Access access, int calls) {}
