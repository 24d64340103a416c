package dev.dynamicworkers.playground.app.session.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the playground knows by heart about errors.
final class ExplanationsTest {
    @Test
    void thereAreFortyAtLeast() {
        assertThat(Explanations.count()).isGreaterThanOrEqualTo(40);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        grant-missing         | TypeError: Cannot read properties of undefined (reading 'get') | const v = await env.NOTES.get('a');
        grant-missing         | TypeError: Cannot read property 'greet' of undefined | return env.GREETER.greet(name)
        grant-method          | TypeError: env.GREETER.greet is not a function | await env.GREETER.greet('x')
        rpc-no-method         | TypeError: The RPC receiver does not implement the method "greet". | x
        env-name-unknown      | ReferenceError: env is not defined | env.X
        process-missing       | ReferenceError: process is not defined | x
        browser-global        | ReferenceError: window is not defined | x
        network-none          | Error: This worker is not permitted to access the internet via global functions like fetch(). | x
        network-blocked       | Error: The playground blocks the network for this project: https://api.example.com/ | x
        connection-failed     | Error: Network connection failed: refused | x
        subrequests           | Error: Too many subrequests by single Worker invocation. | x
        cpu                   | Error: Worker exceeded its CPU time limit of 50 ms | x
        memory                | Error: Worker exceeded its memory limit of 128 MB | x
        hung                  | Error: your Worker's code had hung and would never generate a response. | x
        recursion             | RangeError: Maximum call stack size exceeded | x
        no-such-module        | Error: No such module "lodash". | x
        top-level-await       | Error: Top-level await in module is unsettled. | x
        two-codes             | The id "greeter" stands for other code than before. get() gives the worker that is there | x
        callback-failed       | Error: The loader's callback failed. | x
        clone                 | DataCloneError: Could not serialize object of type "Foo". | x
        stub-disposed         | Error: RPC stub used after being disposed. | x
        execution-context     | Error: The execution context responding to this call was canceled. | x
        body-used             | TypeError: Body has already been used. | x
        stream-locked         | TypeError: The ReadableStream has been locked to a reader. | x
        json                  | SyntaxError: Unexpected end of JSON input | x
        not-defined           | ReferenceError: foo is not defined | foo()
        not-a-function        | TypeError: greet is not a function | greet()
        eval                  | EvalError: Code generation from strings disallowed for this context | x
        """)
    void errorsAreExplained(String id, String error, String line) {
        assertThat(Explanations.of(error, line)).hasValueSatisfying(found -> {
            assertThat(found.id()).isEqualTo(id);
            assertThat(found.cause()).doesNotContain("$1").doesNotContain("$name");
            assertThat(found.fixes()).allSatisfy(fix -> assertThat(fix.title()).doesNotContain("$"));
        });
    }

    @Test
    void aMissingGrantIsNamedAndOffered() {
        Explanation found = Explanations.of(
                        "TypeError: Cannot read properties of undefined (reading 'get')", "env.NOTES.get(1)")
                .orElseThrow();
        assertThat(found.cause()).startsWith("NOTES is not granted");
        assertThat(found.fixes()).containsExactly(new Fix(Fix.Kind.GRANT, "Grant NOTES", "NOTES"));
    }

    /// Headings of the guide as links name them.
    private static Set<String> sections(Path page) throws IOException {
        return Files.readString(page)
                .lines()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}\\s-]", "")
                        .replaceAll("\\s", "-"))
                .collect(Collectors.toSet());
    }

    @Test
    void whatIsToBeReadIsThere() throws IOException {
        for (String id : Explanations.ids()) {
            Reading reading = Reading.about(id).orElse(null);
            if (reading == null) {
                assertThat(id)
                        .as("only what is plain JavaScript has nothing to be read")
                        .isIn(
                                "recursion",
                                "invalid-length",
                                "json",
                                "undefined-property",
                                "not-a-function",
                                "not-defined",
                                "const-assign",
                                "syntax");
                continue;
            }
            URI platform = reading.platform();
            assertThat(!reading.page().isEmpty() || platform != null).as(id).isTrue();
            if (platform != null) {
                assertThat(platform.toString())
                        .startsWith("https://developers.cloudflare.com/")
                        .endsWith("/");
            }
            if (!reading.page().isEmpty()) {
                Path page = Path.of("../docs/guide").resolve(reading.page());
                assertThat(page).isRegularFile();
                if (!reading.section().isEmpty()) {
                    assertThat(sections(page)).as(id).contains(reading.section());
                }
            }
        }
    }

    @Test
    void whatIsNotKnownIsNotExplained() {
        assertThat(Explanations.of("Error: my own business", "throw new Error()"))
                .isEmpty();
    }
}
