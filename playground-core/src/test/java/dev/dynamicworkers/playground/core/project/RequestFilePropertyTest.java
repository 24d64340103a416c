package dev.dynamicworkers.playground.core.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.project.SavedRequest.HeaderLine;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class RequestFilePropertyTest {
    @Property(tries = 500)
    void whatIsWrittenIsReadBack(@ForAll("files") RequestFile file) {
        assertThat(RequestFile.read("a.http", file.write())).isEqualTo(file);
    }

    @Property(tries = 500)
    void readingNeverFailsAndWritingSettlesAfterOneRound(@ForAll("texts") String text) {
        var once = new RequestFile(RequestFile.read("a.http", text).requests());
        var twice = new RequestFile(RequestFile.read("a.http", once.write()).requests());

        assertThat(twice).isEqualTo(once);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "###", " a name", "\n", "\r\n", "\n\n", "GET /x", "POST", " ", "A: b", ":", "# c", "//", "{}")
                .list()
                .ofMaxSize(25)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<RequestFile> files() {
        var word = Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(8);
        var name = word.list().ofMaxSize(3).map(words -> String.join(" ", words));
        var comment = word.flatMap(text -> Arbitraries.of("# " + text, "// " + text, "#@" + text));
        var method = Arbitraries.of("GET", "POST", "PUT", "DELETE", "QUERY");
        var url = word.map(text -> "https://example.com/" + text + "?q=#" + text);
        var header =
                Combinators.combine(word, word.optional()).as((key, value) -> new HeaderLine(key, value.orElse("")));
        var body = Arbitraries.of("{\"a\": 1}", "\n", " x", "# not a comment", "ü", "A: b", "##")
                .list()
                .ofMaxSize(6)
                .map(parts -> String.join("\n", parts));
        return Combinators.combine(
                        name,
                        comment.list().ofMaxSize(2),
                        method,
                        url,
                        header.list().ofMaxSize(3),
                        body)
                .as(SavedRequest::new)
                .list()
                .ofMaxSize(4)
                .map(RequestFile::new);
    }

    /// Keeps the type of an empty file in view for the reader.
    @Property(tries = 1)
    void noRequestsMakeAnEmptyFile() {
        assertThat(new RequestFile(List.of()).write()).isEmpty();
    }
}
