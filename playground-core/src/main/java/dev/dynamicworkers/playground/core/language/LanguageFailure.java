package dev.dynamicworkers.playground.core.language;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// The language service could not answer; the message is one sentence for the person.
public final class LanguageFailure extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    LanguageFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
