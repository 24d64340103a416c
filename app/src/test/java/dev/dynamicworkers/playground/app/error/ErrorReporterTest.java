package dev.dynamicworkers.playground.app.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What a failure that nobody expected may say to a log, which may be a terminal.
final class ErrorReporterTest {
    @Test
    void aReportHasNoControlCharactersAndNoSecrets() {
        ErrorReporter errors = new ErrorReporter(Runnable::run);
        errors.maskedBy(text -> text.replace("open-sesame", "[secret TOKEN]"));

        errors.report("It failed.", new IllegalStateException("guest said \u001b[2J\u009b\u202eopen-sesame\tx"));

        assertThat(Objects.requireNonNull(errors.latestProperty().get()).report())
                .startsWith("It failed.")
                .contains("guest said ?[2J??[secret TOKEN]\tx");
    }
}
