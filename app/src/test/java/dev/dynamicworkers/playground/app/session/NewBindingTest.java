package dev.dynamicworkers.playground.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is bound is written where Wrangler reads it, without a change of anything else.
final class NewBindingTest {
    private static final ProjectOutline OUTLINE = new ProjectOutline(
            "hello", "src/index.js", Set.of(), List.of(), Map.of(), Map.of("NOTES", "kv"), "2026-01-01");
    private static final String CONFIG = """
        {
          // Stays.
          "name": "hello",
          "kv_namespaces": [
            { "binding": "NOTES", "id": "notes" }, // mine
          ],
          "r2_buckets": [],
          "queues": { "consumers": [{ "queue": "q" }] },
        }
        """;

    private static String with(NewBinding.Kind kind, String name, String value) {
        return new NewBinding(kind, name, value).into(CONFIG, "hello");
    }

    @Test
    void eachKindHasItsPlace() {
        assertThat(with(NewBinding.Kind.KV, "CACHE", ""))
                .contains("\"kv_namespaces\": [\n"
                        + "    { \"binding\": \"CACHE\", \"id\": \"cache\" },\n"
                        + "    { \"binding\": \"NOTES\"")
                .contains("// Stays.", "// mine");
        assertThat(with(NewBinding.Kind.R2, "MY_FILES", ""))
                .contains("\"r2_buckets\": [{ \"binding\": \"MY_FILES\", \"bucket_name\": \"my-files\" }]");
        assertThat(with(NewBinding.Kind.QUEUE, "JOBS", "work"))
                .contains("\"queues\": {\n  \"producers\": [{ \"binding\": \"JOBS\", \"queue\": \"work\" }],");
        assertThat(with(NewBinding.Kind.RPC, "GREETER", "Greeter"))
                .contains("\"services\": [{ \"binding\": \"GREETER\", \"service\": \"hello\", \"entrypoint\":"
                        + " \"Greeter\" }]");
        assertThat(with(NewBinding.Kind.VAR, "MODE", "a \"b\"")).contains("\"MODE\": \"a \\\"b\\\"\"");
        assertThat(with(NewBinding.Kind.VAR, "OPTIONS", "{\"a\":1}")).contains("\"OPTIONS\": {\"a\":1}");
        assertThat(with(NewBinding.Kind.SECRET, "KEY", "sk-1")).isEqualTo(CONFIG);
        assertThat(new NewBinding(NewBinding.Kind.SECRET, "KEY", "a\"b").intoVars("TAG=x"))
                .isEqualTo("TAG=x\nKEY=\"a\\\"b\"\n");
    }

    @ParameterizedTest
    @CsvSource({
        "VAR, '', x, 'Type a name, such as VAR.'",
        "VAR, 1A, x, 'A name has letters, digits, _ and $, and does not begin with a digit.'",
        "KV, NOTES, '', 'NOTES is taken: it is a kv already.'",
        "VAR, MODE, '', 'Type its value.'",
        "RPC, G, 'a b', 'The name of a class has no spaces or signs.'",
        "KV, CACHE, '', ''",
    })
    void whatCannotBeBoundIsSaid(NewBinding.Kind kind, String name, String value, String sentence) {
        assertThat(new NewBinding(kind, name, value).problem(OUTLINE)).isEqualTo(sentence);
    }
}
