package dev.dynamicworkers.playground.core.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ModuleRulesTest {
    @ParameterizedTest
    @CsvSource({
        "index.js, ES_MODULE",
        "src/a.mjs, ES_MODULE",
        "src/a.ts, ES_MODULE",
        "a.cjs, COMMON_JS",
        "a.txt, TEXT",
        "a/b/c.html, TEXT",
        "schema.sql, TEXT",
        "a.bin, DATA",
        "a.wasm, COMPILED_WASM",
        "data.json, JSON",
    })
    void filesHaveTheTypesThatWranglerGivesThem(String path, ModuleType type) {
        assertThat(new ModuleRules(List.of()).typeOf(path)).hasValue(type);
    }

    @Test
    void otherFilesAreNoModules() {
        assertThat(new ModuleRules(List.of()).typeOf("README.md")).isEmpty();
    }

    @Test
    void aRuleOfTheConfigurationComesFirst() {
        var rules = new ModuleRules(List.of(rule("dynamic/**/*.js")));

        assertThat(rules.typeOf("dynamic/a/main.js")).hasValue(ModuleType.TEXT);
        assertThat(rules.typeOf("dynamic/main.js")).hasValue(ModuleType.TEXT);
        assertThat(rules.typeOf("src/main.js")).hasValue(ModuleType.ES_MODULE);
    }

    @Test
    void aRuleThatDoesNotFallThroughHidesLaterOnesOfItsType() {
        var rules = new ModuleRules(List.of(rule("**/*.md")));

        assertThat(rules.typeOf("a.md")).hasValue(ModuleType.TEXT);
        assertThat(rules.typeOf("a.txt")).isEmpty();
        assertThat(rules.ignored()).hasSize(1);
    }

    @Test
    void aRuleThatFallsThroughKeepsLaterOnes() {
        var markdown = new ModuleRule(ModuleType.TEXT, List.of("**/*.md"), /* fallthrough= */ true);

        assertThat(new ModuleRules(List.of(markdown)).typeOf("a.txt")).hasValue(ModuleType.TEXT);
    }

    private static ModuleRule rule(String glob) {
        return new ModuleRule(ModuleType.TEXT, List.of(glob), /* fallthrough= */ false);
    }
}
