package dev.dynamicworkers.playground.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.dynamicworkers.playground.core.project.ConfigProblem.Severity;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProjectReaderTest {
    private static final String CONFIG = """
        {
          "name": "demo",
          "main": "src/index.js",
          "compatibility_date": "2026-01-01",
        }
        """;

    @TempDir
    Path outside;

    Path folder = Path.of("");

    @BeforeEach
    void createFolder() throws IOException {
        folder = Files.createDirectory(outside.resolve("a project"));
    }

    @Test
    void aProjectIsItsConfigurationAndItsModules() throws IOException {
        write("wrangler.jsonc", CONFIG);
        write("src/index.js", "export default {}");
        write("src/page.html", "<p>");
        write("README.md", "no module");
        write("node_modules/x/index.js", "skipped");
        write(".playground/state.js", "skipped");
        write("target/out.js", "skipped");

        var project = read();

        assertThat(project.problems()).isEmpty();
        assertThat(project.folder()).isEqualTo(folder.toAbsolutePath());
        assertThat(project.modules().keySet()).containsExactly("src/index.js", "src/page.html");
        assertThat(project.mainModule().text()).isEqualTo("export default {}");
        assertThat(project.mainModule().type()).isEqualTo(ModuleType.ES_MODULE);
    }

    @Test
    void unsavedTextTakesThePlaceOfFiles() throws IOException {
        write("wrangler.jsonc", "{");
        write("src/index.js", "old");

        var project = new ProjectReader(today())
                .read(folder, Map.of("wrangler.jsonc", CONFIG, "src/index.js", "new", "src/b.js", "b"));

        assertThat(project.mainModule().text()).isEqualTo("new");
        assertThat(project.modules().keySet()).containsExactly("src/b.js", "src/index.js");
    }

    @Test
    void theFingerprintChangesWithCodeAndSecretsOnly() throws IOException {
        write("wrangler.jsonc", CONFIG);
        write("src/index.js", "1");
        write(".dev.vars", "A=1");
        var first = read().fingerprint();
        write("notes.md", "text");
        assertThat(read().fingerprint()).isEqualTo(first);
        write(".dev.vars", "A=2");
        var second = read().fingerprint();
        assertThat(second).isNotEqualTo(first);
        write("src/index.js", "2");
        assertThat(read().fingerprint()).isNotEqualTo(second);
    }

    @Test
    void aFolderWithoutConfigurationIsNoProject() {
        assertOnlyError("wrangler.jsonc", 0, 0, "no wrangler.jsonc");
    }

    @Test
    void aFolderThatIsNotThereIsReported() {
        assertThatThrownBy(() -> new ProjectReader(today()).read(folder.resolve("no"), Map.of()))
                .isInstanceOf(ProjectException.class)
                .hasMessage(
                        folder.resolve("no") + ": There is no such folder. Name the folder that holds wrangler.jsonc.");
    }

    @Test
    void aFileInsteadOfAFolderIsReported() throws IOException {
        write("wrangler.jsonc", CONFIG);
        assertThatThrownBy(() -> new ProjectReader(today()).read(folder.resolve("wrangler.jsonc"), Map.of()))
                .isInstanceOf(ProjectException.class)
                .hasMessageContaining("wrangler.jsonc: This is a file.");
    }

    @Test
    void aConfigurationThatIsNotUtf8IsReportedWhereItIsNot() throws IOException {
        Files.write(folder.resolve("wrangler.jsonc"), "{\n  \"name\": \"é\" }".getBytes(StandardCharsets.ISO_8859_1));
        assertOnlyError("wrangler.jsonc", 2, 12, "not valid UTF-8");
    }

    @Test
    void tomlIsNotRead() throws IOException {
        write("wrangler.toml", "name = 'x'");
        assertOnlyError("wrangler.toml", 0, 0, "does not read wrangler.toml");
    }

    @Test
    void brokenJsonIsReportedWhereItBreaks() throws IOException {
        write("wrangler.jsonc", "{\n  \"name\" \"demo\"\n}");
        assertOnlyError("wrangler.jsonc", 2, 10, "Not valid JSON");
    }

    @Test
    void aMissingMainModuleIsReportedWhereItIsNamed() throws IOException {
        write("wrangler.jsonc", CONFIG);
        assertOnlyError("wrangler.jsonc", 3, 11, "does not exist");
    }

    @Test
    void aMainModuleOutsideOfTheFolderIsRefused() throws IOException {
        write("wrangler.jsonc", CONFIG.replace("src/index.js", "src/../../index.js"));
        Files.writeString(outside.resolve("index.js"), "export default {}");
        assertOnlyError("wrangler.jsonc", 3, 11, "outside of the project");
    }

    @Test
    void aMainModuleThatIsNoCodeIsRefused() throws IOException {
        write("wrangler.jsonc", CONFIG.replace("src/index.js", "page.html"));
        write("page.html", "<p>");
        assertOnlyError("wrangler.jsonc", 3, 11, "not code");
    }

    @Test
    void aLinkThatLeadsOutOfTheFolderIsNotRead() throws IOException {
        write("wrangler.jsonc", CONFIG);
        write("src/index.js", "");
        Files.writeString(outside.resolve("secret.txt"), "secret");
        Files.createSymbolicLink(folder.resolve("src/stolen.txt"), outside.resolve("secret.txt"));
        assertOnlyError("src/stolen.txt", 0, 0, "leads out of the project");
    }

    @Test
    void aLinkedFolderOutsideIsNotEntered() throws IOException {
        write("wrangler.jsonc", CONFIG);
        write("src/index.js", "");
        Files.writeString(Files.createDirectory(outside.resolve("lib")).resolve("x.js"), "");
        Files.createSymbolicLink(folder.resolve("lib"), outside.resolve("lib"));

        var project = read();

        assertThat(project.modules().keySet()).containsExactly("src/index.js");
        assertThat(project.problems())
                .extracting(ConfigProblem::severity, ConfigProblem::file)
                .containsExactly(tuple(Severity.WARNING, "lib"));
    }

    @Test
    void linksThatGoInCirclesEnd() throws IOException {
        write("wrangler.jsonc", CONFIG);
        write("src/index.js", "");
        Files.createSymbolicLink(folder.resolve("src/loop"), folder);
        assertThat(read().modules()).containsKey("src/index.js");
    }

    @Test
    void aHugeFileIsNotRead() throws IOException {
        write("wrangler.jsonc", CONFIG);
        write("src/index.js", "");
        try (var huge = new RandomAccessFile(folder.resolve("video.bin").toFile(), "rw")) {
            huge.setLength(300L << 20);
        }
        assertOnlyError("video.bin", 0, 0, "300 MiB");
    }

    @Test
    void codeThatIsNotUtf8IsReportedWhereItIsNot() throws IOException {
        write("wrangler.jsonc", CONFIG);
        write("src/index.js", "");
        Files.write(folder.resolve("src/latin.js"), "// ok\nlet ü = 'é'".getBytes(StandardCharsets.ISO_8859_1));
        assertOnlyError("src/latin.js", 2, 5, "not valid UTF-8");
    }

    @Test
    void theConfigurationThatWranglerReadsFirstWins() throws IOException {
        write("wrangler.jsonc", CONFIG);
        write("wrangler.json", CONFIG.replace("demo", "other"));
        write("src/index.js", "");

        assertThat(read().config().name()).isEqualTo("other");
        assertThat(read().problems())
                .extracting(ConfigProblem::severity, ConfigProblem::file)
                .containsExactly(tuple(Severity.WARNING, "wrangler.jsonc"));
    }

    private Project read() {
        return new ProjectReader(today()).read(folder, Map.of());
    }

    private static Clock today() {
        return Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC);
    }

    private void write(String path, String text) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void assertOnlyError(String file, int line, int column, String message) {
        var failure = catchThrowableOfType(ProjectException.class, this::read);
        assertThat(failure.problems()).hasSize(1);
        var problem = failure.problems().getFirst();
        assertThat(problem.severity()).isEqualTo(Severity.ERROR);
        assertThat(problem.file() + ":" + problem.line() + ":" + problem.column())
                .isEqualTo(file + ":" + line + ":" + column);
        assertThat(problem.message()).contains(message);
        assertThat(problem.hint()).isNotEmpty();
    }
}
