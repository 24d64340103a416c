package dev.dynamicworkers.playground.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BodyTextTest {
    private static BodyText of(String type, byte[] body) {
        return BodyText.of(new RunRecord.Reply(200, "OK", List.of(new HeaderLine("Content-Type", type)), body));
    }

    @Test
    void jsonIsLaidOutWithItsDigitsAndOrder() {
        BodyText text = of("application/json", "{\"b\":1.10,\"a\":[1e3,{}],\"c\":[]}".getBytes(StandardCharsets.UTF_8));
        assertThat(text.kind()).isEqualTo(BodyText.Kind.JSON);
        assertThat(text.pretty()).isEqualTo("{\n  \"b\": 1.10,\n  \"a\": [\n    1e3,\n    {}\n  ],\n  \"c\": []\n}");
    }

    @Test
    void brokenJsonIsShownAsItCame() {
        BodyText text = of("application/json", "{\"a\":".getBytes(StandardCharsets.UTF_8));
        assertThat(text).isEqualTo(new BodyText(BodyText.Kind.TEXT, "{\"a\":", "{\"a\":", ""));
    }

    @Test
    void bytesThatAreNoTextAreShownInHex() {
        BodyText text = of("image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G'});
        assertThat(text.kind()).isEqualTo(BodyText.Kind.BINARY);
        assertThat(text.raw()).startsWith("00000000  89 50 4e 47").contains(".PNG");
    }

    @Test
    void ofALargeBodyTheFirstMegabyteIsShown() {
        BodyText text = of("text/plain", new byte[3 << 20]);
        assertThat(text.raw()).hasSize(1 << 20);
        assertThat(text.remark()).isEqualTo("first 1.0 MB of 3.0 MB");
    }
}
