package dev.dynamicworkers.playground.core.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One event to deliver to the parent worker.
public sealed interface Invocation {
    /// Name of the entrypoint, null for the default one.
    @Nullable
    String entrypoint();

    /// An HTTP request.
    ///
    /// @param url absolute URL
    /// @param headers in order, names as written
    record Fetch(
            String method,
            String url,
            List<Header> headers,
            RequestBody body,
            @Nullable String entrypoint) implements Invocation {
        public Fetch {
            headers = List.copyOf(headers);
        }
    }

    /// A test: an export with a `test()` method, named by `entrypoint`.
    record Test(@Nullable String entrypoint) implements Invocation {}

    /// A cron trigger.
    ///
    /// @param scheduledTime milliseconds since the epoch
    record Scheduled(
            String cron, long scheduledTime, @Nullable String entrypoint) implements Invocation {}
}
