package dev.dynamicworkers.playground.core.api.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamicworkers.playground.core.isolate.GuestThrow;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MultipartTest {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Example
    void fieldsAndFilesAreRead() {
        String body = "preamble\r\n"
                + "--b\r\n"
                + "Content-Disposition: form-data; name=\"a\"\r\n\r\n"
                + "one\r\n"
                + "two\r\n"
                + "--b\r\n"
                + "content-disposition: form-data; name=f; filename=\"x%22.txt\"\r\n"
                + "Content-Type: text/css\r\n\r\n\r\n"
                + "--b--\r\n";
        List<Multipart.Part> parts = Multipart.parse(bytes(body), "b");

        assertThat(parts).hasSize(2);
        assertThat(parts.getFirst().name()).isEqualTo("a");
        assertThat(parts.getFirst().fileName()).isNull();
        assertThat(parts.getFirst().content()).asString(StandardCharsets.UTF_8).isEqualTo("one\r\ntwo");
        assertThat(parts.getLast().fileName()).isEqualTo("x\".txt");
        assertThat(parts.getLast().type()).isEqualTo("text/css");
        assertThat(parts.getLast().content()).isEmpty();
    }

    @Example
    void emptyFormHasNoParts() {
        assertThat(Multipart.parse(bytes("--b--\r\n"), "b")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "xx > No initial boundary string (or you have a truncated message).",
                "--bx > Boundary string was not succeeded by CRLF or '--'.",
                "--b\\r\\nA: b\\r\\n\\r\\nx\\r\\n--b-- > No valid Content-Disposition header found in FormData part.",
                "--b\\r"
                        + "\\n"
                        + "Content-Disposition: form-data\\r"
                        + "\\n"
                        + "\\r"
                        + "\\n"
                        + "x\\r"
                        + "\\n"
                        + "--b-- > Content-Disposition header in FormData part is missing a name.",
                "--b\\r"
                        + "\\n"
                        + "Content-Disposition: form-data; name=a\\r"
                        + "\\n"
                        + "\\r"
                        + "\\n"
                        + "x > No subsequent boundary string after multipart message."
            })
    void malformedBodiesSayWhatIsMissing(String body, String message) {
        byte[] content = bytes(body.replace("\\r", "\r").replace("\\n", "\n"));

        assertThatThrownBy(() -> Multipart.parse(content, "b"))
                .isInstanceOf(GuestThrow.class)
                .hasMessage(message);
    }

    @Provide
    Arbitrary<String> multipartLike() {
        return Arbitraries.of(
                        "\r\n",
                        "--b",
                        "--",
                        "b",
                        "\r",
                        "\n",
                        "Content-Disposition: form-data",
                        "; name=",
                        "\"a\"",
                        "; filename=\"",
                        "\\",
                        ":",
                        ";",
                        "=",
                        "Content-Type: x/y",
                        "\u00FC",
                        "\0",
                        "--b\r\n",
                        "\r\n\r\n",
                        " ")
                .list()
                .ofMaxSize(20)
                .map(list -> String.join("", list));
    }

    @Property(tries = 100_000)
    void anyBodyGivesPartsOrATypeError(@ForAll("multipartLike") String body) {
        anyBodyGivesPartsOrATypeError(bytes(body));
    }

    private static void anyBodyGivesPartsOrATypeError(byte[] body) {
        try {
            assertThat(Multipart.parse(body, "b")).doesNotContainNull();
        } catch (GuestThrow error) {
            assertThat(error.kind()).isEqualTo("TypeError");
        }
    }

    /// Quadratic work on these bodies takes an hour.
    @Example
    void timeGrowsWithTheBody() {
        Assertions.assertTimeout(Duration.ofMinutes(2), () -> {
            for (String unit : new String[] {"\r\n", "\r\n--", "\r", "--b", "a:b\r\n"}) {
                byte[] body = bytes("--b\r\nContent-Disposition: form-data; name=a\r\n\r\n" + unit.repeat(300_000));
                anyBodyGivesPartsOrATypeError(body);
            }
        });
    }
}
