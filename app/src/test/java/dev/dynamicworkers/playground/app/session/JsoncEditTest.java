package dev.dynamicworkers.playground.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class JsoncEditTest {
    private static final String TEXT = """
        {
          // "main": "not this"
          "vars": { "main": "nor this", "A": 1 },
          "main" /* here */ : "src/index.js",
          "rules": [{ "main": "x" }],
        }
        """;

    @Test
    void onlyTheValueOfTheOutermostKeyChanges() {
        assertThat(JsoncEdit.setString(TEXT, "main", "src/b.js"))
                .isEqualTo(TEXT.replace("\"src/index.js\"", "\"src/b.js\""));
    }

    @Test
    void aMissingKeyIsAdded() {
        assertThat(JsoncEdit.setString("{}", "name", "a\"b")).isEqualTo("{\n  \"name\": \"a\\\"b\"\n}");
        assertThat(JsoncEdit.setString("// c\n{ \"a\": 1 }", "b", "2"))
                .isEqualTo("// c\n{\n  \"b\": \"2\", \"a\": 1 }");
        assertThat(JsoncEdit.addWithin(TEXT, "vars", "B", "true")).contains("\"vars\": { \"B\": true, \"main\"");
        assertThat(JsoncEdit.addWithin("{}", "vars", "B", "\"\"")).contains("\"vars\": { \"B\": \"\" }");
        assertThat(JsoncEdit.setString("no object", "a", "b")).isEqualTo("no object");
    }

    @Test
    void fixesLeaveTheRestAlone() {
        var line = new Problem.Fix("", "a.js", 2, "mainModule", "globalOutbound: null, mainModule");
        assertThat(line.apply("a\n  mainModule: 1\nb")).isEqualTo("a\n  globalOutbound: null, mainModule: 1\nb");
        assertThat(line.apply("a\nother\nb")).isEqualTo("a\nother\nb");
        assertThat(new Problem.Fix("", "wrangler.jsonc", 0, "vars.X", "\"\"").apply("{}"))
                .contains("\"X\": \"\"");
    }
}
