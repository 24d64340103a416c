package dev.dynamicworkers.playground.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.project.secret.Secrets;
import dev.dynamicworkers.playground.core.util.PlainLine;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What an engine process says on standard error: text of guest code may be in any line of any logger.
final class EngineErrorsTest {
    private static final String ESCAPE = "\u001b";

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final EngineErrors errors =
            EngineErrors.before(new PrintStream(written, /* autoFlush= */ true, StandardCharsets.UTF_8));
    private final PrintStream err = errors.asPrintStream();

    @Test
    void secretsAreMaskedInWhateverIsPrinted() {
        errors.learn(new Secrets(Map.of("TOKEN", "open-sesame")));
        errors.learn(new Secrets(Map.of("OTHER", "cold-cinnamon")));
        new IllegalStateException("guest said open-sesame").printStackTrace(err);
        err.print("in two pieces: cold-");
        err.println("cinnamon");

        assertThat(text())
                .contains("IllegalStateException: guest said [secret TOKEN]", "in two pieces: [secret OTHER]")
                .doesNotContain("open-sesame", "cold-cinnamon");
    }

    @Test
    void aLineIsShortAndDoesNothing() {
        err.println("a" + ESCAPE + "[2Jb\rc\u009bd\u202ee\u2028f\tg \u00e9\ud83d\ude00");
        err.println("x".repeat(1_000_000));

        assertThat(text().lines())
                .containsExactly("a?[2Jb?c?d?e?f g \u00e9\ud83d\ude00", "x".repeat(PlainLine.MOST - 3) + "...");
    }

    @Test
    void aSecretAtTheCutIsNotCutBeforeItIsMasked() {
        errors.learn(new Secrets(Map.of("TOKEN", "open-sesame")));
        err.println("x".repeat(PlainLine.MOST - 8) + "open-sesame");

        assertThat(text()).doesNotContain("open");
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
