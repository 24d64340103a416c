package dev.dynamicworkers.playground.app.window;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// What is said to people who do not see the window, in one queue: what comes within half a second is said together, of
/// each subject only the newest. FX thread.
final class Announcements implements AutoCloseable {
    /// From the first that waits until all that wait are said.
    static final Duration GATHER = Duration.ofMillis(500);

    private final BiFunction<Duration, Runnable, Runnable> later;
    private final Supplier<String> howMuch;
    private final Map<Subject, String> waiting = new EnumMap<>(Subject.class);
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private @Nullable Runnable pending;

    /// What is spoken of, in the order in which it is said.
    enum Subject {
        /// Guest code waits for an answer.
        QUESTION,
        /// Code stands still.
        PAUSE,
        /// How a run ended.
        RUN,
        /// The window changed.
        WINDOW,
        /// The line of the caret has a problem.
        CARET
    }

    /// @param later does something after a while, and gives what keeps it from happening
    /// @param howMuch gives the word of the setting: `off`, `brief` or `full`
    Announcements(BiFunction<Duration, Runnable, Runnable> later, Supplier<String> howMuch) {
        this.later = later;
        this.howMuch = howMuch;
    }

    /// What was said last; empty before that, and for a moment before the same is said again.
    ReadOnlyStringProperty saidProperty() {
        return said.getReadOnlyProperty();
    }

    /// Says something soon.
    ///
    /// @param words what is said in any case; empty takes back what waits to be said of the subject
    /// @param more what is said to who wants all of it, may be empty
    void say(Subject subject, String words, String more) {
        String wanted = howMuch.get();
        if (wanted.equals("off")) {
            waiting.clear();
            said.set("");
            return;
        }
        if (words.isEmpty()) {
            waiting.remove(subject);
            return;
        }
        waiting.put(subject, wanted.equals("brief") || more.isEmpty() ? words : sentence(words) + " " + more);
        if (pending == null) {
            pending = later.apply(GATHER, this::sayAll);
        }
    }

    private void sayAll() {
        pending = null;
        if (waiting.isEmpty()) {
            return;
        }
        StringBuilder all = new StringBuilder();
        for (String words : waiting.values()) {
            if (!all.isEmpty()) {
                all.replace(0, all.length(), sentence(all.toString())).append(' ');
            }
            all.append(words);
        }
        waiting.clear();
        said.set("");
        said.set(all.toString());
    }

    private static String sentence(String words) {
        boolean ends = words.endsWith(".") || words.endsWith("?") || words.endsWith("!");
        return ends ? words : words + ".";
    }

    @Override
    public void close() {
        if (pending != null) {
            pending.run();
            pending = null;
        }
    }
}
