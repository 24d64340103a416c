package dev.dynamicworkers.playground.app.panel.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.fixture.SessionFixture;
import dev.dynamicworkers.playground.app.session.FileRole;
import dev.dynamicworkers.playground.app.session.RequestDraft;
import dev.dynamicworkers.playground.app.session.Warmth;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The side of the editors whose code runs.
final class RunningSideTest {
    @TempDir
    Path folder;

    @Test
    void theSideOfADynamicWorkerIsMarkedWhileItHasAnEvent() throws IOException, InterruptedException {
        try (SessionFixture fixture = new SessionFixture(folder);
                RunningSide side = new RunningSide(fixture.session())) {
            assertThat(side.roleProperty().get()).isNull();
            fixture.session().send(new RequestDraft("GET", "/loop", List.of(), ""), Warmth.KEEP);
            fixture.fx().runUntil(() -> side.roleProperty().get() == FileRole.DYNAMIC);
            fixture.session().stop();
            fixture.fx()
                    .runUntil(() -> !fixture.session().runState().liveProperty().get());
            assertThat(side.roleProperty().get()).isNull();
            // What was left open by the run that was stopped does not count for the next one.
            fixture.send("/hello");
            assertThat(fixture.session().isolates().inEventProperty().get()).isEmpty();
        }
    }
}
