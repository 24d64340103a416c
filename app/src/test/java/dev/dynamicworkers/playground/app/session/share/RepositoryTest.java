package dev.dynamicworkers.playground.app.session.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamicworkers.playground.core.project.share.SharingException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RepositoryTest {
    @ParameterizedTest
    @CsvSource({
        "https://github.com/acme/demo, acme, demo, HEAD, ''",
        "github.com/acme/demo.git, acme, demo, HEAD, ''",
        "https://www.github.com/acme/demo/, acme, demo, HEAD, ''",
        "https://github.com/acme/demo/tree/v1.2, acme, demo, v1.2, ''",
        "https://github.com/acme/demo/tree/main/a/b/?x=1#y, acme, demo, main, a/b",
    })
    void addressesOfRepositories(String address, String owner, String name, String ref, String path) {
        assertThat(Repository.of(address)).contains(new Repository(owner, name, ref, path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://example.com/a/b",
                "https://github.com/acme",
                "https://github.com/a/b/tree/main/../..",
                "https://github.com.evil.example/a/b",
                "https://github.com/a/b/issues/1"
            })
    void otherAddresses(String address) {
        assertThat(Repository.of(address)).isEmpty();
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

    @Test
    void onlyTheFolderThatIsMeantIsKept(@TempDir Path folder) throws IOException, SharingException {
        Repository repository = new Repository("acme", "demo", "main", "apps/one");
        Path kept = RepositoryDownload.keep(
                repository,
                zip("demo-main/README.md", "demo-main/apps/one/wrangler.jsonc", "demo-main/apps/oneMore/x"),
                folder);
        assertThat(kept).isEqualTo(folder.resolve("one.zip"));
        try (ZipFile zip = new ZipFile(kept.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName)).containsExactly("wrangler.jsonc");
        }
        assertThatThrownBy(() -> RepositoryDownload.keep(
                        new Repository("acme", "demo", "main", "nowhere"), zip("demo-main/README.md"), folder))
                .hasMessage("demo has no files in nowhere at main.");
    }

    @Test
    void withoutANetworkASentenceSaysSo(@TempDir Path folder) {
        Optional<Repository> repository = Repository.of("https://github.com/acme/demo");
        assertThatThrownBy(() -> RepositoryDownload.fetch(
                        repository.orElseThrow(), URI.create("http://127.0.0.1:9/zip"), folder))
                .isInstanceOf(SharingException.class)
                .hasMessage("127.0.0.1 can't be reached; check the network, or download the zip file and import that.");
    }
}
