package dev.dynamicworkers.playground.app.panel.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.fixture.SessionFixture;
import dev.dynamicworkers.playground.app.session.KeptRequest;
import dev.dynamicworkers.playground.app.session.Notice;
import dev.dynamicworkers.playground.app.session.RunRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The list of kept requests: each row knows its last run, sends its request, and nothing that was typed is lost.
final class RequestsViewModelTest {
    @TempDir
    Path folder;

    private static KeptRequest named(RequestViewModel composer, String file) {
        return composer.requests().stream()
                .filter(request -> request.path().endsWith(file))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRowSendsItsRequestAndTellsHowItEnded() throws IOException, InterruptedException {
        try (SessionFixture fixture = new SessionFixture(folder);
                RequestViewModel composer = new RequestViewModel(fixture.session())) {
            RequestsViewModel model = new RequestsViewModel(fixture.session(), composer);
            fixture.fx().runUntil(() -> model.requests().size() == 3);
            KeptRequest trouble = named(composer, "trouble.http");
            assertThat(RequestsViewModel.title(trouble)).isEqualTo("GET /error");
            assertThat(RequestsViewModel.file(trouble)).isEqualTo("trouble.http");
            assertThat(model.last(trouble, Instant.now())).isNull();

            model.send(trouble);
            fixture.fx().runUntil(() -> model.newestRunProperty().get() != null);
            assertThat(model.shownProperty().get()).isEqualTo(trouble);
            RunRecord run = Objects.requireNonNull(model.newestRunProperty().get());
            RequestsViewModel.Last last =
                    Objects.requireNonNull(model.last(trouble, run.startedAt().plus(Duration.ofMinutes(7))));
            assertThat(last.word()).isEqualTo("EXCEPTION");
            assertThat(last.tone()).isEqualTo("killed");
            assertThat(last.age()).isEqualTo("7 min ago");

            model.send(named(composer, "hello.http"));
            fixture.fx().runUntil(() -> fixture.session().runs().size() == 2);
            assertThat(Objects.requireNonNull(model.last(named(composer, "hello.http"), Instant.now()))
                            .word())
                    .isEqualTo("200");
        }
    }

    @Test
    void aRunOfAnEarlierSessionIsKnownByWhatWasSent() throws IOException, InterruptedException {
        try (SessionFixture fixture = new SessionFixture(folder);
                RequestViewModel composer = new RequestViewModel(fixture.session())) {
            RequestsViewModel model = new RequestsViewModel(fixture.session(), composer);
            fixture.fx().runUntil(() -> model.requests().size() == 3);
            KeptRequest trouble = named(composer, "trouble.http");
            fixture.session()
                    .send(trouble.draft(), fixture.session().warmthProperty().get());
            fixture.fx().runUntil(() -> model.newestRunProperty().get() != null);
            assertThat(model.last(trouble, Instant.now())).isNotNull();
        }
    }

    @Test
    void whatWasTypedAndNotSavedCanBeBroughtBack() throws IOException, InterruptedException {
        try (SessionFixture fixture = new SessionFixture(folder);
                RequestViewModel composer = new RequestViewModel(fixture.session())) {
            RequestsViewModel model = new RequestsViewModel(fixture.session(), composer);
            fixture.fx().runUntil(() -> composer.keptProperty().get() != null);
            composer.fields().urlProperty().set("http://localhost/hello?name=typed");
            model.show(named(composer, "loop.http"));
            assertThat(composer.fields().urlProperty().get()).endsWith("/loop");
            assertThat(composer.dirtyProperty().get()).isFalse();
            Notice notice = Objects.requireNonNull(
                    fixture.session().notices().latestProperty().get());
            assertThat(notice.text()).startsWith("hello.http").contains("not saved");
            notice.action().run();
            assertThat(composer.fields().urlProperty().get()).endsWith("name=typed");
            assertThat(composer.dirtyProperty().get()).isTrue();
            assertThat(composer.keptProperty().get()).isEqualTo(named(composer, "hello.http"));
        }
    }

    @Test
    void aRequestThatCanNotBeSentIsShownAndSaysWhy() throws IOException, InterruptedException {
        try (SessionFixture fixture = new SessionFixture(folder);
                RequestViewModel composer = new RequestViewModel(fixture.session())) {
            RequestsViewModel model = new RequestsViewModel(fixture.session(), composer);
            fixture.fx().runUntil(() -> model.requests().size() == 3);
            composer.startNew();
            composer.fields().urlProperty().set("http://localhost/{{who}}");
            composer.save();
            fixture.fx().runUntil(() -> composer.keptProperty().get() != null);
            KeptRequest unsent = Objects.requireNonNull(composer.keptProperty().get());
            model.send(unsent);
            assertThat(Objects.requireNonNull(
                                    fixture.session().notices().latestProperty().get())
                            .text())
                    .contains("was not sent", "{{who}} has no value");
            assertThat(fixture.session().runState().liveProperty().get()).isFalse();
        }
    }
}
