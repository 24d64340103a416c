package dev.dynamicworkers.playground.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.fixture.SampleProject;
import dev.dynamicworkers.playground.app.session.ProjectSource.Loaded;
import dev.dynamicworkers.playground.app.session.ProjectSource.UnreadableProject;
import dev.dynamicworkers.playground.core.trace.WorkerView;
import dev.dynamicworkers.playground.core.worker.IsolateId;
import dev.dynamicworkers.playground.core.worker.Limits;
import dev.dynamicworkers.playground.core.worker.ResourceLimits;
import dev.dynamicworkers.playground.core.worker.WorkerCode;
import dev.dynamicworkers.playground.core.worker.WorkerModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What differs between two readings of a project, and which of its files an isolate is made of.
final class ProjectChangeTest {
    @TempDir
    Path folder;

    private Loaded read() throws UnreadableProject {
        return new DiskProjects().read(folder, Map.of());
    }

    @Test
    void filesConfigurationSecretsAndLimitsAreToldApart() throws IOException, UnreadableProject {
        SampleProject.write(folder);
        Loaded then = read();
        assertThat(ProjectChange.between(then, read()).isOfProject()).isFalse();
        Files.writeString(folder.resolve("dynamic/visits.js"), "export default {};\n");
        Files.writeString(folder.resolve("src/index.js"), "export default {};\n");
        Files.writeString(folder.resolve("dynamic/new.js"), "export default {};\n");
        ProjectChange files = ProjectChange.between(then, read());
        assertThat(files.texts()).containsExactly("dynamic/visits.js");
        assertThat(files.code()).containsExactly("src/index.js");
        assertThat(files.others()).isEmpty();
        Loaded before = read();
        Files.writeString(folder.resolve(".dev.vars"), "KEY=one-two-three\n");
        assertThat(ProjectChange.between(before, read()).others()).containsExactly("the configuration");
        Loaded with = read();
        Loaded strict = new Loaded(
                with.project(),
                with.outline(),
                with.fingerprint() + " strict",
                with.options().limiting(Limits.Preset.STRICT.limits()));
        assertThat(ProjectChange.between(with, strict).others()).containsExactly("the limits of the settings");
    }

    @Test
    void anIsolateIsMadeOfTheFilesWhoseTextsItHas() throws IOException, UnreadableProject {
        SampleProject.write(folder);
        Loaded project = read();
        WorkerView view = new WorkerView(
                new IsolateId(2),
                "greeter",
                new WorkerCode(
                        "main.js",
                        Map.of(
                                "main.js",
                                new WorkerModule.EsModule(Files.readString(folder.resolve("dynamic/greeter.js"))),
                                "other.js",
                                new WorkerModule.EsModule("export default {};")),
                        "2026-01-01",
                        List.of(),
                        ResourceLimits.NONE),
                List.of(),
                "",
                List.of(),
                List.of());
        assertThat(ProjectChange.filesOf(view, project)).containsExactly("dynamic/greeter.js");
    }
}
