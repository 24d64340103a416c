package dev.dynamicworkers.playground.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.fixture.SessionFixture;
import dev.dynamicworkers.playground.core.trace.CallRecord;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.trace.SubrequestRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// States of panels with fixed data.
final class FixedPanelsTest {
    @TempDir
    private Path folder;

    private SessionFixture fixture;
    private FixedPanels fixed;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        fixture = new SessionFixture(folder);
        fixed = fixture.session().fixed();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void filledPanelsHaveARowOfEachKind() {
        fixed.filled();
        ProjectSession session = fixture.session();
        assertThat(session.network())
                .extracting(entry -> entry.request().decision())
                .contains(SubrequestRecord.Decision.values());
        assertThat(session.calls()).extracting(entry -> entry.call().decision()).contains(CallRecord.Decision.values());
        assertThat(session.isolates().snapshotsProperty().get())
                .extracting(IsolateSnapshot::state)
                .contains(IsolateSnapshot.State.values());
        assertThat(session.runs()).extracting(RunRecord::verdict).contains(RunVerdict.values());
        assertThat(session.problems()).extracting(Problem::severity).contains(Problem.Severity.values());
        assertThat(session.problems()).extracting(Problem::source).contains(Problem.Source.values());
        assertThat(session.log().lines()).extracting(LogEntry::level).contains(LogEntry.Level.values());
        assertThat(session.log().lines()).extracting(LogEntry::repeats).contains(3);
    }

    @Test
    void emptyPanelsHaveNone() {
        fixed.filled();
        fixed.empty();
        ProjectSession session = fixture.session();
        assertThat(session.network()).isEmpty();
        assertThat(session.calls()).isEmpty();
        assertThat(session.runs()).isEmpty();
        assertThat(session.problems()).isEmpty();
        assertThat(session.log().lines()).isEmpty();
        assertThat(session.isolates().snapshotsProperty().get()).isEmpty();
        assertThat(session.shownRunProperty().get()).isNull();
    }

    @Test
    void aStateEndsWhatTheOneBeforeItShowsAsGoingOn() throws InterruptedException {
        ProjectSession session = fixture.session();
        fixed.live();
        fixture.fx().runUntil(() -> session.live().bytesProperty().get() > 0);
        assertThat(session.runState().liveProperty().get()).isTrue();
        fixed.question();
        fixture.fx().runUntil(() -> !session.questions().open().isEmpty());
        assertThat(session.runState().liveProperty().get()).isFalse();
        fixed.noFiles();
        assertThat(session.questions().open()).isEmpty();
        assertThat(session.treeProperty().get()).matches(tree -> tree.children().isEmpty());
        fixed.readOnly();
        assertThat(session.openFiles().files()).extracting(OpenFile::path).containsExactly("dynamic/latin-1.js");
        fixture.fx().runUntil(() -> {
            FileNode tree = session.treeProperty().get();
            return tree != null && !tree.children().isEmpty();
        });
        fixed.empty();
        assertThat(session.openFiles().files()).isEmpty();
    }

    @Test
    void rulesAreThoseOfNoFile() {
        fixed.rules();
        Policy.State rules = fixture.session().policy().stateProperty().get();
        assertThat(rules.problem()).isEmpty();
        assertThat(rules.file().problems()).isEmpty();
        assertThat(rules.network().everyone().rules()).hasSize(3);
        assertThat(rules.file().overlay().forDynamic("greeter").limits().cpuMillis())
                .isEqualTo(10);
    }

    @Test
    void aRealRunComesAfterThemAsAlways() throws InterruptedException {
        fixed.ended(FixedState.KILLED_CPU);
        assertThat(fixture.session().problems()).extracting(Problem::source).contains(Problem.Source.RUN);
        assertThat(fixture.send("/hello").verdict()).isEqualTo(RunVerdict.OK);
        assertThat(fixture.session().problems()).extracting(Problem::source).doesNotContain(Problem.Source.RUN);
    }

    @Test
    void nothingIsWritten() throws IOException, InterruptedException {
        Map<String, String> before = files();
        fixed.filled();
        fixed.rules();
        fixed.longLine();
        fixed.readOnly();
        fixed.noFiles();
        fixed.empty();
        fixture.session().openFiles().saveAll();
        fixture.fx().runUntil(() -> {
            FileNode tree = fixture.session().treeProperty().get();
            return tree != null && !tree.children().isEmpty();
        });
        assertThat(files()).isEqualTo(before);
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }
}
