package dev.dynamicworkers.playground.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TextStoreTest {
    @TempDir
    Path folder;

    @Test
    void lineEndsAndByteOrderMarkSurviveASave() throws IOException {
        Path file = folder.resolve("a.js");
        Files.writeString(file, "\uFEFFone\r\ntwo\r\n");
        TextContent content = TextStore.load(file);
        assertThat(content.text()).isEqualTo("one\ntwo\n");
        assertThat(content.lineEnd()).isEqualTo(LineEnd.CRLF);
        assertThat(content.mixed()).isEmpty();
        assertThat(content.encoding(LineEnd.CRLF)).isEqualTo("UTF-8 BOM CRLF");

        TextStore.save(file, content, "one\nTWO\n");

        assertThat(Files.readString(file)).isEqualTo("\uFEFFone\r\nTWO\r\n");
        assertThat(folder).isDirectoryNotContaining(path -> path.toString().endsWith(".tmp"));
    }

    @Test
    void mixedLineEndsAreCountedAndTheMostOfThemWin() throws IOException {
        Path file = folder.resolve("a.js");
        Files.writeString(file, "one\r\ntwo\nthree\rfour\r\n");
        TextContent content = TextStore.load(file);
        assertThat(content.text()).isEqualTo("one\ntwo\nthree\nfour\n");
        assertThat(content.lineEnd()).isEqualTo(LineEnd.CRLF);
        assertThat(content.mixed()).isEqualTo("1 LF, 2 CRLF, 1 CR");
        assertThat(content.encoding(LineEnd.CRLF)).isEqualTo("UTF-8 CRLF, mixed");

        TextContent saved = TextStore.save(file, content, content.text());

        assertThat(Files.readString(file)).isEqualTo("one\r\ntwo\r\nthree\r\nfour\r\n");
        assertThat(saved.mixed()).isEmpty();
        Files.writeString(file, "one\ntwo\nthree\r\n");
        assertThat(TextStore.load(file).lineEnd()).isEqualTo(LineEnd.LF);
    }

    @Test
    void textThatIsNoUtf8IsReadOnly() throws IOException {
        Path file = folder.resolve("a.bin");
        Files.write(file, new byte[] {'a', (byte) 0xff, 'b'});
        TextContent content = TextStore.load(file);
        assertThat(content.readOnlyReason()).contains("not valid UTF-8");
        assertThat(content.encoding(LineEnd.LF)).isEqualTo("not UTF-8 LF");
        TextContent generated =
                new TextContent("", LineEnd.LF, "", /* byteOrderMark= */ false, "Made from the Inspector.", "");
        assertThat(generated.encoding(LineEnd.LF)).isEqualTo("UTF-8 LF");
    }

    @Test
    void theHashOfASaveIsTheHashOnDisk() throws IOException {
        Path file = folder.resolve("a.js");
        Files.write(file, "a\n".getBytes(StandardCharsets.UTF_8));
        TextContent saved = TextStore.save(file, TextStore.load(file), "b\n");
        assertThat(TextStore.hashOf(file)).isEqualTo(saved.hash());
        assertThat(TextStore.hashOf(folder.resolve("none"))).isEmpty();
    }
}
