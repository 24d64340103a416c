package dev.dynamicworkers.playground.app.session.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamicworkers.playground.app.session.body.JsonPath.MalformedPath;
import dev.dynamicworkers.playground.app.session.body.ServerEvents.ServerEvent;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Bodies made readable.
final class BodiesTest {
    private static final JsonSpan STORE = JsonSpan.of("""
        {"shop":{"books":[{"t":"A","price":8.95,"tags":["x"]},{"t":"B","price":12.99},{"t":"C","price":8.99,"isbn":"1"}],
        "bike":{"price":399}},"n\\"q":1.50,"list":[0,1,2,3,4,5]}\
        """).orElseThrow();

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
        $.shop.bike.price                        ; 399
        shop.bike                                ; {"price":399}
        $.shop.books[*].t                        ; "A" "B" "C"
        $.shop.books[-1].t                       ; "C"
        $['shop']["bike"]['price']               ; 399
        $..price                                 ; 8.95 12.99 8.99 399
        $.list[1:3]                              ; 1 2
        $.list[::2]                              ; 0 2 4
        $.list[::-2]                             ; 5 3 1
        $.list[0,2,-1]                           ; 0 2 5
        $.shop.books[?(@.price < 10)].t          ; "A" "C"
        $.shop.books[?@.isbn].t                  ; "C"
        $.shop.books[?!@.isbn && @.price>9].t    ; "B"
        $.shop.books[?@.t=='A' || @.t=="B"].t    ; "A" "B"
        $.shop.books[?length(@.tags) == 1].t     ; "A"
        $['n"q']                                 ; 1.50
        $.nothing[0].at.all                      ; ``
        """)
    void aPathFindsWhatRfc9535Says(String path, String found) throws MalformedPath {
        assertThat(JsonPath.of(path).find(STORE).stream().map(JsonSpan::raw).toList())
                .isEqualTo(found.isEmpty() ? List.of() : List.of(found.split(" (?=[^ ])")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$.", "$[", "$[1", "$[x]", "$.a[?@.b ==]", "$[?(@.a]", "$.a b", "$['a"})
    void aMalformedPathSaysWhere(String path) {
        assertThatThrownBy(() -> JsonPath.of(path))
                .isInstanceOf(MalformedPath.class)
                .hasMessageMatching("Expected .* at character \\d+\\.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[1,]",
                "{\"a\":}",
                "01",
                "1.",
                "-",
                "\"\\x\"",
                "\"a\nb\"",
                "tru",
                "1 2",
                "{a:1}",
                "[\"\\u12\"]"
            })
    void whatIsNotJsonIsNotTakenForIt(String text) {
        assertThat(JsonSpan.of(text)).isEmpty();
    }

    @Test
    void jsonKeepsDigitsOrderAndEscapes() {
        JsonSpan span = JsonSpan.of(" {\"b\":1.10,\"a\":[1e3,{},[]],\"\\u00e9\":\"x\\ny\"} ")
                .orElseThrow();
        assertThat(span.pretty())
                .isEqualTo(
                        "{\n  \"b\": 1.10,\n  \"a\": [\n    1e3,\n    {},\n    []\n  ],\n  \"\u00e9\": \"x\\ny\"\n}");
        assertThat(span.children().getLast().plain()).isEqualTo("x\ny");
        assertThat(span.children().get(1).summary(10)).isEqualTo("[3]");
    }

    @Property(tries = 200)
    void anyTextSurvivesQuoting(@ForAll String text) {
        assertThat(JsonSpan.of(JsonSpan.quote(text)).orElseThrow().plain()).isEqualTo(text);
    }

    @Test
    void anEventStreamIsReadAsTheStandardSays() {
        assertThat(ServerEvents.of(": hi\ndata: a\ndata:b\nid: 7\n\nevent: tick\r\ndata\r\n\r\ndata: not closed"))
                .containsExactly(new ServerEvent(0, "7", "message", "a\nb"), new ServerEvent(27, "7", "tick", ""));
    }

    @Test
    void aPageIsReadWithoutItsTags() {
        assertThat(HtmlText.of("<!doctype html><title>Hi</title><style>p{}</style><p>a &amp; b<br>c&#33;</p>"
                        + "<ul><li>one<li>two</ul><script>no()</script><!-- no -->&unknown; end"))
                .isEqualTo("Hi\na & b\nc!\n- one\n- two\n&unknown; end");
    }

    @Test
    void linesThatAreTooLongAreCut() {
        String line = "x".repeat(LongLines.MOST);
        assertThat(LongLines.cut("a\n" + line + "\nb")).isEqualTo("a\n" + line + "\nb");
        assertThat(LongLines.cut("a\n" + line + "yz\nb"))
                .startsWith("a\n" + line + " \u2026 2 more characters of this line")
                .endsWith("all of it\nb");
    }

    @Test
    void onlyPicturesOfAFittingSizeAreShown() {
        byte[] png = HexFormat.of().parseHex("89504e470d0a1a0a0000000d494844520000000a0000001408020000009ee1c3a8");
        assertThat(PictureSize.of(png)).contains(new PictureSize(10, 20));
        png[18] = 0x20;
        assertThat(PictureSize.of(png)).isEmpty();
        assertThat(PictureSize.of("GIF89a\1\0\2\0\0".getBytes(StandardCharsets.ISO_8859_1)))
                .contains(new PictureSize(1, 2));
        assertThat(PictureSize.of(new byte[40])).isEmpty();
    }

    @Test
    void bytesAreShownBesideTheirCharacters() {
        List<String> lines = HexDump.of("\u0001Hello, sandbox!!".getBytes(StandardCharsets.UTF_8), 17)
                .lines()
                .toList();
        assertThat(lines.getFirst())
                .isEqualTo("00000000  01 48 65 6c 6c 6f 2c 20  73 61 6e 64 62 6f 78 21  .Hello, sandbox!");
        assertThat(lines.getLast())
                .startsWith("00000010  21 ")
                .hasSize(lines.getFirst().indexOf('.') + 1);
    }
}
