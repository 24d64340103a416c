package dev.dynamicworkers.playground.core.api.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// The parser on any text: no exception, a result that parses to itself, work that grows with the text and no faster.
final class UrlPropertyTest {
    /// A hundred texts to a try: most of the time of a try goes to jqwik, which need not make each piece of each.
    private static final int TEXTS = 100;

    private static final int TRIES = 1_000;

    private static final List<String> PIECES = List.of(
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

    private static final List<String> PARTS =
            List.of("protocol", "username", "password", "host", "hostname", "port", "pathname", "search", "hash");

    private static String urlLike(Random random) {
        return Stream.generate(() -> PIECES.get(random.nextInt(PIECES.size())))
                .limit(random.nextInt(15))
                .collect(Collectors.joining());
    }

    /// Characters of all kinds, halves of surrogate pairs among them, and many that mean something.
    private static String anyCharacters(Random random) {
        return random.ints(random.nextInt(256), 0, 4)
                .mapToObj(kind -> switch (kind) {
                    case 0 -> String.valueOf((char) random.nextInt(0x80));
                    case 1 -> String.valueOf((char) random.nextInt(0x1_0000));
                    case 2 -> Character.toString(random.nextInt(Character.MAX_CODE_POINT + 1));
                    default -> PIECES.get(random.nextInt(PIECES.size()));
                })
                .collect(Collectors.joining());
    }

    @Property(tries = TRIES)
    void anyTextParsesToItselfOrFails(@ForAll long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < TEXTS; i++) {
            String input = urlLike(random);
            UrlRecord baseUrl = UrlParser.parse(urlLike(random), null);
            UrlRecord url = UrlParser.parse(input, baseUrl);
            if (url != null) {
                UrlRecord again = UrlParser.parse(url.href(), null);
                assertThat(again).as(url.href()).isNotNull();
                assertThat(again.href()).as(input).isEqualTo(url.href());
            }
        }
    }

    @Property(tries = TRIES)
    void settersKeepTheUrlValid(@ForAll long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < TEXTS; i++) {
            UrlRecord url = UrlParser.parse(urlLike(random), null);
            String part = PARTS.get(random.nextInt(PARTS.size()));
            String value = urlLike(random);
            if (url != null) {
                UrlRecord changed = UrlSetters.set(url, part, value);
                assertThat(UrlParser.parse(changed.href(), null))
                        .as(part + " " + changed.href())
                        .isNotNull();
            }
        }
    }

    @Property(tries = TRIES)
    void anyCharactersAreTaken(@ForAll long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < TEXTS; i++) {
            String input = anyCharacters(random);
            assertThatCode(() -> UrlParser.parse(input, null)).as(input).doesNotThrowAnyException();
        }
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
