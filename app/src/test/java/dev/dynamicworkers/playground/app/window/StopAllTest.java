package dev.dynamicworkers.playground.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.fixture.SessionFixture;
import dev.dynamicworkers.playground.app.panel.request.RequestViewModel;
import dev.dynamicworkers.playground.app.session.LiveWork;
import dev.dynamicworkers.playground.app.session.RequestDraft;
import dev.dynamicworkers.playground.app.session.RunVerdict;
import dev.dynamicworkers.playground.app.session.Warmth;
import dev.dynamicworkers.playground.app.settings.Setting;
import dev.dynamicworkers.playground.app.settings.Settings;
import dev.dynamicworkers.playground.app.settings.SettingsModel;
import dev.dynamicworkers.playground.app.task.LongTask;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Stop all ends what runs, what would run next without anyone asking again, and what no run waits for.
final class StopAllTest {
    @TempDir
    Path folder;

    @Test
    void whatNoRunWaitsForIsStoppedWhileNoRunIsLive() throws IOException, InterruptedException {
        try (SessionFixture fixture = new SessionFixture(folder)) {
            LiveWork work = fixture.session().liveWork();
            assertThat(work.anyProperty().get()).isFalse();
            fixture.send("/hello");
            assertThat(work.anyProperty().get()).isTrue();
            assertThat(fixture.runtime().calls()).doesNotContain("stop");
            work.stopAll();
            assertThat(fixture.runtime().calls()).contains("stop");
            assertThat(Objects.requireNonNull(
                                    fixture.session().notices().latestProperty().get())
                            .text())
                    .isEqualTo("All that still went on in the background was stopped.");
        }
    }

    @Test
    void theLiveRunEndsAsStopped() throws IOException, InterruptedException {
        try (SessionFixture fixture = new SessionFixture(folder)) {
            fixture.session().send(new RequestDraft("GET", "/loop", List.of(), ""), Warmth.KEEP);
            fixture.fx().runUntil(() -> fixture.runtime().calls().contains("dispatch GET /loop"));
            fixture.session().liveWork().stopAll();
            fixture.fx().runUntil(() -> !fixture.session().runs().isEmpty());
            assertThat(fixture.session().runs().getFirst().verdict()).isEqualTo(RunVerdict.STOPPED);
        }
    }

    @Test
    void aSeriesSendsNoMoreAlsoBetweenTwoOfItsRuns() throws IOException, InterruptedException {
        try (SessionFixture fixture = new SessionFixture(folder);
                RequestViewModel request = new RequestViewModel(fixture.session());
                RepeatedRun series = new RepeatedRun(fixture.session(), request)) {
            fixture.fx().runUntil(() -> request.keptProperty().get() != null);
            series.start(50);
            LongTask task = fixture.session().tasks().list().running().stream()
                    .filter(each -> each.words().startsWith("Sending"))
                    .findFirst()
                    .orElseThrow();
            fixture.fx()
                    .runUntil(() -> fixture.session().runs().size() == 2
                            && !fixture.session().runState().liveProperty().get());
            fixture.session().liveWork().stopAll();
            fixture.fx().runUntil(() -> task.stateProperty().get() == LongTask.State.CANCELLED);
            int runs = fixture.session().runs().size();
            // What was asked for before this is done once another run is over.
            fixture.send("/hello");
            assertThat(fixture.session().runs()).hasSize(runs + 1);
        }
    }

    @Test
    void anEditThatWaitsToBeRunIsNotRun() throws IOException, InterruptedException {
        SettingsModel settings = new SettingsModel(Settings.DEFAULT);
        settings.set(Setting.AUTO_RUN, /* value= */ true);
        try (SessionFixture fixture = new SessionFixture(folder);
                RequestViewModel request = new RequestViewModel(fixture.session());
                AutoRun auto = new AutoRun(fixture.session(), request, settings)) {
            assertThat(auto).isNotNull();
            fixture.fx().runUntil(() -> request.keptProperty().get() != null);
            fixture.session().openFiles().open("src/index.js", file -> file.change(file.text() + "\n"));
            fixture.fx().runUntil(() -> !fixture.session().openFiles().files().isEmpty());
            fixture.session().liveWork().stopAll();
            boolean[] later = new boolean[1];
            fixture.session().tasks().later(Duration.ofMillis(1_300), () -> later[0] = true);
            fixture.fx().runUntil(() -> later[0]);
            assertThat(fixture.runtime().calls()).noneMatch(call -> call.startsWith("dispatch"));
        }
    }
}
