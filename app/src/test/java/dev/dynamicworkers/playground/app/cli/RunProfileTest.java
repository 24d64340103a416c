package dev.dynamicworkers.playground.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// `playground run --profile` as a process.
@Order(Order.DEFAULT + 5)
final class RunProfileTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    @Test
    void runWritesWhereTheTimeWent() throws IOException, InterruptedException {
        Path file = folder.resolve("run.cpuprofile");
        var done = CommandLineProcess.run(
                "run", CommandLineProcess.sample("hello"), "--repeat", "3", "--profile", file.toString());

        assertThat(done.err()).isEmpty();
        assertThat(done.code()).isZero();
        assertThat(done.out()).contains("Profile", "one each 1.0 ms", "written to " + file);
        var profile = JSON.readTree(Files.readString(file));
        assertThat(profile.get("nodes")
                        .get(0)
                        .get("callFrame")
                        .get("functionName")
                        .stringValue())
                .isEqualTo("(root)");
        assertThat(profile.get("samples")).hasSameSizeAs(profile.get("timeDeltas"));
    }

    @Test
    void aProfileThatCannotBeWrittenIsRefusedBeforeTheRun() throws IOException, InterruptedException {
        var done = CommandLineProcess.run(
                "run",
                CommandLineProcess.sample("hello"),
                "--profile",
                folder.resolve("nowhere/run.cpuprofile").toString());

        assertThat(done.code()).isEqualTo(2);
        assertThat(done.out()).isEmpty();
        assertThat(done.err()).contains("--profile can't write to", "nowhere");
    }
}
