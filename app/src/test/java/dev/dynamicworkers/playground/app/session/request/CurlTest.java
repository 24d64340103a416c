package dev.dynamicworkers.playground.app.session.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamicworkers.playground.app.session.EventKind;
import dev.dynamicworkers.playground.app.session.HeaderLine;
import dev.dynamicworkers.playground.app.session.RequestDraft;
import dev.dynamicworkers.playground.app.session.RequestNotes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Commands of curl as people and browsers copy them.
final class CurlTest {
    private static RequestDraft read(String command) {
        return Curl.read(command).orElseThrow().draft();
    }

    @Test
    void whatABrowserCopiesForAPosixShellIsReadAsItIs() {
        RequestDraft draft = read("""
            curl 'https://api.example.com/v1/notes?x=1' \\
              -X 'PUT' \\
              -H 'content-type: application/vnd.notes+json' \\
              -H 'x-quote: it'\\''s' \\
              --data-raw $'{"text":"a\\'b\\\\n\\u00e9"}' \\
              --compressed\
            """);
        assertThat(draft)
                .isEqualTo(new RequestDraft(
                        "PUT",
                        "https://api.example.com/v1/notes?x=1",
                        List.of(
                                new HeaderLine("content-type", "application/vnd.notes+json"),
                                new HeaderLine("x-quote", "it's"),
                                new HeaderLine("accept-encoding", "gzip, deflate, br")),
                        "{\"text\":\"a'b\\n\u00e9\"}"));
    }

    @Test
    void whatABrowserCopiesForWindowsIsReadAsItIs() {
        RequestDraft draft = read("curl ^\"https://example.com/a?b=1^&c=2^\" ^\r\n  -H ^\"accept: */*^\" ^\r\n"
                + "  --data-raw ^\"^{^\\^\"name^\\^\":^\\^\"Ada^\\^\"^}^\"");
        assertThat(draft.url()).isEqualTo("https://example.com/a?b=1&c=2");
        assertThat(draft.method()).isEqualTo("POST");
        assertThat(draft.headers().getFirst()).isEqualTo(new HeaderLine("accept", "*/*"));
        assertThat(draft.body()).isEqualTo("{\"name\":\"Ada\"}");
    }

    @Test
    void optionsMeanWhatTheyMeanToCurl() {
        assertThat(read("curl example.com").url()).isEqualTo("http://example.com");
        assertThat(read("curl -sSL -d a=1 -d 'b=2 3' http://h/").body()).isEqualTo("a=1&b=2 3");
        assertThat(read("curl -G --data-urlencode 'q=a b' http://h/?x=1").url()).isEqualTo("http://h/?x=1&q=a+b");
        assertThat(read("curl -I http://h/").method()).isEqualTo("HEAD");
        assertThat(read("curl -XDELETE http://h/").method()).isEqualTo("DELETE");
        assertThat(read("curl -u a:b http://h/").headers())
                .containsExactly(new HeaderLine("authorization", "Basic YTpi"));
        assertThat(read("curl --json '{}' http://h/").headers()).hasSize(2);
        assertThat(read("curl --data-binary $'a\\nb' http://h/").body()).isEqualTo("a\nb");
        assertThat(read("curl -d $'a\\nb' http://h/").body()).isEqualTo("a\nb");
        assertThat(read("curl -F a=1 -F b=2 http://h/").body()).isEqualTo("a=1\nb=2");
        assertThat(read("$ curl --max-time 5 -o out.txt http://h/x").url()).isEqualTo("http://h/x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "curl --data-binary @a.bin -H 'content-type: x/y' http://h/",
                "curl -F 'a=b c' -F 'f=@p/a.png;type=image/png' http://h/",
                "curl -T a.bin -H 'content-type: x/y' http://h/"
            })
    void filesAndFormsAreCopiedAsTheyArePasted(String command) {
        RequestDraft draft = read(command);
        assertThat(draft.notes().bodyKind()).isIn(BodyKind.FILE, BodyKind.MULTIPART);
        assertThat(read(Curl.posix(draft))).isEqualTo(draft);
    }

