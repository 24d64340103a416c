package dev.dynamicworkers.playground.core.api.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// The parser on any text: no exception, a result that parses to itself, work that grows with the text and no faster.
final class UrlPropertyTest {
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

    @Provide
    Arbitrary<String> parts() {
        return Arbitraries.of(
                "protocol", "username", "password", "host", "hostname", "port", "pathname", "search", "hash");
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

    @Property(tries = 100_000)
    void settersKeepTheUrlValid(
            @ForAll("urlLike") String input, @ForAll("urlLike") String value, @ForAll("parts") String part) {
        UrlRecord url = UrlParser.parse(input, null);
        if (url == null) {
            return;
        }
        UrlRecord changed = UrlSetters.set(url, part, value);
        assertThat(UrlParser.parse(changed.href(), null))
                .as(part + " " + changed.href())
                .isNotNull();
    }

    @Property(tries = 100_000)
    void anyCharactersAreTaken(@ForAll String input) {
        assertThatCode(() -> UrlParser.parse(input, null)).doesNotThrowAnyException();
    }

    @Example
    void stepsGrowWithTheText() {
        int count = 20_000;
        for (String unit : new String[] {"@", ":", "/", "../", "a/", "%", "[", ".", "?", "#", "\t", "\u00FC", "1."}) {
            for (String start : new String[] {"http://", "http://h/", "x:", "x://", "file:"}) {
                int once = UrlParser.stepsOf(start + unit.repeat(count));
                int twice = UrlParser.stepsOf(start + unit.repeat(2 * count));
                assertThat(twice).as(start + unit).isLessThanOrEqualTo(2 * once + 100);
                assertThat(once).as(start + unit).isLessThanOrEqualTo(2 * unit.length() * count + 100);
            }
        }
    }
}
