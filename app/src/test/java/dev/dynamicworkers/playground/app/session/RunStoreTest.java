package dev.dynamicworkers.playground.app.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamicworkers.playground.app.fixture.SessionFixture;
import dev.dynamicworkers.playground.app.settings.JsonFile;
import dev.dynamicworkers.playground.core.project.secret.Secrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
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
            assertThat(hello.code()).isNotEmpty().isEqualTo(sent.get(2).code());
            assertThat(hello.spans()).isEqualTo(sent.get(2).spans());
            assertThat(hello.phases()).isNotEmpty().isEqualTo(sent.get(2).phases());
            assertThat(hello.isolates()).hasSameSizeAs(sent.get(2).isolates());
            RunRecord.Reply reply = hello.reply();
            RunRecord.Reply before = sent.get(2).reply();
            assertThat(reply).isNotNull();
            assertThat(before).isNotNull();
            assertThat(reply.body()).isEqualTo(before.body());
            assertThat(reply.headers()).isEqualTo(before.headers());
            assertThat(read.get(1).error()).isEqualTo(sent.get(1).error());
            assertThat(read.get(1).thrown()).hasSize(1).isEqualTo(sent.get(1).thrown());
            assertThat(read.get(0).verdict()).isEqualTo(RunVerdict.KILLED_CPU);
        }
    }

    @Test
    void runsGoToOthersWithoutSecrets() throws IOException, InterruptedException {
        Secrets secrets = new Secrets(Map.of("NAME", "Hello, Ada!", "PATH_KEY", "x-greeted-by"));
        Path data = folder.resolve("data");
        try (SessionFixture fixture = new SessionFixture(folder.resolve("project"))) {
            fixture.send("/hello");
            SortedMap<String, byte[]> shared =
                    SharedRuns.write(fixture.session().runs(), secrets);
            assertThat(new String(shared.get("000001.json"), StandardCharsets.UTF_8))
                    .doesNotContain("x-greeted-by")
                    .contains("[secret PATH_KEY]");
            shared.put("evil.json", "{\"version\": 1, \"verdict\": \"NO\"}".getBytes(StandardCharsets.UTF_8));
            SharedRuns.keep(shared, folder.resolve("theirs"), data);
            List<RunRecord> came = RunStore.of(folder.resolve("theirs"), data, new SecretMask())
                    .load();
            assertThat(came).hasSize(1);
            RunRecord.Reply reply = came.getFirst().reply();
            assertThat(reply).isNotNull();
            assertThat(new String(reply.body(), StandardCharsets.UTF_8))
                    .contains("[secret NAME]")
                    .doesNotContain("Ada");
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
        assertThat(new RunStore(folder.resolve("none"), new SecretMask()).load())
                .isEmpty();
    }

    /// As where the disk is full: the new text can't be written beside the old one.
    @Test
    void aDiskThatRefusesLeavesWhatWasThere() throws IOException {
        JsonFile file = new JsonFile(folder.resolve("state.json"));
        file.write(JsonFile.empty().put("kept", true));
        Files.createDirectory(folder.resolve("state.json.tmp"));
        assertThatThrownBy(() -> file.write(JsonFile.empty().put("kept", false)))
                .isInstanceOf(IOException.class);
        assertThat(file.read().path("kept").asBoolean(false)).isTrue();
        assertThat(folder.resolve("state.json.tmp")).doesNotExist();
    }
}
