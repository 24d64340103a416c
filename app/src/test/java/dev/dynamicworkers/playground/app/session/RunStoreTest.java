package dev.dynamicworkers.playground.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.fixture.SessionFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs outlive their session, and the oldest make room.
final class RunStoreTest {
    @TempDir
    Path folder;

    @Test
    void whatIsKeptIsReadAgain() throws IOException, InterruptedException {
        RunStore store = new RunStore(folder.resolve("runs"), new SecretMask(), 3, 1 << 20);
        try (SessionFixture fixture = new SessionFixture(folder.resolve("project"))) {
            for (String path : List.of("/hello", "/hello", "/error", "/cpu")) {
                store.keep(fixture.send(path));
            }
            List<RunRecord> sent = fixture.session().runs();
            List<RunRecord> read = store.load();
            assertThat(read).extracting(RunRecord::number).containsExactly(4L, 3L, 2L);
            RunRecord hello = read.get(2);
            assertThat(hello.request()).isEqualTo(sent.get(2).request());
            assertThat(hello.timing()).isEqualTo(sent.get(2).timing());
            assertThat(hello.spans()).isEqualTo(sent.get(2).spans());
            assertThat(hello.isolates()).hasSameSizeAs(sent.get(2).isolates());
            RunRecord.Reply reply = hello.reply();
            RunRecord.Reply before = sent.get(2).reply();
            assertThat(reply).isNotNull();
            assertThat(before).isNotNull();
            assertThat(reply.body()).isEqualTo(before.body());
            assertThat(reply.headers()).isEqualTo(before.headers());
            assertThat(read.get(1).error()).isEqualTo(sent.get(1).error());
            assertThat(read.get(0).verdict()).isEqualTo(RunVerdict.KILLED_CPU);
        }
    }

    @Test
    void whatIsNoRunIsLeftOutAndAllCanBeForgotten() throws IOException {
        Files.writeString(folder.resolve("1.json"), "{\"version\": 99}");
        Files.writeString(folder.resolve("2.json"), "{ broken");
        RunStore store = new RunStore(folder, new SecretMask());
        assertThat(store.load()).isEmpty();
        store.clear();
        assertThat(folder).isEmptyDirectory();
        assertThat(new RunStore(folder.resolve("none"), new SecretMask()).load()).isEmpty();
    }
}
