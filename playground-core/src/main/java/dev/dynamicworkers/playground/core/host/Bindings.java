package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.io.Payload;
import org.jspecify.annotations.Nullable;

/// What a worker finds in its `env`.
///
/// @param values plain values, null for none
/// @param objects the others, in the form of runtime source `binding/env`, or null when there are none
record Bindings(@Nullable Payload values, @Nullable String objects) {}