    @Test
    void bodiesBecomeBytes(@TempDir Path root) throws IOException {
        Files.write(root.resolve("a.bin"), new byte[] {0, -1});
        assertThat(sent(BodyKind.FORM, "a = b c\nd", root)).isEqualTo("a=b+c&d=");
        assertThat(sent(BodyKind.BASE64, "SGVs\nbG8=", root)).isEqualTo("Hello");
        assertThat(sent(BodyKind.FILE, "a.bin", root)).isEqualTo("\0\u00ff");
        assertThat(sent(BodyKind.MULTIPART, "n = v\nf = @a.bin;type=x/y", root))
                .contains("name=\"n\"\r\n\r\nv\r\n")
                .contains("name=\"f\"; filename=\"a.bin\"\r\nContent-Type: x/y\r\n\r\n\0\u00ff\r\n");
        assertThatThrownBy(() -> sent(BodyKind.FILE, "none", root)).hasMessageStartingWith("The file none of the body");
        assertThatThrownBy(() -> sent(BodyKind.BASE64, "?", root)).hasMessageContaining("not Base64");
    }

    private static String sent(BodyKind kind, String text, Path root) throws IOException {
        RequestNotes notes = new RequestNotes(List.of(), List.of(), kind);
        RequestDraft draft = new RequestDraft("POST", "/", List.of(), text, EventKind.FETCH, "", notes);
        return new String(RequestBytes.of(draft, root).bytes(), StandardCharsets.ISO_8859_1);
    }

    @Test
    void whatCannotBeTakenOverIsSaid() {
        assertThat(Curl.read("curl -d a=b -d @data.json http://h/")
                        .orElseThrow()
                        .remarks())
                .containsExactly("The file data.json was not read; paste it into the body.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "curl", "https://example.com/", "curly http://h/", "echo curl http://h/", "curl -H 'a: b'"})
    void whatIsNoCommandIsNotTakenForOne(String text) {
        assertThat(Curl.read(text)).isEmpty();
    }

    @Property(tries = 200)
    void whatIsCopiedIsPastedAgain(@ForAll("drafts") RequestDraft draft) {
        assertThat(read(Curl.posix(draft))).isEqualTo(draft);
    }

    @Provide
    Arbitrary<RequestDraft> drafts() {
        Arbitrary<String> text =
                Arbitraries.strings().withCharRange(' ', '~').ofMinLength(1).ofMaxLength(40);
        return Combinators.combine(Arbitraries.of("GET", "POST", "PUT", "DELETE"), text, text)
                .as((method, body, value) -> new RequestDraft(
                        method,
                        "http://localhost/a?b=c",
                        method.equals("GET")
                                ? List.of(new HeaderLine("x-a", "v" + value.strip()))
                                : List.of(
                                        new HeaderLine("content-type", "text/plain"),
                                        new HeaderLine("x-a", "v" + value.strip())),
                        method.equals("GET") ? "" : body));
    }

    @Test
    void requestsAreWrittenForOtherPlaces() {
        RequestDraft draft =
                new RequestDraft("POST", "http://h:8080/a?b", List.of(new HeaderLine("x-a", "it's")), "{\"a\":1}");
        assertThat(Snippets.fetch(draft)).isEqualTo("""
            await fetch("http://h:8080/a?b", {
              method: "POST",
              headers: [
                ["x-a", "it's"],
              ],
              body: "{\\"a\\":1}",
            });\
            """);
        assertThat(Snippets.raw(draft))
                .isEqualTo("POST /a?b HTTP/1.1\r\nHost: h:8080\r\nx-a: it's\r\nContent-Length: 7\r\n\r\n{\"a\":1}");
        assertThat(Curl.powerShell(draft))
                .startsWith("curl.exe 'http://h:8080/a?b'")
                .contains("'x-a: it''s'");
    }

    @Test
    void parametersAndTheUrlAreTheSameThing() {
        assertThat(QueryText.params("/a?b=c%20d&e&f=#g"))
                .containsExactly(new HeaderLine("b", "c d"), new HeaderLine("e", ""), new HeaderLine("f", ""));
        assertThat(QueryText.with(
                        "http://h/a?x=1#g", List.of(new HeaderLine("b", "c d"), new HeaderLine("id", "{{id}}"))))
                .isEqualTo("http://h/a?b=c%20d&id={{id}}#g");
        assertThat(QueryText.with("http://h/a?x=1", List.of(new HeaderLine("", ""))))
                .isEqualTo("http://h/a");
    }
}
