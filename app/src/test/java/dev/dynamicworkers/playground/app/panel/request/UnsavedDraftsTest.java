package dev.dynamicworkers.playground.app.panel.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.fixture.SampleProject;
import dev.dynamicworkers.playground.app.fixture.SessionFixture;
import dev.dynamicworkers.playground.app.session.EventKind;
import dev.dynamicworkers.playground.app.session.HeaderLine;
import dev.dynamicworkers.playground.app.session.KeptRequest;
import dev.dynamicworkers.playground.app.session.Notice;
import dev.dynamicworkers.playground.app.session.RequestDraft;
import dev.dynamicworkers.playground.app.session.RequestNotes;
import dev.dynamicworkers.playground.app.session.request.BodyKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A request that was written and not saved outlasts the window, whether that is killed or closed, and no other request
/// takes its place without a way back.
final class UnsavedDraftsTest {
    private static final RequestDraft WRITTEN = new RequestDraft(
            "PUT",
            "http://localhost/notes/{{id}}?draft=1",
            List.of(new HeaderLine("content-type", "application/json"), new HeaderLine("x-a", "")),
            "{ \"half\": ",
            EventKind.FETCH,
            "Notes",
            new RequestNotes(
                    List.of(new HeaderLine("id", "7")), List.of("status 201"), BodyKind.JSON, "{\"user\":\"ada\"}"));

    @TempDir
    Path folder;

    @BeforeEach
    void writeProject() throws IOException {
        SampleProject.write(folder.resolve("project"));
    }

    private SessionFixture open() throws InterruptedException {
        return new SessionFixture(folder.resolve("project"), folder.resolve("data"));
    }

    private boolean journalHas(String text) {
        Path journal = folder.resolve("data/journal");
        try (Stream<Path> files = Files.exists(journal) ? Files.list(journal) : Stream.empty()) {
            return files.map(UnsavedDraftsTest::read).anyMatch(content -> content.contains(text));
        } catch (IOException e) {
            return false;
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }

    private static KeptRequest named(RequestViewModel model, String file) {
        return model.requests().stream()
                .filter(request -> request.path().endsWith(file))
                .findFirst()
                .orElseThrow();
    }

    private static List<Notice> told(SessionFixture fixture) {
        return fixture.session().notices().all().stream()
                .filter(notice -> notice.text().endsWith("changes that are not saved."))
                .toList();
    }

    @Test
    void allFieldsOfAKeptRequestOutlastAKill() throws InterruptedException {
        SessionFixture killed = open();
        RequestViewModel before = new RequestViewModel(killed.session());
        killed.fx().runUntil(() -> before.keptProperty().get() != null);
        before.select(named(before, "trouble.http"));
        before.show(WRITTEN);
        killed.fx().runUntil(() -> journalHas("draft=1"));
        killed.kill();

        try (SessionFixture next = open();
                RequestViewModel after = new RequestViewModel(next.session())) {
            next.fx()
                    .runUntil(() -> after.dirtyProperty().get()
                            && after.requests().size() == 3
                            && !next.session().recoveryProperty().get().isEmpty());
            assertThat(next.session().recoveryProperty().get()).isEqualTo("Recovered 1 request.");
            assertThat(after.fields().draft()).isEqualTo(WRITTEN);
            assertThat(Objects.requireNonNull(after.keptProperty().get()).path())
                    .isEqualTo("requests/trouble.http");
            after.save();
            next.fx().runUntil(() -> !after.dirtyProperty().get());
            next.fx().runUntil(() -> !journalHas("draft=1"));
            assertThat(read(folder.resolve("project/requests/trouble.http"))).contains("PUT http://localhost/notes/");
        }
    }

    @Test
    void aRequestThatWasNeverKeptOutlastsAKillAndOneThatGaveWayIsOfferedAgain() throws InterruptedException {
        SessionFixture killed = open();
        RequestViewModel before = new RequestViewModel(killed.session());
        killed.fx().runUntil(() -> before.keptProperty().get() != null);
        before.fields().bodyProperty().set("of hello");
        before.startNew();
        before.fields().urlProperty().set("http://localhost/fresh");
        killed.fx().runUntil(() -> journalHas("of hello") && journalHas("/fresh"));
        killed.kill();

        try (SessionFixture next = open();
                RequestViewModel after = new RequestViewModel(next.session())) {
            next.fx().runUntil(() -> !told(next).isEmpty() && after.requests().size() == 3);
            assertThat(next.session().recoveryProperty().get()).isEqualTo("Recovered 2 requests.");
            assertThat(after.keptProperty().get()).isNull();
            assertThat(after.fields().urlProperty().get()).isEqualTo("http://localhost/fresh");
            told(next).getFirst().action().run();
            assertThat(after.fields().bodyProperty().get()).isEqualTo("of hello");
            // And the other one can be brought back in its turn.
            assertThat(told(next).getFirst().text())
                    .isEqualTo("The request that was not kept yet had changes that are not saved.");
            told(next).getFirst().action().run();
            assertThat(after.fields().urlProperty().get()).isEqualTo("http://localhost/fresh");
        }
    }

    @Test
    void afterAGoodEndItIsOnScreenAgainWithoutAWord() throws InterruptedException {
        try (SessionFixture first = open();
                RequestViewModel before = new RequestViewModel(first.session())) {
            first.fx().runUntil(() -> before.keptProperty().get() != null);
            before.select(named(before, "loop.http"));
            before.fields().bodyProperty().set("typed a moment before the end");
        }
        try (SessionFixture next = open();
                RequestViewModel after = new RequestViewModel(next.session())) {
            next.fx().runUntil(() -> after.dirtyProperty().get());
            assertThat(after.fields().bodyProperty().get()).isEqualTo("typed a moment before the end");
            assertThat(next.session().recoveryProperty().get()).isEmpty();
            assertThat(told(next)).isEmpty();
        }
    }

    @Test
    void whatIsWrittenBeforeTheJournalIsReadStays() throws InterruptedException {
        SessionFixture killed = open();
        RequestViewModel before = new RequestViewModel(killed.session());
        killed.fx().runUntil(() -> before.keptProperty().get() != null);
        before.fields().bodyProperty().set("earlier");
        killed.fx().runUntil(() -> journalHas("earlier"));
        killed.kill();

        try (SessionFixture next = open()) {
            // The window is slower than the journal, and so is this one.
            next.fx().runUntil(() -> !next.session().recoveryProperty().get().isEmpty());
            next.fx().runUntil(() -> journalHas("earlier"));
            try (RequestViewModel after = new RequestViewModel(next.session())) {
                assertThat(after.fields().bodyProperty().get()).isEqualTo("earlier");
                after.paste("curl http://localhost/pasted");
                assertThat(after.fields().urlProperty().get()).isEqualTo("http://localhost/pasted");
                told(next).getFirst().action().run();
                assertThat(after.fields().bodyProperty().get()).isEqualTo("earlier");
            }
        }
    }
}
