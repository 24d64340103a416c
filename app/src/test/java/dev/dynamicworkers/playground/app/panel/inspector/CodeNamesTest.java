package dev.dynamicworkers.playground.app.panel.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.fixture.Disk;
import dev.dynamicworkers.playground.app.fixture.SessionFixture;
import dev.dynamicworkers.playground.app.session.EnvNames;
import dev.dynamicworkers.playground.app.session.FileRole;
import dev.dynamicworkers.playground.app.session.ProjectOutline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Names that code takes out of env follow the code, and each file is read once for that.
final class CodeNamesTest {
    @TempDir
    Path folder;

    @Test
    void aChangeOfTreeAndRolesReadsEachFileOnce() throws IOException, InterruptedException {
        try (SessionFixture fixture = new SessionFixture(folder)) {
            fixture.fx().runUntil(() -> fixture.session().diskVersionProperty().get() > 0);
            List<String> read = new CopyOnWriteArrayList<>();
            CodeNames names = new CodeNames(fixture.session(), () -> {}, source -> {
                read.add(String.valueOf(source.getFileName()));
                return EnvNames.in(Files.readString(source));
            });
            fixture.session().treeProperty().subscribe(tree -> names.scan(tree));
            fixture.session()
                    .outlineProperty()
                    .subscribe((before, now) ->
                            names.scan(fixture.session().treeProperty().get()));
            fixture.fx().runUntil(() -> names.found(FileRole.DYNAMIC).contains("GREETER"));
            assertThat(names.found(FileRole.PARENT)).contains("GREETER", "LOADER");
            assertThat(names.found(FileRole.DYNAMIC)).doesNotContain("LOADER");
            assertThat(read).doesNotHaveDuplicates();

            read.clear();
            ProjectOutline outline = fixture.session().outlineProperty().get();
            Disk.write(folder.resolve("dynamic/more.js"), "export default { fetch: (r, env) => env.MORE.get() };");
            fixture.fx()
                    .runUntil(() -> names.found(FileRole.DYNAMIC).contains("MORE")
                            && fixture.session().outlineProperty().get() != outline);
            assertThat(read).contains("more.js").doesNotHaveDuplicates();
        }
    }

    /// Tree and roles become known one after the other: the second look comes while the first reads.
    @Test
    void whoLooksWhileFilesAreReadDoesNotReadThem() throws IOException, InterruptedException {
        try (SessionFixture fixture = new SessionFixture(folder)) {
            fixture.fx().runUntil(() -> fixture.session().treeProperty().get() != null);
            List<String> read = new CopyOnWriteArrayList<>();
            CodeNames names = new CodeNames(fixture.session(), () -> {}, source -> {
                read.add(String.valueOf(source.getFileName()));
                return EnvNames.in(Files.readString(source));
            });
            names.scan(fixture.session().treeProperty().get());
            names.scan(fixture.session().treeProperty().get());
            fixture.fx().runUntil(() -> names.found(FileRole.DYNAMIC).contains("GREETER"));
            assertThat(read).isNotEmpty().doesNotHaveDuplicates();
        }
    }
}
