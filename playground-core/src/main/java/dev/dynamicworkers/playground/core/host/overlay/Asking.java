package dev.dynamicworkers.playground.core.host.overlay;

import dev.dynamicworkers.playground.core.io.InvocationContext;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Asks a person about a call. Runs on the event loop's thread.
@FunctionalInterface
public interface Asking {
    /// Asks.
    ///
    /// @param subject what is called, without secrets
    /// @param then hears once why not, or null for a yes; at once or in a turn of its own
    void ask(InvocationContext caller, String subject, String rule, Duration patience, Consumer<@Nullable String> then);
}
