package dev.dynamicworkers.playground.core.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CallBytesTest {
    private static final StreamSource STREAM = new StreamSource() {
        @Override
        public void pull(Receiver receiver) {
            throw new AssertionError("a stream is not read to be counted");
        }

        @Override
        public void cancel() {
            throw new AssertionError("a stream is not touched to be counted");
        }
    };

    @ParameterizedTest
    @ValueSource(strings = {"", "tea", "Grüße", "\u20ac", "\ud83c\udf75 tea", "\u07ff\u0800\uffff"})
    void textsAreCountedAsUtf8(String text) {
        assertThat(CallBytes.of(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void valuesOfStoresAreCountedWithAllThatIsInThem() {
        assertThat(CallBytes.ofValue(List.of("key", new byte[10], Map.of("ttl", 5, "ok", Boolean.TRUE))))
                .isEqualTo(3 + 10 + 3 + 8 + 2 + 1);
        assertThat(CallBytes.ofValue(new Object[] {"a", new Object[] {1.5}, List.of()}))
                .isEqualTo(9);
        assertThat(CallBytes.ofValue(null)).isZero();
    }

    @Test
    void clonesAreCountedWithTheirBuffers() {
        var clone = new Payload("[1]", /* special= */ false, List.of(), List.of(new byte[4], new byte[5]));
        assertThat(CallBytes.of(clone)).isEqualTo(12);
    }

    @Test
    void bodiesAreCountedAndStreamsBelieved() {
        assertThat(CallBytes.of(Body.NONE, "content-length\n9")).isZero();
        assertThat(CallBytes.of(new Body.Text("é"), "")).isEqualTo(2);
        assertThat(CallBytes.of(new Body.Bytes(new byte[3]), "")).isEqualTo(3);
        assertThat(CallBytes.of(new Body.Stream(STREAM), "a\nb\nContent-Length\n1234"))
                .isEqualTo(1234);
        assertThat(CallBytes.of(new Body.Stream(STREAM), "a\ncontent-length")).isNull();
        assertThat(CallBytes.of(new Body.Stream(STREAM), "content-length\n-1")).isNull();
        assertThat(CallBytes.of(new Body.Stream(STREAM), "content-length\n" + "9".repeat(30)))
                .isNull();
    }
}
