package dev.dynamicworkers.playground.app.panel.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.fixture.SessionFixture;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The console's pause.
final class ConsoleViewModelTest {
    @TempDir
    Path folder;

    @Test
    void newLinesWaitWhileItIsPaused() throws IOException, InterruptedException {
        try (SessionFixture fixture = new SessionFixture(folder);
                ConsoleViewModel model = new ConsoleViewModel(fixture.session())) {
            fixture.send("/hello");
            fixture.fx().runUntil(() -> model.lines().size() == 4);
            assertThat(model.lines().stream()
                            .flatMap(line -> ConsoleViewModel.values(line).stream())
                            .map(value -> value.summary(20)))
                    .as("objects that can be opened")
                    .containsExactly("{3}");
            model.pausedProperty().set(true);
            fixture.send("/hello");
            fixture.fx().runUntil(() -> model.waitingProperty().get() == 4);
            assertThat(model.lines()).hasSize(4);
            model.pausedProperty().set(false);
            assertThat(model.lines()).hasSize(8);
            assertThat(model.waitingProperty().get()).isZero();
            model.toggleFolds();
            assertThat(model.lines()).as("the first run is folded").hasSize(5);
            assertThat(model.folds().hidden(1)).isEqualTo(3);
            model.toggleFold(2);
            assertThat(model.lines()).hasSize(2);
            model.toggleFolds();
            assertThat(model.lines()).hasSize(8);
        }
    }
}
