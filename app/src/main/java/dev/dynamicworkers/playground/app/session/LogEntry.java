package dev.dynamicworkers.playground.app.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One line of the console.
///
/// @param run number of the run it belongs to, 0 for none
/// @param place where it was written, null when unknown or not in the project
/// @param source where it was written, for people; empty when unknown
public record LogEntry(
        Instant time,
        long run,
        IsolateTag isolate,
        Level level,
        String text,
        @Nullable Place place,
        String source) {
    /// How loud a line is.
    public enum Level {
        DEBUG("debug"),
        LOG("log"),
        INFO("info"),
        WARN("warn"),
        ERROR("error"),
        NOTE("note");

        private final String word;

        Level(String word) {
            this.word = word;
        }

        /// As the console shows it.
        public String word() {
            return word;
        }
    }
}
