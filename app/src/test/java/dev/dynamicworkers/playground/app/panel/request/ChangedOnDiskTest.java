package dev.dynamicworkers.playground.app.panel.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.fixture.Disk;
import dev.dynamicworkers.playground.app.fixture.SessionFixture;
import dev.dynamicworkers.playground.app.session.KeptRequest;
import dev.dynamicworkers.playground.app.session.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Someone else changes the file of a request while it is changed in the window: it is told, and neither text is lost.
final class ChangedOnDiskTest {
    private static final String TYPED = "http://localhost/hello?typed";

    @TempDir
    Path folder;

    private SessionFixture fixture;
    private RequestViewModel model;
    private Path file;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        fixture = new SessionFixture(folder);
        model = new RequestViewModel(fixture.session());
        file = folder.resolve("requests/hello.http");
        fixture.fx().runUntil(() -> model.keptProperty().get() != null);
    }

    @AfterEach
    void close() {
        model.close();
        fixture.close();
    }

    private String url() {
        return model.fields().urlProperty().get();
    }

    private KeptRequest kept() {
        return Objects.requireNonNull(model.keptProperty().get());
    }

    private void write(String text) throws IOException, InterruptedException {
        long before = fixture.session().diskVersionProperty().get();
        Disk.write(file, text);
        fixture.fx().runUntil(() -> fixture.session().diskVersionProperty().get() > before);
    }

    private Notice told(String end) throws InterruptedException {
        fixture.fx()
                .runUntil(() -> fixture.session().notices().all().stream()
                        .anyMatch(notice -> notice.text().endsWith(end)));
        return fixture.session().notices().all().getFirst();
    }

    @Test
    void whatIsOnDiskCanBeTakenAndWhatWasTypedComesBack() throws IOException, InterruptedException {
        model.fields().urlProperty().set(TYPED);
        write("GET http://localhost/theirs\n");
        Notice notice = told("was changed on disk meanwhile. Save writes over that.");
        assertThat(model.remarkProperty().get()).isEqualTo(notice.text());
        assertThat(url()).isEqualTo(TYPED);
        notice.action().run();
        assertThat(url()).isEqualTo("http://localhost/theirs");
        assertThat(model.dirtyProperty().get()).isFalse();
        told("changes that are not saved.").action().run();
        assertThat(url()).isEqualTo(TYPED);
    }

    @Test
    void aSaveThatWasToldOfTheOtherTextWritesOverIt() throws IOException, InterruptedException {
        model.fields().urlProperty().set(TYPED);
        write("# theirs\nGET http://localhost/theirs\n");
        told("Save writes over that.");
        model.save();
        fixture.fx().runUntil(() -> !model.dirtyProperty().get());
        assertThat(Files.readString(file))
                .startsWith("# theirs")
                .contains(TYPED)
                .doesNotContain("/theirs");
        assertThat(model.remarkProperty().get()).isEmpty();
    }

    @Test
    void aSaveBeforeTheOtherTextWasNoticedWritesNothing() throws IOException, InterruptedException {
        model.fields().urlProperty().set(TYPED);
        Disk.write(file, "GET http://localhost/theirs\n");
        model.save();
        told("and was not saved. Save again to write over that.");
        assertThat(Files.readString(file)).isEqualTo("GET http://localhost/theirs\n");
        assertThat(url()).isEqualTo(TYPED);
        model.save();
        fixture.fx().runUntil(() -> !model.dirtyProperty().get());
        assertThat(Files.readString(file)).contains(TYPED);
    }

    @Test
    void aRequestThatOthersWereWrittenBeforeIsSavedInItsNewPlace() throws IOException, InterruptedException {
        String own = Files.readString(file);
        model.fields().urlProperty().set(TYPED);
        write("GET http://localhost/first\n\n###\n" + own);
        fixture.fx().runUntil(() -> kept().index() == 1);
        model.save();
        fixture.fx().runUntil(() -> !model.dirtyProperty().get());
        assertThat(Files.readString(file)).contains("/first", TYPED).doesNotContain("name=Ada");
    }

    @Test
    void aRequestThatIsNoLongerInItsFileIsWrittenBehindTheOthers() throws IOException, InterruptedException {
        model.fields().urlProperty().set(TYPED);
        write("### another\nGET http://localhost/another\n");
        told("is no longer in its file. Save writes it there again.");
        assertThat(url()).isEqualTo(TYPED);
        model.save();
        fixture.fx().runUntil(() -> !model.dirtyProperty().get());
        assertThat(Files.readString(file)).contains("/another", TYPED);
        assertThat(kept().index()).isEqualTo(1);
    }

    @Test
    void whatIsNotChangedInTheWindowFollowsWithoutAWord() throws IOException, InterruptedException {
        write("GET http://localhost/theirs\n");
        fixture.fx().runUntil(() -> url().equals("http://localhost/theirs"));
        assertThat(fixture.session().notices().all()).isEmpty();
    }

    @Test
    void alsoWhereItHasAnotherNameByThen() throws IOException, InterruptedException {
        write("### Theirs\nGET http://localhost/theirs\n\n### Another\nGET http://localhost/another\n");
        fixture.fx().runUntil(() -> url().equals("http://localhost/theirs"));
        assertThat(kept().name()).isEqualTo("Theirs");
        assertThat(fixture.session().notices().all()).isEmpty();
    }
}
