package dev.dynamicworkers.playground.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.window.MainWindow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// A project that someone else sent, by the keys of a person.
final class ImportPathsTest extends WindowTest {
    private Path sent() throws IOException {
        Path zip = project().resolveSibling("theirs.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            put(out, "wrangler.jsonc", "{ \"name\": \"theirs\", \"main\": \"index.js\" }");
            put(out, "index.js", "export default { fetch: () => new Response('theirs') };");
        }
        return zip;
    }

    private static void put(ZipOutputStream out, String name, String text) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private Path page() throws IOException {
        ready();
        Path zip = sent();
        interact(() -> lookup(".main-window").<MainWindow>query().showImport(zip));
        eventually(() -> !lookup("#import-make").queryButton().isDisabled());
        Path made = project().resolveSibling("theirs");
        assertThat(field("#import-target").getText()).isEqualTo(made.toString());
        return made;
    }

    @Test
    void enterInTheListOfFilesImports() throws IOException {
        Path made = page();
        ListView<?> files = lookup("#import-lines").queryListView();
        assertThat(files.isFocused()).isTrue();
        push(KeyCode.DOWN);
        push(KeyCode.ENTER);
        eventually(() -> Files.exists(made.resolve("wrangler.jsonc"))
                && session().folder().equals(made));
    }

    @Test
    void enterInTheFieldOfTheFolderImports() throws IOException {
        Path made = page();
        interact(() -> field("#import-target").requestFocus());
        push(KeyCode.ENTER);
        eventually(() -> Files.exists(made.resolve("wrangler.jsonc"))
                && session().folder().equals(made));
    }
}
