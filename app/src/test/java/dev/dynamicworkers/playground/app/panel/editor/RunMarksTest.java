package dev.dynamicworkers.playground.app.panel.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.code.Mark;
import dev.dynamicworkers.playground.app.fixture.SessionFixture;
import dev.dynamicworkers.playground.app.session.OpenFile;
import dev.dynamicworkers.playground.app.session.Place;
import dev.dynamicworkers.playground.app.session.Problem;
import dev.dynamicworkers.playground.app.settings.Settings;
import dev.dynamicworkers.playground.app.settings.SettingsModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which lines of a file are marked after a run.
final class RunMarksTest {
    private static final String FILE = "dynamic/greeter.js";

    @TempDir
    Path folder;

    @Test
    void anEditedLineIsNoLongerMarkedByTheLastRunAndStaysMarkedByOthers() throws IOException, InterruptedException {
        try (SessionFixture fixture = new SessionFixture(folder);
                EditorsViewModel model = new EditorsViewModel(fixture.session(), new SettingsModel(Settings.DEFAULT))) {
            fixture.fx().runUntil(() -> file(fixture).isPresent());
            OpenFile file = file(fixture).orElseThrow();
            fixture.send("/error");
            assertThat(model.marks(file, Set.of())).extracting(Mark::line).containsExactly(4);
            assertThat(model.marks(file, Set.of(3))).extracting(Mark::line).containsExactly(4);
            assertThat(model.marks(file, Set.of(4))).isEmpty();
            fixture.session()
                    .report(
                            Problem.Source.LINT,
                            List.of(new Problem(
                                    Problem.Severity.WARNING, "odd", "", new Place(FILE, 4, 1), Problem.Source.LINT)));
            assertThat(model.marks(file, Set.of(4))).extracting(Mark::message).containsExactly("odd");
        }
    }

    @Test
    void theLineThatALimitEndedHasASignOfItsOwn() throws IOException, InterruptedException {
        try (SessionFixture fixture = new SessionFixture(folder);
                EditorsViewModel model = new EditorsViewModel(fixture.session(), new SettingsModel(Settings.DEFAULT))) {
            fixture.fx().runUntil(() -> file(fixture).isPresent());
            OpenFile file = file(fixture).orElseThrow();
            fixture.send("/cpu");
            assertThat(model.marks(file, Set.of())).extracting(Mark::sign).contains(Mark.Sign.TIME);
            fixture.send("/memory");
            assertThat(model.marks(file, Set.of())).extracting(Mark::sign).contains(Mark.Sign.MEMORY);
            fixture.send("/subrequests");
            assertThat(model.marks(file, Set.of())).extracting(Mark::sign).contains(Mark.Sign.REQUESTS);
            fixture.send("/error");
            assertThat(model.marks(file, Set.of())).extracting(Mark::sign).containsOnly(Mark.Sign.TONE);
        }
    }

    @Test
    void anIsolateThatALimitEndedInAnEarlierRunGivesNoSignToThisOne() throws IOException, InterruptedException {
        try (SessionFixture fixture = new SessionFixture(folder);
                EditorsViewModel model = new EditorsViewModel(fixture.session(), new SettingsModel(Settings.DEFAULT))) {
            fixture.fx().runUntil(() -> file(fixture).isPresent());
            OpenFile file = file(fixture).orElseThrow();
            // Isolates that ended stay in the list for a minute.
            fixture.send("/network");
            assertThat(model.marks(file, Set.of())).extracting(Mark::sign).containsOnly(Mark.Sign.TONE);
            fixture.send("/child-cpu");
            assertThat(model.marks(file, Set.of())).extracting(Mark::sign).contains(Mark.Sign.TIME);
        }
    }

    private static Optional<OpenFile> file(SessionFixture fixture) {
        return fixture.session().openFiles().files().stream()
                .filter(file -> file.path().equals(FILE))
                .findFirst();
    }
}
