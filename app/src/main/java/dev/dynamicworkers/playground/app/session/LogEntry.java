package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.core.worker.GuestError;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One line of the console.
///
/// @param run number of the run it belongs to, 0 for none
/// @param place where it was written, null when unknown or not in the project
/// @param source where it was written, for people; empty when unknown
/// @param repeats how often it was written in a row
/// @param values what was logged as JSON, where JSON can say it; empty unless something of it can be opened
/// @param deeper the line with what its text leaves out because it is too deep; null when there is no such thing
/// @param error that nobody caught and that this line tells; null for all other lines
public record LogEntry(
        Instant time,
        long run,
        IsolateTag isolate,
        Level level,
        String text,
        @Nullable Place place,
        String source,
        int repeats,
        List<String> values,
        @Nullable String deeper,
        @Nullable GuestError error) {
    /// Of a line; once, because a console that scrolls asks each line that comes in sight.
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    /// A line without objects that was written once.
    public LogEntry(
            Instant time,
            long run,
            IsolateTag isolate,
            Level level,
            String text,
            @Nullable Place place,
            String source) {
        this(time, run, isolate, level, text, place, source, 1, List.of(), null, null);
    }

    /// The line that wrote it, where that is code of a dynamic worker in no file of the project; null else.
    public Wish.@Nullable ShowModule module() {
        int colon = source.lastIndexOf(':');
        String line = source.substring(colon + 1);
        return place != null || colon < 0 || !NUMBER.matcher(line).matches()
                ? null
                : Wish.ShowModule.of(run, isolate, source.substring(0, colon), Integer.parseInt(line), 1);
    }

    /// Whether both say the same from the same place in the same run.
    boolean says(LogEntry other) {
        return run == other.run
                && level == other.level
                && text.equals(other.text)
                && values.equals(other.values)
                && Objects.equals(deeper, other.deeper)
                && Objects.equals(error, other.error)
                && isolate.equals(other.isolate)
                && Objects.equals(place, other.place)
                && source.equals(other.source);
    }

    /// The line written once more.
    LogEntry repeated() {
        return new LogEntry(time, run, isolate, level, text, place, source, repeats + 1, values, deeper, error);
    }

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
