package dev.dynamicworkers.playground.core.project.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RemoteProjectTest {
    private static final String LOAD = "https://codeload.github.com/acme/demo/zip/";

    @ParameterizedTest
    @CsvSource({
        "https://github.com/acme/demo, demo, HEAD, ''",
        "github.com/acme/demo.git, demo, HEAD, ''",
        "https://www.github.com/acme/demo/, demo, HEAD, ''",
        "https://github.com/acme/demo/tree/v1.2, demo, v1.2, ''",
        "https://github.com/acme/demo/tree/main/a/b/?x=1#y, b, main, a/b",
    })
    void addressesOfRepositories(String address, String name, String version, String folder) {
        assertThat(RemoteProject.of(address))
                .contains(new RemoteProject(
                        name, URI.create(LOAD + version), RemoteProject.Shape.REPOSITORY, folder, version));
    }

    @ParameterizedTest
    @CsvSource({
        "https://gist.github.com/acme/0123456789abcdef, gist-01234,"
                + " https://gist.github.com/acme/0123456789abcdef/archive/HEAD.zip, REPOSITORY",
        "https://example.com/a/b%20c.zip?raw=1, b-20c, https://example.com/a/b%20c.zip?raw=1, FILE",
        "https://example.com/theirs.dwplay, theirs, https://example.com/theirs.dwplay, FILE",
        "http://127.0.0.1:8080/theirs.zip, theirs, http://127.0.0.1:8080/theirs.zip, FILE",
    })
    void addressesOfGistsAndFiles(String address, String name, URI zip, RemoteProject.Shape shape) {
        assertThat(RemoteProject.of(address)).hasValueSatisfying(project -> {
            assertThat(project.name()).isEqualTo(name);
            assertThat(project.address()).isEqualTo(zip);
            assertThat(project.shape()).isEqualTo(shape);
        });
        assertThat(RemoteProject.isAddress(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "theirs.zip",
                "https://example.com/a/b",
                "http://example.com/a.zip",
                "https://me:secret@example.com/a.zip",
                "https://github.com/acme",
                "https://github.com/a/b/tree/main/../..",
                "https://github.com.evil.example/a/b",
                "https://github.com/a/b/issues/1",
                "https://gist.github.com/acme"
            })
    void otherAddresses(String address) {
        assertThat(RemoteProject.of(address)).isEmpty();
    }

    private static InputStream zip(String... paths) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String path : paths) {
                zip.putNextEntry(new ZipEntry(path));
                zip.write(path.getBytes(StandardCharsets.UTF_8));
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private static RemoteProject project(String address) {
        return RemoteProject.of(address).orElseThrow();
    }

    @Test
    void onlyTheFolderThatIsMeantIsKept(@TempDir Path folder) throws IOException, SharingException {
        Path kept = RemoteDownload.keep(
                project("https://github.com/acme/demo/tree/main/apps/one"),
                zip("demo-main/README.md", "demo-main/apps/one/wrangler.jsonc", "demo-main/apps/oneMore/x"),
                folder);
        assertThat(kept).isEqualTo(folder.resolve("one.zip"));
        try (ZipFile zip = new ZipFile(kept.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName)).containsExactly("wrangler.jsonc");
        }
        assertThatThrownBy(() -> RemoteDownload.keep(
                        project("https://github.com/acme/demo/tree/main/nowhere"), zip("demo-main/README.md"), folder))
                .hasMessage("nowhere has no files in nowhere at main.");
    }

    @Test
    void aFileIsTakenAsItComes(@TempDir Path folder) throws IOException, SharingException {
        Path kept = RemoteDownload.keep(
                project("https://example.com/theirs.dwplay"), zip("wrangler.jsonc", "src/index.js"), folder);
        assertThat(kept).isEqualTo(folder.resolve("theirs.dwplay"));
        try (ZipFile zip = new ZipFile(kept.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName)).containsExactly("wrangler.jsonc", "src/index.js");
        }
        assertThatThrownBy(() -> RemoteDownload.keep(
                        project("https://example.com/huge.zip"), new ByteArrayInputStream(new byte[22 << 20]), folder))
                .hasMessage("https://example.com/huge.zip is larger than a project may be.");
    }

    @Test
    void whatIsNotWantedIsReadWithinBounds() throws IOException {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 0;
            }
        };
        assertThat(RemoteDownload.passOver(endless, 1 << 20)).isBetween(1L << 20, 2L << 20);
        assertThat(RemoteDownload.passOver(new ByteArrayInputStream(new byte[9]), 1 << 20))
                .isEqualTo(9);
    }

    @Test
    void withoutANetworkASentenceSaysSo(@TempDir Path folder) {
        assertThatThrownBy(() -> RemoteDownload.fetch(project("http://127.0.0.1:9/theirs.zip"), folder))
                .isInstanceOf(SharingException.class)
                .hasMessage("127.0.0.1 can't be reached; check the network, or download the zip file and import that.");
    }
}
