package dev.dynamicworkers.playground.core.api.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Cases that hold without the data of web-platform-tests.
final class UrlParserTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "https://U:p@EX.com:443/a/../b?q#f> https://U:p@ex.com/b?q#f",
                "http://m\u00FCnchen.de/\u00FC?\u00FC> http://xn--mnchen-3ya.de/%C3%BC?%C3%BC",
                "http://0x7f.1/> http://127.0.0.1/",
                "http://[1:0::0:2]/> http://[1::2]/",
                "http://[::1.2.3.4]/> http://[::102:304]/",
                "file:c|/x > file:///c:/x",
                "mailto:a b > mailto:a b",
                "http://h/%2e%2E/x> http://h/x"
            })
    void parsesAndSerializes(String input, String expected) {
        UrlRecord url = UrlParser.parse(input, null);

        assertThat(url).isNotNull().extracting(UrlRecord::href).isEqualTo(expected);
    }

    @Test
    void packedOffsetsCutTheAddress() {
        UrlRecord url = UrlParser.parse("https://u:p@h:8080/a?b#c", null);
        assertThat(url).isNotNull();
        UrlText text = UrlText.of(url);

        assertThat(text.href()).isEqualTo("https://u:p@h:8080/a?b#c");
        assertThat(text.offsets()).containsExactly(6, 9, 12, 13, 18, 20, 22);
    }

    @Test
    void pathThatLooksLikeAHostIsGuarded() {
        UrlRecord url = UrlParser.parse("web+demo:/.//not-a-host/", null);

        assertThat(url).isNotNull().extracting(UrlRecord::href).isEqualTo("web+demo:/.//not-a-host/");
    }
}
