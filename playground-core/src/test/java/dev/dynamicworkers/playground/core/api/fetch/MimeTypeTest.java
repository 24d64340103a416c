package dev.dynamicworkers.playground.core.api.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class MimeTypeTest {
    @Example
    void essenceAndParametersAreRead() {
        MimeType type = MimeType.parse(" Multipart/Form-Data; Boundary=\"a\\\"b;c\" ;x=1;x=2;=3;y");

        assertThat(type).isEqualTo(new MimeType("multipart/form-data", Map.of("boundary", "a\"b;c", "x", "1")));
    }

    @Example
    void whatIsNoTypeIsNull() {
        assertThat(MimeType.parse("text")).isNull();
        assertThat(MimeType.parse("/html")).isNull();
        assertThat(MimeType.parse("te xt/html")).isNull();
        assertThat(MimeType.parse("")).isNull();
    }

    @Property(tries = 20_000)
    void anyTextIsTaken(@ForAll String text) {
        assertThatCode(() -> MimeType.parse("a/b;" + text)).doesNotThrowAnyException();
    }
}
