package dev.dynamicworkers.playground.app.panel.editor;

import dev.dynamicworkers.playground.core.language.CodeAnswer;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// The JavaScript that the engine makes of a TypeScript file, asked for anew a moment after each change. FX thread.
final class StrippedModel implements AutoCloseable {
    /// As long as nobody types a pause.
    static final Duration SETTLE = Duration.ofMillis(300);

    private final Supplier<String> text;
    private final Question question;
    private final BiFunction<Duration, Runnable, Runnable> later;
    private final ReadOnlyStringWrapper code = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper remark = new ReadOnlyStringWrapper("Making the JavaScript\u2026");
    private final ReadOnlyBooleanWrapper broken = new ReadOnlyBooleanWrapper();
    private @Nullable Runnable pending;
    private CodeAnswer.@Nullable Stripped last;
    private long newest;
    private boolean closed;

    /// Asks what JavaScript the engine makes of a text.
    @FunctionalInterface
    interface Question {
        /// @param then gets it later
        /// @param failed gets a sentence instead
        void ask(String text, Consumer<CodeAnswer.Stripped> then, Consumer<String> failed);
    }

    /// @param text gives the source as it is on screen
    /// @param later does something after a while, and gives what keeps it from happening
    StrippedModel(Supplier<String> text, Question question, BiFunction<Duration, Runnable, Runnable> later) {
        this.text = text;
        this.question = question;
        this.later = later;
        ask();
    }

    /// What the engine runs; the last that could be made while the source can't be parsed.
    ReadOnlyStringProperty codeProperty() {
        return code.getReadOnlyProperty();
    }

    /// What there is to say of it, in a sentence; empty for nothing.
    ReadOnlyStringProperty remarkProperty() {
        return remark.getReadOnlyProperty();
    }

    /// Whether the source can't be parsed, so that the code is that of an earlier one.
    ReadOnlyBooleanProperty brokenProperty() {
        return broken.getReadOnlyProperty();
    }

    /// Takes note that the source changed.
    void edited() {
        if (pending != null) {
            pending.run();
        }
        pending = later.apply(SETTLE, this::ask);
    }

    private void ask() {
        pending = null;
        if (closed) {
            return;
        }
        long number = ++newest;
        question.ask(text.get(), found -> take(number, found), sentence -> fail(number, sentence));
    }

    private void take(long number, CodeAnswer.Stripped found) {
        if (closed || number != newest) {
            return;
        }
        last = found;
        boolean failed = !found.problem().isEmpty();
        broken.set(failed);
        if (failed) {
            String place = "Line " + found.line() + ", column " + found.column() + ": ";
            String rest = code.get().isEmpty() ? "" : " Below is the JavaScript of what was there before.";
            remark.set(place + sentence(found.problem()) + rest);
        } else {
            code.set(found.code());
            remark.set(found.lowered() ? "Before it runs, using declarations become try blocks as well." : "");
        }
    }

    private void fail(long number, String sentence) {
        if (!closed && number == newest) {
            last = null;
            broken.set(true);
            remark.set(sentence);
        }
    }

    private static String sentence(String problem) {
        String line = problem.lines().findFirst().orElse("").strip();
        return line.endsWith(".") ? line : line + ".";
    }

    /// Tells where the source can't be parsed, line and column counted from 1; without effect when it can.
    void goToProblem(BiConsumer<Integer, Integer> show) {
        CodeAnswer.Stripped found = last;
        if (found != null && !found.problem().isEmpty()) {
            show.accept(found.line(), found.column());
        }
    }

    @Override
    public void close() {
        closed = true;
        if (pending != null) {
            pending.run();
        }
    }
}
