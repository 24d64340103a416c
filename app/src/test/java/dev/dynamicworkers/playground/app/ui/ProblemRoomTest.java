package dev.dynamicworkers.playground.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.session.Place;
import dev.dynamicworkers.playground.app.session.Problem;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.Test;

/// What a problem says, where there is not room for all of it.
final class ProblemRoomTest extends WindowTest {
    @Test
    void theHintHasWhatTheMessageLeaves() {
        ready();
        interact(() -> {
            wiring().commands().get("show-problems").run();
            session()
                    .report(
                            Problem.Source.RUN,
                            List.of(
                                    problem("A message of some length, which is not cut", 3),
                                    problem("A message that has no room here: ".repeat(6), 5)));
        });
        eventually(() -> lookup(".problem").queryAll().size() >= 2);
        for (Node row : lookup(".problem").queryAll()) {
            Label message = (Label) ((HBox) row).getChildren().get(1);
            Label hint = (Label) ((HBox) row).getChildren().get(2);
            assertThat(message.getWidth() >= message.prefWidth(-1) - 1 || hint.getWidth() < 1)
                    .as("%s: %s", message.getText(), hint.getWidth())
                    .isTrue();
        }
    }

    private static Problem problem(String message, int line) {
        return new Problem(
                Problem.Severity.WARNING,
                message,
                "What to do about it. ".repeat(10),
                new Place("src/index.js", line, 5),
                Problem.Source.RUN);
    }
}
