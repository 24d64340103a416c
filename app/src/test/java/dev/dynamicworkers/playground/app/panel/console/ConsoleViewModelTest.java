package dev.dynamicworkers.playground.app.panel.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.fixture.SessionFixture;
import dev.dynamicworkers.playground.app.fx.ValueTreePane;
import dev.dynamicworkers.playground.app.session.LogEntry;
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

    @Test
    void linesOfEarlierRunsStayWhereThatIsWanted() throws IOException, InterruptedException {
        try (SessionFixture fixture = new SessionFixture(folder);
                ConsoleViewModel model = new ConsoleViewModel(fixture.session())) {
            fixture.send("/hello");
            fixture.fx().runUntil(() -> model.lines().size() == 4);
            model.preservingProperty().setValue(false);
            assertThat(model.lines()).as("only a run that begins empties it").hasSize(4);
            fixture.send("/hello");
            fixture.fx()
                    .runUntil(() -> model.lines().size() == 4
                            && model.lines().getFirst().run() == 2);
        }
    }

    @Test
    void linesThatAreAllHiddenComeBackAtOnceAndAnExportIsTold() throws IOException, InterruptedException {
        try (SessionFixture fixture = new SessionFixture(folder);
                ConsoleViewModel model = new ConsoleViewModel(fixture.session())) {
            fixture.send("/hello");
            fixture.fx().runUntil(() -> model.lines().size() == 4);
            model.filterProperty().set("/(/");
            model.shownProperty(LogEntry.Level.WARN).set(false);
            assertThat(model.lines()).isEmpty();
            assertThat(model.complaintProperty().get()).contains("can't be read");
            model.showAll();
            assertThat(model.lines()).hasSize(4);
            assertThat(model.complaintProperty().get()).isEmpty();
            Path file = folder.resolve("console.log");
            model.export(file);
            fixture.fx().runUntil(() -> told(fixture).equals("Wrote 4 lines of the console to " + file + "."));
            model.export(folder.resolve("missing/console.log"));
            fixture.fx().runUntil(() -> told(fixture).startsWith("console.log was not written: there is no "));
        }
    }

    @Test
    void anUncaughtErrorOpensAsItsStackAndWhatItComesFrom() throws IOException, InterruptedException {
        try (SessionFixture fixture = new SessionFixture(folder);
                ConsoleViewModel model = new ConsoleViewModel(fixture.session())) {
            fixture.send("/error");
            fixture.fx().runUntil(() -> model.lines().size() == 2);
            ValueTreePane.Branch error =
                    ConsoleViewModel.values(model.lines().getFirst()).getFirst();
            assertThat(error.children()).extracting(ValueTreePane.Branch::label).containsExactly("at", "cause");
            assertThat(error.pretty()).isEqualTo("""
                TypeError: env.GREETER.greet is not a function
                    at fetch (greeter.js:4:24)
                    cause: RangeError: no greeting of that name
                        at find (greeter.js:9:11)\
                """);
        }
    }

    private static String told(SessionFixture fixture) {
        var latest = fixture.session().notices().latestProperty().get();
        return latest == null ? "" : latest.text();
    }
}
