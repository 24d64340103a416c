package dev.dynamicworkers.playground.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class EngineArchiveTest {
    private static final String NEEDS_SHELL = "the program that stands for an engine is a shell script";

    @TempDir
    Path folder;

    @Test
    void itsNameChangesWithOptionsAndFiles() throws IOException {
        var jar = Files.writeString(folder.resolve("a.jar"), "one");
        var archive = EngineArchive.of(folder, List.of("-Xms32m"), List.of(jar));

        assertThat(EngineArchive.of(folder, List.of("-Xms32m"), List.of(jar))).isEqualTo(archive);
        assertThat(EngineArchive.of(folder, List.of("-Xms33m"), List.of(jar))).isNotEqualTo(archive);
        Files.setLastModifiedTime(jar, FileTime.fromMillis(1000));
        assertThat(EngineArchive.of(folder, List.of("-Xms32m"), List.of(jar))).isNotEqualTo(archive);
        Files.delete(jar);
        assertThat(EngineArchive.of(folder, List.of("-Xms32m"), List.of(jar))).isNotEqualTo(archive);
    }

    @Test
    void aDraftIsNoArchiveUntilItIsAccepted() throws IOException {
        var archive = new EngineArchive(folder.resolve("cache"), "here");
        var draft = Files.writeString(archive.draft(), "classes");
        assertThat(archive.isWanted()).isTrue();
        assertThat(archive.options()).isEmpty();

        archive.accept(draft);

        assertThat(archive.isWanted()).isFalse();
        assertThat(archive.options()).containsExactly("-XX:AOTMode=on", "-XX:AOTCache=" + archive.file());
        assertThat(archive.file()).hasContent("classes");
        assertThat(draft).doesNotExist();
        archive.discard();
        assertThat(archive.isWanted()).isTrue();
    }

    @Test
    void whatIsRefusedIsNotMadeAgainUntilSomethingChanges() throws IOException {
        var archive = new EngineArchive(folder, "here");
        archive.refuse(Files.writeString(archive.draft(), "classes"));

        assertThat(archive.isThere()).isFalse();
        assertThat(archive.isWanted()).isFalse();
        var changed = new EngineArchive(folder, "changed");
        assertThat(changed.isWanted()).isTrue();
        changed.accept(Files.writeString(changed.draft(), "classes"));
        assertThat(List.of(folder.toFile().list())).containsExactly("engine-changed.aot");
    }

    @Test
    void thatOfAnotherVersionIsKeptAndOlderOnesAreNot() throws IOException {
        for (int age = 1; age <= 3; age++) {
            var old = Files.writeString(new EngineArchive(folder, "old" + age).file(), "");
            Files.setLastModifiedTime(old, FileTime.fromMillis(100_000 - age));
        }
        var foreign = Files.writeString(folder.resolve("window-1.aot"), "");
        var archive = new EngineArchive(folder, "here");

        archive.accept(Files.writeString(archive.draft(), "classes"));

        assertThat(folder.toFile().list())
                .containsExactlyInAnyOrder(
                        "engine-here.aot",
                        "engine-old1.aot",
                        foreign.getFileName().toString());
    }

    @Test
    void draftsOfProcessesThatAreGoneAreDeleted() throws IOException {
        var left = Files.writeString(folder.resolve("engine-before.draft"), "half");
        var configuration = Files.writeString(folder.resolve("engine-before.draft.config"), "half");

        var unused = new EngineArchive(folder, "here").draft();

        assertThat(List.of(left, configuration)).noneMatch(Files::exists);
    }

    @Test
    void jarsOfFoldersAreNamedOneByOne() throws IOException {
        var jars = Files.createDirectory(folder.resolve("jars"));
        var second = Files.writeString(jars.resolve("b.jar"), "");
        var first = Files.writeString(jars.resolve("a.jar"), "");
        Files.writeString(jars.resolve("version"), "1");
        var classes = Files.createDirectory(folder.resolve("classes"));
        var single = folder.resolve("c.jar");

        assertThat(EngineArchive.jars(
                        String.join(File.pathSeparator, jars.toString(), classes.toString(), single.toString())))
                .containsExactly(first, second, classes, single);
        assertThat(EngineArchive.jars("")).isEmpty();
    }

    /// A recording takes half a minute of CPU time; this one is a program that writes what it is told to.
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = NEEDS_SHELL)
    void aRecorderKeepsWhatAnEngineStartsFrom() throws IOException {
        var archive = new EngineArchive(folder.resolve("cache"), "here");

        new ArchiveRecorder(launch("for a; do case $a in -XX:AOTCacheOutput=*) echo classes >${a#*=};; esac; done"))
                .make(archive);

        assertThat(archive.file()).hasContent("classes");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = NEEDS_SHELL)
    void aRecorderRefusesWhatNoEngineStartsFrom() throws IOException {
        var archive = new EngineArchive(folder.resolve("cache"), "here");

        new ArchiveRecorder(launch("""
            for a; do case $a in
                -XX:AOTCacheOutput=*) echo classes >${a#*=};;
                -XX:AOTMode=on) exit 1;;
            esac; done
            """)).make(archive);

        assertThat(archive.isThere()).isFalse();
        assertThat(archive.isWanted()).isFalse();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = NEEDS_SHELL)
    void aRecorderLeavesAloneWhatCannotBeWritten() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "in the way");
        var archive = new EngineArchive(file.resolve("cache"), "here");

        new ArchiveRecorder(launch("exit 0")).make(archive);

        assertThat(archive.isWanted()).isTrue();
        assertThat(file).hasContent("in the way");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = NEEDS_SHELL)
    void aRecorderThatIsClosedRecordsNothing() throws IOException {
        var archive = new EngineArchive(folder.resolve("cache"), "here");
        var recorder = new ArchiveRecorder(launch("exit 1"));
        recorder.close();

        recorder.make(archive);

        assertThat(archive.isWanted()).isTrue();
    }

    /// The virtual machine refuses it, and the engine starts without.
    @Test
    void aDamagedArchiveIsDeleted() throws IOException, InterruptedException {
        var archive = new EngineArchive(folder, "here");
        Files.writeString(archive.file(), "not an archive");
        var watcher = new RecordingWatcher();

        try (var runtime = RuntimeProcess.start(FakeEngineMain.launch().withArchive(archive), watcher)) {
            assertThat(watcher.next()).isEqualTo("started");
            assertThat(Answers.of(runtime.status()).pid())
                    .isNotEqualTo(ProcessHandle.current().pid());
        }

        assertThat(archive.file()).doesNotExist();
    }

    /// An engine that can't be started either way says nothing of the archive.
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = NEEDS_SHELL)
    void anArchiveStaysWhereNoEngineStarts() throws IOException, InterruptedException {
        var archive = new EngineArchive(folder, "here");
        Files.writeString(archive.file(), "classes");
        var watcher = new RecordingWatcher();

        try (var runtime = RuntimeProcess.start(launch("exit 1").withArchive(archive), watcher)) {
            assertThat(runtime).isNotNull();
            assertThat(watcher.next()).startsWith("failed: The engine can't be started");
        }

        assertThat(archive.file()).hasContent("classes");
    }

    private EngineLaunch launch(String script) throws IOException {
        var program = Files.writeString(folder.resolve("program"), "#!/bin/sh\n" + script + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return new EngineLaunch(
                program,
                List.of("-x"),
                64,
                FakeEngineMain.launch().stopGrace(),
                FakeEngineMain.launch().silenceLimit());
    }
}
