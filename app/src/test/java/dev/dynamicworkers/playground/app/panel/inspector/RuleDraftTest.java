package dev.dynamicworkers.playground.app.panel.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.project.network.NetworkRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Network rules between the form and the file.
final class RuleDraftTest {
    @Test
    void aHeaderWithASecretIsWrittenAndReadBack() {
        RuleDraft draft = RuleDraft.of("api.stripe.com", NetworkRule.Action.ALLOW)
                .about("GET, post", "/v1/*")
                .withHeader("Authorization", "Bearer ${STRIPE_KEY}");
        String json = draft.json("{}");
        assertThat(json)
                .isEqualTo("{\"host\":\"api.stripe.com\",\"methods\":[\"GET\",\"POST\"],\"path\":\"/v1/*\","
                        + "\"action\":\"allow\",\"headers\":{\"authorization\":\"Bearer ${STRIPE_KEY}\"}}");
        RuleDraft read = RuleDraft.read(json);
        assertThat(read.methods()).isEqualTo("GET, POST");
        assertThat(read.header()).isEqualTo("authorization");
        assertThat(read.json(json)).isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"sun": true}         | {"status":503,"json":{"sun":true}}
        plain words           | {"status":503,"body":"plain words"}
        file:fixtures/w.json  | {"status":503,"file":"fixtures/w.json"}
        ''                    | {"status":503}
        """)
    void anAnswerIsJsonTextOrAFile(String body, String written) {
        RuleDraft draft =
                RuleDraft.of("weather.example", NetworkRule.Action.ANSWER).answering("503", body);
        assertThat(draft.json("{}"))
                .isEqualTo("{\"host\":\"weather.example\",\"action\":\"answer\",\"answer\":" + written + "}");
    }

    @Test
    void whatTheFormHasNoFieldForStays() {
        String before = "{\"host\":\"a.example\",\"action\":\"answer\",\"private\":true,"
                + "\"answer\":{\"status\":200,\"headers\":{\"x-a\":\"1\"},\"body\":\"42\",\"delayMs\":5}}";
        RuleDraft draft = RuleDraft.read(before);
        assertThat(draft.answering("201", draft.body()).json(before))
                .isEqualTo(before.replace("\"status\":200", "\"status\":201"));
        String two = "{\"host\":\"a.example\",\"action\":\"allow\",\"headers\":{\"x-a\":\"1\",\"x-b\":\"2\"}}";
        assertThat(RuleDraft.read(two).withHeader("x-c", "3").json(two))
                .isEqualTo("{\"host\":\"a.example\",\"action\":\"allow\",\"headers\":{\"x-b\":\"2\",\"x-c\":\"3\"}}");
        String local = "{\"host\":\"internal.example\",\"private\":true,\"action\":\"allow\"}";
        RuleDraft other = RuleDraft.of("public.example", NetworkRule.Action.ALLOW);
        assertThat(other.json(local)).doesNotContain("private");
        assertThat(RuleDraft.of("localhost:8080", NetworkRule.Action.ALLOW).json("{}"))
                .contains("\"private\":true");
    }

    @Test
    void whatCanNotBeARuleIsTold() {
        assertThat(RuleDraft.of("not a host!", NetworkRule.Action.DENY).problem())
                .contains("is not a host");
        RuleDraft good = RuleDraft.of("a.example", NetworkRule.Action.ALLOW);
        assertThat(good.problem()).isEmpty();
        assertThat(good.about("", "v1").problem()).startsWith("A path begins");
        assertThat(good.withHeader("not a name", "1").problem()).contains("is not the name of a header");
        assertThat(good.withHeader("", "Bearer x").problem()).startsWith("Name the header");
        RuleDraft answer = RuleDraft.of("a.example", NetworkRule.Action.ANSWER);
        assertThat(answer.answering("99", "").problem()).startsWith("A status is");
    }
}
