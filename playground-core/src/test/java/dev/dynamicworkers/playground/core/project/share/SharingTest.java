package dev.dynamicworkers.playground.core.project.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamicworkers.playground.core.project.ConfigProblem;
import dev.dynamicworkers.playground.core.project.Grant;
import dev.dynamicworkers.playground.core.project.PlaygroundFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SharingTest {
    private static final String CONFIG =
            "{ \"name\": \"shared\", \"main\": \"src/index.js\", \"compatibility_date\": \"2026-01-01\",\n"
                    + "  \"rules\": [{ \"type\": \"Text\", \"globs\": [\"dynamic/**\"] }] }\n";

    @TempDir
    private Path work;

    private Path project;

    @BeforeEach
    void write() throws IOException {
        project = work.resolve("project");
        put("wrangler.jsonc", CONFIG);
        put("src/index.js", "export default {\n  fetch(r, env) { return env.LOADER.load({ code: 'x' }); }\n};\n");
        put("dynamic/greeter.ts", "export default {};\n");
        put("requests/hello.http", "GET http://localhost/\n");
        put(".dev.vars", "API_KEY=hunter2\nexport OTHER = 'x y'\n");
        put(".env.local", "API_KEY=hunter3\n");
        put(
                ".playground/playground.json",
                "{ \"version\": 1,\n  \"dynamicWorkers\": { \"greeter\": { \"grants\": { \"MAIL\": \"ask\" } } } }\n");
        put(".playground/state/kv.sqlite", "secret state");
        put("node_modules/left/pad.js", "");
    }

    private void put(String path, String text) throws IOException {
        Path file = project.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static List<String> paths(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    /// What a person cancels.
    @Test
    void anExportThatIsInterruptedLeavesNothing() throws Exception {
        ProjectExport export = ProjectExport.of(project);
        Path out = Files.createDirectories(work.resolve("out"));
        for (String name : List.of("p.zip", "p.dwplay", "p")) {
            Thread.currentThread().interrupt();
            try {
                assertThatThrownBy(() -> export.to(project, out.resolve(name))).isInstanceOf(SharingException.class);
            } finally {
                assertThat(Thread.interrupted())
                        .as("whoever called still knows")
                        .isTrue();
            }
            assertThat(paths(out)).isEmpty();
        }
        try (Stream<Path> left = Files.list(out)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void exportLeavesSecretsAndStateAtHomeAndSaysWhatIsNotPortable() throws IOException, SharingException {
        ProjectExport export = ProjectExport.of(project);
        Path copy = work.resolve("copy");
        export.toFolder(copy);
        assertThat(paths(copy))
                .containsExactly(
                        ".dev.vars.example",
                        "dynamic/greeter.ts",
                        "requests/hello.http",
                        "src/index.js",
                        "wrangler.jsonc");
        assertThat(copy.resolve(ProjectExport.EXAMPLE))
                .content()
                .endsWith("API_KEY=\nOTHER=\n")
                .doesNotContain("hunter");
        assertThat(export.leftOut())
                .contains(".dev.vars (has secrets)", ".env.local (has secrets)")
                .contains(".playground/ (belongs to this machine)", "node_modules/ (belongs to this machine)");
        assertThat(export.report().stream().map(ConfigProblem::sentence))
                .anyMatch(line -> line.startsWith("src/index.js:2:36: load({ code }) is a short form"))
                .anyMatch(line -> line.startsWith("dynamic/greeter.ts:1:1: TypeScript is handed"))
                .anyMatch(line -> line.startsWith(".playground/playground.json:2:") && line.contains("asked about"));
        assertThatThrownBy(() -> export.toFolder(copy)).hasMessageContaining("is there already; name a new folder");
        Path first = work.resolve("a.zip");
        export.toZip(first);
        export.toZip(work.resolve("b.zip"));
        assertThat(first).hasSameBinaryContentAs(work.resolve("b.zip"));
        assertThat(ProjectArchive.read(first).files().keySet()).containsExactlyElementsOf(paths(copy));
    }

    @Test
    void aPlaygroundOfSomeoneElseIsGrantedNothing() throws IOException, SharingException {
        Path file = work.resolve("shared" + ProjectArchive.SUFFIX);
        SortedMap<String, byte[]> runs = new TreeMap<>(Map.of("1.json", new byte[] {'{', '}'}));
        ProjectArchive.write(ProjectExport.of(project), project, file, runs);
        ProjectArchive archive = ProjectArchive.read(file);
        assertThat(archive.runs()).containsOnlyKeys("1.json");
        assertThat(archive.files().keySet()).noneMatch(path -> path.startsWith("dwplay"));
        assertThat(archive.kind()).isEqualTo(ProjectArchive.Kind.PLAYGROUND);
        assertThat(archive.requested()).contains("\"MAIL\": \"ask\"");
        Path target = work.resolve("opened");
        archive.unpack(target);
        PlaygroundFile rules = PlaygroundFile.read(target);
        assertThat(rules.overlay().toString()).contains("OFF").doesNotContain("MAIL");
        assertThat(rules.grantingDynamic("greeter", "MAIL", Grant.ON).text()).contains("\"MAIL\"");
        assertThat(paths(target)).doesNotContain(".dev.vars", "dwplay.json");
        assertThat(ImportReport.of(target).mapped()).contains("worker shared, main module src/index.js");
        assertThat(ImportReport.of(work.resolve("nowhere")).partly()).isNotEmpty();
    }

    private Path zip(Map<String, String> entries) throws IOException {
        Path file = work.resolve("made.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../out.js",
                "/etc/out.js",
                "src/../../out.js",
                "src\\out.js",
                "C:/out.js",
                "src//out.js",
                "src/nul.js",
                "src/a?.js",
                "src/dot.",
                "WRANGLER.jsonc"
            })
    void namesThatAreNoFilesOfAProjectAreRefused(String name) throws IOException {
        Path file = zip(Map.of("wrangler.jsonc", CONFIG, name, "x"));
        assertThatThrownBy(() -> ProjectArchive.read(file))
                .isInstanceOf(SharingException.class)
                .hasMessageContaining("is refused: \"")
                .hasMessageEndingWith("Nothing was unpacked; ask for a file without it.");
    }

    @Test
    void linksFloodsAndDamageAreRefusedInASentence() throws IOException {
        Path link = zip(Map.of("wrangler.jsonc", CONFIG, "link.js", "/etc/passwd"));
        makeLink(link, "link.js");
        assertThatThrownBy(() -> ProjectArchive.read(link)).hasMessageContaining("\"link.js\" in it is a link");
        Path large = zip(Map.of("wrangler.jsonc", CONFIG, "large.txt", "0".repeat((20 << 20) + 1)));
        assertThatThrownBy(() -> ProjectArchive.read(large)).hasMessageContaining("it has more than 20 MiB");
        declare(large, "large.txt", 10);
        assertThatThrownBy(() -> ProjectArchive.read(large)).isInstanceOf(SharingException.class);
        Path many = zip(Stream.iterate(0, i -> i + 1)
                .limit(2001)
                .collect(java.util.stream.Collectors.toMap(i -> "src/a" + i + ".js", i -> "")));
        assertThatThrownBy(() -> ProjectArchive.read(many)).hasMessageContaining("it has 2001 files");
        Path empty = zip(Map.of("readme.md", ""));
        assertThatThrownBy(() -> ProjectArchive.read(empty)).hasMessageContaining("there is no wrangler.jsonc");
        Path noZip = Files.writeString(work.resolve("no.zip"), "hello");
        assertThatThrownBy(() -> ProjectArchive.read(noZip)).hasMessageContaining("it is no zip file");
        byte[] whole = Files.readAllBytes(link);
        Path cut = Files.write(work.resolve("cut.zip"), java.util.Arrays.copyOf(whole, whole.length - 30));
        assertThatThrownBy(() -> ProjectArchive.read(cut)).isInstanceOf(SharingException.class);
    }

    /// Gives an entry of the directory the mode of a symbolic link.
    private static void makeLink(Path file, String name) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int entry = entry(bytes, name);
        bytes.put(entry + 5, (byte) 3);
        bytes.putInt(entry + 38, 0120777 << 16);
        Files.write(file, bytes.array());
    }

    /// Lets an archive lie about a size.
    private static void declare(Path file, String name, int size) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(entry(bytes, name) + 24, size);
        Files.write(file, bytes.array());
    }

    private static int entry(ByteBuffer bytes, String name) {
        byte[] wanted = name.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at + 46 + wanted.length <= bytes.limit(); at++) {
            if (bytes.getInt(at) == 0x02014b50) {
                byte[] found = new byte[wanted.length];
                bytes.get(at + 46, found);
                if (java.util.Arrays.equals(found, wanted)) {
                    return at;
                }
            }
        }
        throw new IllegalStateException(name);
    }

    @Test
    void aZipOfAFolderIsTakenWithoutThatFolderAndWithoutRules() throws IOException, SharingException {
        Path file = zip(Map.of(
                "mine/wrangler.jsonc", CONFIG,
                "mine/src/index.js", "export default {};",
                "mine/.playground/playground.json", "{}",
                "mine/.git/config", "x"));
        ProjectArchive archive = ProjectArchive.read(file);
        assertThat(archive.files().keySet()).containsExactly("src/index.js", "wrangler.jsonc");
        assertThat(archive.kind()).isEqualTo(ProjectArchive.Kind.FOLDER);
        assertThat(archive.leftOut()).hasSize(2);
    }
}
