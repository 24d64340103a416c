package dev.dynamicworkers.playground.core.trace;

import dev.dynamicworkers.playground.core.worker.Limit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// That an event wrote more to the console than its limits let it. Told as a note, in a sentence that can be read back
/// by whoever offers more than the sentence.
///
/// @param lines of the event that are shown
/// @param dropped how many are not; 0 while that is not known yet
/// @param limit that was reached
public record LogCap(long lines, long dropped, Limit limit) {
    private static final Pattern SENTENCE = Pattern.compile(
            "The console has (\\d+) lines of this event; (?:further ones are|(\\d+) more were) not shown\\."
                    + " Raise the limit (\\w+) to see more\\.");

    /// The sentence of the note.
    public String sentence() {
        return "The console has " + lines + " lines of this event; "
                + (dropped == 0 ? "further ones are" : dropped + " more were") + " not shown. Raise the limit "
                + limit.key() + " to see more.";
    }

    /// Reads a note; empty when it is about something else.
    public static Optional<LogCap> of(String note) {
        Matcher matcher = SENTENCE.matcher(note);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String dropped = matcher.group(2);
        return Limit.ofKey(matcher.group(3))
                .map(limit -> new LogCap(
                        Long.parseLong(matcher.group(1)), dropped == null ? 0 : Long.parseLong(dropped), limit));
    }
}
