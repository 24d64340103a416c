package dev.dynamicworkers.playground.app.panel.editor;

import dev.dynamicworkers.playground.app.code.Mark;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The problem of the line on which the caret comes to rest, in words for those who do not see its mark. What comes up
/// on the line while the caret stays there is not told: it would be told with every pause in typing. FX thread.
final class CaretProblem implements AutoCloseable {
    /// A caret that is held down on its way through the lines rests nowhere.
    static final Duration REST = Duration.ofMillis(350);

    private final BiFunction<Duration, Runnable, Runnable> later;
    private final ReadOnlyObjectWrapper<LineProblem> problem = new ReadOnlyObjectWrapper<>(LineProblem.NONE);
    private Runnable forgetLater = () -> {};
    private String file = "";
    private int line;

    /// @param later does something after a while, and gives what keeps it from happening
    CaretProblem(BiFunction<Duration, Runnable, Runnable> later) {
        this.later = later;
    }

    /// What there is to say of the line; set anew each time that the caret comes to such a line.
    ReadOnlyObjectProperty<LineProblem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Takes note of where the caret of the editor with the focus is.
    ///
    /// @param path of its file
    /// @param at counts from 1
    /// @param marks gives what is marked in the file once the caret rests
    void moved(String path, int at, Supplier<List<Mark>> marks) {
        if (path.equals(file) && at == line) {
            return;
        }
        file = path;
        line = at;
        problem.set(LineProblem.NONE);
        forgetLater.run();
        forgetLater = later.apply(REST, () -> problem.set(words(at, marks.get())));
    }

    private static LineProblem words(int line, List<Mark> marks) {
        List<Mark> here = marks.stream()
                .filter(mark -> mark.line() == line)
                .sorted(Comparator.comparing(Mark::tone).thenComparing(Mark::column))
                .toList();
        if (here.isEmpty()) {
            return LineProblem.NONE;
        }
        Mark worst = here.getFirst();
        String tone = worst.tone().word();
        String words = tone.substring(0, 1).toUpperCase(Locale.ROOT) + tone.substring(1) + " on line " + line + ": "
                + firstLine(worst);
        List<String> others = here.stream()
                .skip(1)
                .map(mark -> mark.tone().word() + ": " + firstLine(mark))
                .distinct()
                .toList();
        return new LineProblem(words, others.isEmpty() ? "" : "Also " + String.join("; ", others));
    }

    private static String firstLine(Mark mark) {
        return mark.message().lines().findFirst().orElse("");
    }

    @Override
    public void close() {
        forgetLater.run();
    }
}
