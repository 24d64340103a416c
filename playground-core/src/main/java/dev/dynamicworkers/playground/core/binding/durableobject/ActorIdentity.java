package dev.dynamicworkers.playground.core.binding.durableobject;

import org.jspecify.annotations.Nullable;

/// What an object sees as its `ctx.id`.
///
/// @param text 64 hex digits, or any text for a facet with an id of its own
/// @param name that the id was made of, or null
/// @param kind whether guest code sees an object or the plain string
record ActorIdentity(String text, @Nullable String name, Kind kind) {
    /// How guest code sees an id.
    enum Kind {
        OBJECT,
        STRING
    }
}
