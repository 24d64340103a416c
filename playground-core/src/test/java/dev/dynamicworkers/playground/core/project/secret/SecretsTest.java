package dev.dynamicworkers.playground.core.project.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

final class SecretsTest {
    private static final String VALUE = "p@ss word/ü\"1";
    private final Secrets secrets = new Secrets(Map.of("KEY", VALUE, "OTHER", "another-one", "SHORT", "abc"));

    @Test
    void valuesAreFoundInAllForms() {
        byte[] bytes = VALUE.getBytes(StandardCharsets.UTF_8);
        assertThat(secrets.find("a" + VALUE + "b")).containsExactly(new Secrets.Found("KEY", SecretForm.PLAIN));
        assertThat(secrets.find("{\"k\":\"p@ss word/ü\\\"1\"}"))
                .containsExactly(new Secrets.Found("KEY", SecretForm.JSON));
        assertThat(secrets.find("k=" + URLEncoder.encode(VALUE, StandardCharsets.UTF_8)))
                .containsExactly(new Secrets.Found("KEY", SecretForm.PERCENT));
        assertThat(secrets.find(HexFormat.of().formatHex(bytes)))
                .containsExactly(new Secrets.Found("KEY", SecretForm.HEX));
        assertThat(secrets.find("abc and another on")).isEmpty();
    }

    @Test
    void base64IsFoundWhateverStandsAround() {
        for (String before : List.of("", "1", "12", "123", "user:")) {
            byte[] text = (before + VALUE + "!!!").getBytes(StandardCharsets.UTF_8);
            assertThat(secrets.find(Base64.getEncoder().encodeToString(text)))
                    .as(before)
                    .contains(new Secrets.Found("KEY", SecretForm.BASE64));
            assertThat(secrets.find(Base64.getUrlEncoder().withoutPadding().encodeToString(text)))
                    .as(before)
                    .contains(new Secrets.Found("KEY", SecretForm.BASE64));
        }
    }

    @Test
    void masksSayWhichSecretWasThere() {
        assertThat(secrets.mask("x " + VALUE + " another-one" + VALUE))
                .isEqualTo("x [secret KEY] [secret OTHER][secret KEY]");
        assertThat(secrets.mask("nothing here \uD800")).isEqualTo("nothing here \uD800");
        assertThat(secrets.only(List.of("OTHER")).mask("another-one " + VALUE)).isEqualTo("[secret OTHER] " + VALUE);
    }

    @Test
    void secretsOfBeforeAreStillMaskedAndMarksAreFilledWithThoseOfToday() {
        Secrets changed =
                new Secrets(Map.of("KEY", "value-of-today")).and(secrets).and(secrets);

        assertThat(changed.mask("value-of-today, " + VALUE + ", another-one"))
                .isEqualTo("[secret KEY], [secret KEY (before 1)], [secret OTHER]");
        assertThat(changed.fill("a [secret KEY] b [secret NONE] c")).isEqualTo("a value-of-today b [secret NONE] c");
        byte[] bytes = {1, 2, 3, 4, 5, 6, 7};
        assertThat(changed.mask(bytes)).isSameAs(bytes);
    }

    /// However a stream is cut into pieces, it is masked as a whole text is.
    @Property(tries = 200)
    void streamsAreMaskedAsTexts(
            @ForAll @StringLength(max = 20) String before, @ForAll @Size(max = 4) List<Boolean> parts)
            throws IOException {
        StringBuilder text = new StringBuilder(before.replaceAll("[\\uD800-\\uDFFF]", "?"));
        parts.forEach(part -> text.append(part ? VALUE : "another-on").append("p@ss wo"));
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        List<Secrets.Found> heard = new ArrayList<>();
        var one = new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(3, length));
            }
        };

        String masked = new String(secrets.masking(one, heard::add).readAllBytes(), StandardCharsets.UTF_8);

        assertThat(masked).isEqualTo(secrets.mask(text.toString()));
        assertThat(heard.isEmpty()).isEqualTo(!parts.contains(true));
    }
}
