package dev.dynamicworkers.playground.app.panel.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.fixture.SessionFixture;
import dev.dynamicworkers.playground.app.session.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the list of runs finds, and what it lets go of.
final class RunsViewModelTest {
    @TempDir
    Path folder;

    @Test
    void runsAreFoundByWhatTheyAsked() throws IOException, InterruptedException {
        try (SessionFixture fixture = new SessionFixture(folder)) {
            RunsViewModel model = new RunsViewModel(fixture.session());
            fixture.send("/hello");
            fixture.send("/error");
            model.filterProperty().set("exception");
            assertThat(model.shown()).extracting(RunRecord::number).containsExactly(2L);
            model.filterProperty().set("-exception");
            assertThat(model.shown()).extracting(RunRecord::number).containsExactly(1L);
            model.filterProperty().set("\"200 ok\" isolate:greeter");
            assertThat(model.shown()).extracting(RunRecord::number).containsExactly(1L);
            model.filterProperty().set("run:2");
            assertThat(model.shown()).extracting(RunRecord::number).containsExactly(2L);
        }
    }

    @Test
    void aRunOfOtherCodeIsMarked() throws IOException, InterruptedException {
        try (SessionFixture fixture = new SessionFixture(folder)) {
            RunsViewModel model = new RunsViewModel(fixture.session());
            RunRecord first = fixture.send("/hello");
            RunRecord same = fixture.send("/hello");
            Path module = folder.resolve("dynamic/greeter.js");
            Files.writeString(module, Files.readString(module) + "// more\n");
            RunRecord other = fixture.send("/hello");
            assertThat(List.of(first, same, other))
                    .extracting(model::isCodeChanged)
                    .containsExactly(false, false, true);
        }
    }

    @Test
    void aRunIsPinnedAndLetGoOf() throws IOException, InterruptedException {
        try (SessionFixture fixture = new SessionFixture(folder)) {
            RunsViewModel model = new RunsViewModel(fixture.session());
            RunRecord first = fixture.send("/hello");
            RunRecord second = fixture.send("/error");
            model.pin(first);
            model.pin(second);
            assertThat(model.pinnedProperty().get()).isSameAs(second);
            model.pin(second);
            assertThat(model.pinnedProperty().get()).isNull();
        }
    }

    @Test
    void forgottenRunsComeBack() throws IOException, InterruptedException {
        try (SessionFixture fixture = new SessionFixture(folder)) {
            RunsViewModel model = new RunsViewModel(fixture.session());
            model.clear();
            assertThat(fixture.session().notices().all())
                    .as("nothing was forgotten")
                    .isEmpty();
            fixture.send("/hello");
            fixture.send("/error");
            model.clear();
            assertThat(model.runs()).isEmpty();
            var told = Objects.requireNonNull(
                    fixture.session().notices().latestProperty().get());
            assertThat(told.text()).isEqualTo("Forgot 2 runs, what is kept on disk included.");
            told.action().run();
            assertThat(model.runs()).extracting(RunRecord::number).containsExactly(2L, 1L);
        }
    }
}
