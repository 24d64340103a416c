package dev.dynamicworkers.playground.app.panel.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.code.Mark;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is told of the line that the caret comes to.
final class CaretProblemTest {
    private static final List<Mark> MARKS = List.of(
            new Mark(4, 9, "greet is unused", Mark.Tone.WARNING),
            new Mark(4, 3, "env.KEY is not granted\nGrant it in the Inspector.", Mark.Tone.ERROR),
            new Mark(7, 1, "odd", Mark.Tone.NOTE));

    private final List<Runnable> waiting = new ArrayList<>();
    private final List<LineProblem> told = new ArrayList<>();
    private final CaretProblem problem = new CaretProblem((delay, action) -> {
        waiting.add(action);
        return () -> waiting.remove(action);
    });

    CaretProblemTest() {
        problem.problemProperty().subscribe((before, now) -> {
            if (!now.words().isEmpty()) {
                told.add(now);
            }
        });
    }

    private void move(String file, int line) {
        problem.moved(file, line, () -> MARKS);
    }

    private void rest() {
        List<Runnable> due = List.copyOf(waiting);
        waiting.clear();
        due.forEach(Runnable::run);
    }

    @Test
    void aLineThatTheCaretRestsOnIsToldWithTheWorstFirst() {
        move("a.js", 4);
        assertThat(told).isEmpty();
        rest();
        assertThat(told)
                .containsExactly(
                        new LineProblem("Error on line 4: env.KEY is not granted", "Also warning: greet is unused"));
    }

    @Test
    void linesThatTheCaretOnlyPassesAreNot() {
        move("a.js", 4);
        move("a.js", 5);
        move("a.js", 6);
        move("a.js", 7);
        rest();
        assertThat(told).containsExactly(new LineProblem("Note on line 7: odd", ""));
    }

    @Test
    void aCaretThatStaysOnItsLineTellsNothingAgain() {
        move("a.js", 4);
        rest();
        move("a.js", 4);
        rest();
        assertThat(told).hasSize(1);
        move("a.js", 5);
        move("a.js", 4);
        rest();
        move("b.js", 4);
        rest();
        assertThat(told).hasSize(3);
    }

    @Test
    void aCaretThatLeavesTakesBackWhatWasSaid() {
        move("a.js", 4);
        rest();
        move("a.js", 5);
        assertThat(problem.problemProperty().get()).isEqualTo(LineProblem.NONE);
    }

    @Test
    void problemsAreCountedInWords() {
        assertThat(MarkCount.of(MARKS)).isEqualTo(new MarkCount(1, 1, 1));
        assertThat(MarkCount.of(MARKS).words()).isEqualTo("1 error, 1 warning, 1 note");
        assertThat(new MarkCount(0, 2, 0).words()).isEqualTo("2 warnings");
        assertThat(MarkCount.of(List.of()).isEmpty()).isTrue();
    }
}
