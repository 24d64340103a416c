package dev.dynamicworkers.playground.app.panel.inspector;

import dev.dynamicworkers.playground.app.session.body.JsonSpan;
import dev.dynamicworkers.playground.core.project.Fixture;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// An answer in place of a grant, as its form has it.
///
/// @param kind what it is
/// @param text JSON of a value, nothing for `undefined`; `Name: message` of an error
/// @param delay in milliseconds, nothing for none
record AnswerDraft(Kind kind, String text, String delay) {
    private static final int MOST_DELAY = 600_000;
    private static final String PLAIN_ERROR = "Error";

    /// What is answered.
    enum Kind {
        VALUE("a value"),
        ERROR("an error");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /// An answer of the rules as its form has it.
    ///
    /// @param otherwise JSON of the value where there is none yet
    static AnswerDraft of(@Nullable Fixture fixture, String otherwise) {
        if (fixture == null) {
            return new AnswerDraft(Kind.VALUE, pretty(otherwise), "");
        }
        Fixture.Thrown error = fixture.error();
        String delay =
                fixture.delay().isZero() ? "" : String.valueOf(fixture.delay().toMillis());
        String value = fixture.value();
        return error == null
                ? new AnswerDraft(Kind.VALUE, pretty(value == null ? "" : value), delay)
                : new AnswerDraft(Kind.ERROR, error.name() + ": " + error.message(), delay);
    }

    private static String pretty(String json) {
        return JsonSpan.of(json).map(JsonSpan::pretty).orElse(json);
    }

    /// What is wrong with it, one sentence; empty when it can be answered.
    String problem() {
        if (kind == Kind.VALUE && !text.isBlank() && JsonSpan.of(text).isEmpty()) {
            return "This is no JSON. Text stands in double quotes: \"hello\".";
        }
        if (kind == Kind.ERROR && text.isBlank()) {
            return "Write what the error says, such as TypeError: not today.";
        }
        if (!delay.isBlank() && (!delay.strip().matches("\\d{1,6}") || Integer.parseInt(delay.strip()) > MOST_DELAY)) {
            return "A delay is a whole number of milliseconds up to 600,000.";
        }
        return "";
    }

    Fixture fixture() {
        Duration after = Duration.ofMillis(delay.isBlank() ? 0 : Long.parseLong(delay.strip()));
        if (kind == Kind.VALUE) {
            return new Fixture(text.isBlank() ? null : JsonSpan.oneLine(text), null, after);
        }
        String[] parts = text.strip().split(":\\s*", 2);
        boolean named = parts.length == 2 && parts[0].matches("[A-Za-z]\\w*");
        return new Fixture(
                null, new Fixture.Thrown(named ? parts[0] : PLAIN_ERROR, named ? parts[1] : text.strip()), after);
    }
}
