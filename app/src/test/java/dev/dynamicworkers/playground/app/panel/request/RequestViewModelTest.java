package dev.dynamicworkers.playground.app.panel.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.fixture.SessionFixture;
import dev.dynamicworkers.playground.app.session.KeptRequest;
import dev.dynamicworkers.playground.app.session.RunRecord;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The composer: variables keep a request back or are filled in, expectations are told, kept requests know their last
/// run.
final class RequestViewModelTest {
    @TempDir
    Path folder;

    @Test
    void variablesAreFilledInAndExpectationsTold() throws IOException, InterruptedException {
        try (SessionFixture fixture = new SessionFixture(folder);
                RequestViewModel model = new RequestViewModel(fixture.session())) {
            fixture.fx().runUntil(() -> model.keptProperty().get() != null);
            model.fields().urlProperty().set("http://localhost/{{where}}");
            assertThat(model.canSendProperty().get()).isFalse();
            assertThat(model.complaintProperty().get())
                    .isEqualTo("{{where}} has no value. Write NAME = VALUE under Vars.");
            model.fields().variablesProperty().set("where = hello");
            model.fields().expectationsProperty().set("status 200\n\njson $.visits == 4");
            assertThat(model.canSendProperty().get()).isTrue();
            model.send();
            fixture.fx().runUntil(() -> model.checks().size() == 2);
            assertThat(fixture.runtime().calls()).contains("dispatch GET /hello");
            assertThat(model.checks().get(0).met()).isTrue();
            assertThat(model.checks().get(1).saw()).isEqualTo("3");
            KeptRequest kept = model.keptProperty().get();
            assertThat(kept).isNotNull();
            RunRecord last = model.lastRun(kept);
            assertThat(last).isNotNull();
            assertThat(last.number()).isEqualTo(1);
        }
    }
}
