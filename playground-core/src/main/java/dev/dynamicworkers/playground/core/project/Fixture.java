package dev.dynamicworkers.playground.core.project;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// An answer that the overlay gives in place of a binding.
///
/// @param value JSON of the result, null for none (`undefined`)
/// @param error what is thrown instead of a result, null for none
/// @param delay how long the answer takes
public record Fixture(@Nullable String value, @Nullable Thrown error, Duration delay) {
    /// A fixture that answers at once.
    public static Fixture of(String json) {
        return new Fixture(json, null, Duration.ZERO);
    }

    /// An error.
    ///
    /// @param name its class, such as `TypeError`
    public record Thrown(String name, String message) {}
}
