package dev.dynamicworkers.playground.app.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamicworkers.playground.app.fixture.SessionFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Variables and expectations: what a request says besides what is sent.
final class ExpectationTest {
    private static final HeaderLine HOST = new HeaderLine("host", "localhost:8787");

    @TempDir
    Path folder;

    @Test
    void aResponseIsHeldAgainstWhatIsExpected() throws IOException, InterruptedException {
        try (SessionFixture fixture = new SessionFixture(folder)) {
            RunRecord run = fixture.send("/hello");
            List<String> met = List.of(
                    "status 200",
                    "status 2xx",
                    "header content-type application/json",
                    "header x-greeted-by",
                    "json $.visits == 3",
                    "json $.greeting == Hello, Ada!",
                    "json $.isolates[1]",
                    "body contains Ada",
                    "outcome ok",
                    "time < 100000 ms");
            assertThat(met)
                    .allMatch(line -> Expectation.of(line).test().look(run).right(), "met");
            List<String> wrong = List.of(
                    "status 404", "header x-none", "json $.visits == 4", "json $.none", "body == Ada", "time < 1");
            assertThat(wrong)
                    .noneMatch(line -> Expectation.of(line).test().look(run).right());
            assertThat(Expectation.of("json $.visits == 4").test().look(run).what())
                    .isEqualTo("3");
            assertThat(Expectation.of("status 200")
                            .test()
                            .look(fixture.send("/error"))
                            .what())
                    .isEqualTo("no response: EXCEPTION");
        }
    }

    @Test
    void whatIsNoExpectationSaysWhatIsOne() {
        assertThatThrownBy(() -> Expectation.of("stauts 200"))
                .hasMessage("\"stauts 200\" is no expectation. Write " + Expectation.FORMS + ".");
        assertThatThrownBy(() -> Expectation.of("json $[")).hasMessageStartingWith("\"$[\" is no JSONPath: ");
    }

    @Test
    void variablesStandForTheirValues() {
        RequestDraft draft = new RequestDraft(
                "GET",
                "http://{{host}}/{{ path }}",
                List.of(new HeaderLine("x-host", "{{host}}")),
                "{{body}}",
                EventKind.FETCH,
                "",
                new RequestNotes(List.of(HOST), List.of()));
        assertThat(draft.notes().unresolved(draft)).containsExactly("path", "body");
        RequestDraft resolved = draft.notes().resolve(draft);
        assertThat(resolved.url()).isEqualTo("http://localhost:8787/{{ path }}");
        assertThat(resolved.headers().getFirst().value()).isEqualTo("localhost:8787");
    }

    @Test
    void aFileKeepsThemAsComments() {
        RequestDraft draft = new RequestDraft(
                "GET",
                "http://{{host}}/",
                List.of(),
                "",
                EventKind.FETCH,
                "",
                new RequestNotes(List.of(HOST), List.of("status 200", "json $.a == 1")));
        String text = RequestText.write("### first\nGET /\n", 0, draft);
        assertThat(text)
                .isEqualTo("### first\n# @var host = localhost:8787\n# @expect status 200\n# @expect json $.a == 1\n"
                        + "GET http://{{host}}/\n");
        assertThat(RequestText.read("requests/a.http", text).getFirst().draft()).isEqualTo(draft);
        assertThat(RequestText.write(text, 0, draft)).isEqualTo(text);
    }
}
