package dev.dynamicworkers.playground.app.panel.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.project.Fixture;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Answers in place of a grant, between their form and the rules.
final class AnswerDraftTest {
    @Test
    void aValueIsJsonAndNothingIsUndefined() {
        AnswerDraft draft = new AnswerDraft(AnswerDraft.Kind.VALUE, "{\n  \"a\": [1, 2]\n}", "20");
        assertThat(draft.problem()).isEmpty();
        assertThat(draft.fixture()).isEqualTo(new Fixture("{\"a\":[1,2]}", null, Duration.ofMillis(20)));
        assertThat(AnswerDraft.of(draft.fixture(), "").text()).isEqualTo("{\n  \"a\": [\n    1,\n    2\n  ]\n}");
        assertThat(new AnswerDraft(AnswerDraft.Kind.VALUE, " ", "").fixture())
                .isEqualTo(new Fixture(null, null, Duration.ZERO));
        assertThat(AnswerDraft.of(null, "\"last\"").text()).isEqualTo("\"last\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        TypeError: not today | TypeError | not today
        not today            | Error     | not today
        it said: no          | Error     | it said: no
        """)
    void anErrorHasANameAndAMessage(String text, String name, String message) {
        AnswerDraft draft = new AnswerDraft(AnswerDraft.Kind.ERROR, text, "");
        assertThat(draft.fixture().error()).isEqualTo(new Fixture.Thrown(name, message));
        assertThat(AnswerDraft.of(draft.fixture(), "").text()).isEqualTo(name + ": " + message);
    }

    @Test
    void whatCanNotBeAnsweredIsTold() {
        assertThat(new AnswerDraft(AnswerDraft.Kind.VALUE, "hello", "").problem())
                .startsWith("This is no JSON.");
        assertThat(new AnswerDraft(AnswerDraft.Kind.ERROR, " ", "").problem()).startsWith("Write what the error");
        assertThat(new AnswerDraft(AnswerDraft.Kind.VALUE, "1", "soon").problem())
                .startsWith("A delay is");
        assertThat(new AnswerDraft(AnswerDraft.Kind.VALUE, "1", "600001").problem())
                .startsWith("A delay is");
    }
}
