package dev.dynamicworkers.playground.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.runtime.EngineStatus;
import dev.dynamicworkers.playground.core.runtime.InvocationResult;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class TextReportTest {
    @Test
    void everythingIsThere() {
        assertThat(text(Results.handled(Results.bytes("Hello")), Results.ENGINE))
                .isEqualToNormalizingNewlines("""
                    HTTP/1.1 201 Created
                    set-cookie: a=1
                    set-cookie: b=2

                    Hello

                    Error in dynamic#1
                    Error: exceeded 50 ms of CPU time
                        at spin (loop.js:4:3)

                    Logs
                    dynamic#1       warn    a { b: [ 1, null ] }

                    Requests
                    dynamic#1       denied      GET https://example.com/ (no network)
                    allow it

                    Secrets that were seen on their way out
                    dynamic#1       API_KEY in a url (base64): GET https://example.com/

                    Isolates
                    NAME            ROLE     PARENT      STATE        RETAINED   ALLOCATED         CPU  REQUESTS
                    parent          parent   -           idle            80 KB      1.0 MB     12.5 ms         1
                    dynamic#1       dynamic  parent      killed        unknown        2 KB     unknown         1

                    Notes
                    a note

                    ok in 21.5 ms (start 9.0 ms, CPU 55.0 ms: dynamic#1 50.5 ms, parent 4.5 ms)
                    """);
    }

    @Test
    void errorHasItsStack() {
        assertThat(text(
                        Results.failed(),
                        new EngineStatus("GraalJS", /* compiled= */ false, /* memoryMeasured= */ false, 1)))
                .isEqualToNormalizingNewlines("""

                    Error
                    TypeError: boom
                        at fetch (src/index.js:3:11)
                      Caused by: Error: no tea
                          at brew (src/tea.js:1:2)
                      Error 1 of 1: 'empty'
                      2 causes are left out

                    exception in 1.0 ms (start 0.0 ms, CPU 1.0 ms)
                    Guest code was interpreted: this Java can't compile it, so times are longer than usual.
                    """);
    }

    /// The place of code that a limit ended stands above the line where its caller waited.
    @Test
    void anErrorFromAnotherIsolateHasItsStackThere() {
        assertThat(text(Results.ended(), Results.ENGINE).lines())
                .containsSubsequence(
                        "Error: exceeded 50 ms of CPU time",
                        "  in dynamic#1",
                        "    at spin (loop.js:4:3)",
                        "  in parent",
                        "    at fetch (index.js:9:5)");
    }

    /// So does a test that fails for it, with what was logged.
    @Test
    void aFailedTestTellsWhatIsolatesDid() {
        var ended = Results.ended();
        var text = new StringWriter();
        new TextReport(new PrintWriter(text), new Terminal(/* hasColors= */ false))
                .failed(Objects.requireNonNull(ended.error()), ended);
        assertThat(text.toString()).isEqualTo("""
            Error: exceeded 50 ms of CPU time
              in dynamic#1
                at spin (loop.js:4:3)
              in parent
                at fetch (index.js:9:5)
            dynamic#1       warn    a { b: [ 1, null ] }
            """);
    }

    @Test
    void guestTextCanNotSteerTheTerminal() {
        assertThat(Terminal.safe("a\u001b[31mb\u0007\r\nc\td\u009b")).isEqualTo("a\u241b[31mb\u2407\nc\td\ufffd");
    }

    @Test
    void coloursAreOnlyForTerminals() {
        assertThat(new Terminal(/* hasColors= */ false).red("x")).isEqualTo("x");
        assertThat(new Terminal(/* hasColors= */ true).red("x")).isEqualTo("\u001b[31mx\u001b[0m");
    }

    private static String text(InvocationResult result, EngineStatus engine) {
        var text = new StringWriter();
        new TextReport(new PrintWriter(text), new Terminal(/* hasColors= */ false))
                .print(result, List.of(result), engine);
        return text.toString();
    }
}
