package dev.dynamicworkers.playground.core.api.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;

/// The parser on any text: no exception, a result that parses to itself, time that grows with the text and no faster.
final class UrlPropertyTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Provide
    Arbitrary<String> urlLike() {
        Arbitrary<String> pieces = Arbitraries.of(
                "http:",
                "https:",
                "file:",
                "ws:",
                "data:",
                "blob:",
                "x:",
                "/",
                "//",
                "\\",
                "?",
                "#",
                "@",
                ":",
                ":80",
                ":99999",
                "[",
                "]",
                "::",
                "[::1]",
                "%",
                "%2e",
                "%41",
                "..",
                ".",
                "c|",
                "c:",
                "xn--",
                "\u00FC",
                "\uD83D\uDE00",
                "\uD800",
                "a",
                "b.c",
                "0x7f",
                "1.2.3",
                " ",
                "\t",
                "\n",
                "\0",
                "localhost",
                "<",
                "^",
                "|",
                "\u00AD",
                "\uFF0E");
        return pieces.list().ofMaxSize(14).map(list -> String.join("", list));
    }

    @Property(tries = 100_000)
    void anyTextParsesToItselfOrFails(@ForAll("urlLike") String input, @ForAll("urlLike") String base) {
        UrlRecord baseUrl = UrlParser.parse(base, null);
        UrlRecord url = UrlParser.parse(input, baseUrl);
        if (url != null) {
            UrlRecord again = UrlParser.parse(url.href(), null);
            assertThat(again).as(url.href()).isNotNull();
            assertThat(again.href()).isEqualTo(url.href());
        }
    }

    @Property(tries = 20_000)
    void settersKeepTheUrlValid(@ForAll("urlLike") String input, @ForAll("urlLike") String value) {
        UrlRecord url = UrlParser.parse(input, null);
        if (url == null) {
            return;
        }
        for (String part : new String[] {
            "protocol", "username", "password", "host", "hostname", "port", "pathname", "search", "hash"
        }) {
            UrlRecord changed = UrlSetters.set(url, part, value);
            assertThat(UrlParser.parse(changed.href(), null))
                    .as(part + " " + changed.href())
                    .isNotNull();
        }
    }

    @Property(tries = 5_000)
    void anyCharactersAreTaken(@ForAll String input) {
        assertThatCode(() -> UrlParser.parse(input, null)).doesNotThrowAnyException();
    }

    @Example
    void timeGrowsWithTheText() {
        int count = 200_000;
        Assertions.assertTimeout(PATIENCE, () -> {
            for (String unit :
                    new String[] {"@", ":", "/", "../", "a/", "%", "[", ".", "?", "#", "\t", "\u00FC", "1."}) {
                UrlParser.parse("http://" + unit.repeat(count), null);
                UrlParser.parse("http://h/" + unit.repeat(count), null);
                UrlParser.parse("x:" + unit.repeat(count), null);
            }
        });
    }
}
