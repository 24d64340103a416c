package dev.dynamicworkers.playground.app.panel.problems;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.panel.problems.lint.CodeFiles;
import dev.dynamicworkers.playground.app.panel.problems.lint.SandboxLint;
import dev.dynamicworkers.playground.app.session.Problem;
import dev.dynamicworkers.playground.app.session.ProjectOutline;
import dev.dynamicworkers.playground.app.session.ProjectTexts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class SandboxLintTest {
    private static final String GOOD_PARENT = """
        export default {
          fetch(request, env, ctx) {
            return env.LOADER.load({
              compatibilityDate: '2026-01-01', mainModule: 'a.js', modules: { 'a.js': code },
              env: { GREETER: ctx.exports.Greeter(), nested: { X: 1 }, ...more() },
              globalOutbound: null,
            }).getEntrypoint().fetch(request);
          },
        };
        """;

    private static List<Problem> lint(String parent, String dynamic) {
        ProjectOutline outline = new ProjectOutline(
                "p",
                "src/index.js",
                Set.of("dynamic/a.js"),
                List.of(),
                Map.of(),
                Map.of("LOADER", "worker loader"),
                "2026-01-01");
        return SandboxLint.of(
                new ProjectTexts(
                        Path.of("nowhere"),
                        List.of("src/index.js", "dynamic/a.js"),
                        Map.of("src/index.js", parent, "dynamic/a.js", dynamic)),
                outline,
                new CodeFiles());
    }

    static Stream<Arguments> rules() {
        String noSpread = GOOD_PARENT.replace(", ...more()", "");
        return Stream.of(
                Arguments.of(
                        GOOD_PARENT.replace("env.LOADER", "env.LODER"),
                        "",
                        "env.LODER is not declared in the configuration"),
                Arguments.of(
                        GOOD_PARENT.replace("env: {", "env: { ...env,"),
                        "",
                        "The dynamic worker gets the whole env of its parent"),
                Arguments.of(
                        GOOD_PARENT.replace("compatibilityDate: '2026-01-01', ", ""),
                        "",
                        "A dynamic worker needs a compatibilityDate"),
                Arguments.of(
                        GOOD_PARENT.replace("globalOutbound: null,", ""),
                        "",
                        "The dynamic worker has the network of its parent"),
                Arguments.of("const a = 1;", "", "The main module has no default export"),
                Arguments.of(
                        noSpread,
                        "export default { fetch(r, env) { return env.SECRET; } };",
                        "env.SECRET is not granted"),
                Arguments.of(
                        GOOD_PARENT,
                        "const r = fetch('https://a/');",
                        "fetch() is refused here: the parent gives no network"),
                Arguments.of(GOOD_PARENT, "eval('1');", "Workers don't make code from strings"),
                Arguments.of(GOOD_PARENT, "setTimeout('x', 1);", "A timer takes a function, not a string"),
                Arguments.of(
                        GOOD_PARENT,
                        "export default {}; const a = require('a');",
                        "require and module.exports don't exist in an ES module"),
                Arguments.of(GOOD_PARENT, "const key = 'sk-abcdefghijklmnopqrst';", "This looks like a secret"),
                Arguments.of(GOOD_PARENT, "await caches.open('a');", "The global scope can't do I/O"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void eachRuleFindsItsCase(String parent, String dynamic, String message) {
        assertThat(lint(parent, dynamic)).extracting(Problem::message).containsExactly(message);
    }

    @Test
    void goodCodeHasNoFindings() {
        String dynamic = """
            // env.NOPE and fetch('x') and eval('y') in a comment
            export default {
              async fetch(request, env) {
                return env.GREETER.fetch('env.OTHER');
              },
            };
            """;
        assertThat(lint(GOOD_PARENT, dynamic)).isEmpty();
    }

    @Test
    void fixesSolveWhatTheyAreFor() {
        String broken = GOOD_PARENT.replace("globalOutbound: null,", "");
        Problem problem = lint(broken, "").getFirst();
        assertThat(lint(problem.fixes().getFirst().apply(broken), "")).isEmpty();
        assertThat(Objects.requireNonNull(problem.place()).line()).isEqualTo(4);
    }
}
