package dev.dynamicworkers.playground.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.worker.GuestError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// An error tells what it comes from: chains, aggregates, values that are no errors, circles, too much, hostile ones.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ErrorCausesTest {
    private static final String CODE = """
        let hidden;
        const SECRET = 'sesame-opens-the-door';
        function brew() { throw new RangeError('no tea'); }
        function serve() { try { brew(); } catch (cause) { throw new Error('no breakfast', { cause }); } }
        function chain(n) { return n === 0 ? new Error('the first') : new Error('number ' + n, { cause: chain(n - 1) }); }
        const child = `
          export default { fetch() {
            throw new TypeError('child failed', { cause: new Error('deep in the child') });
          } }`;
        const ways = {
          '/chain': () => serve(),
          '/value': () => { throw new Error('of a value', { cause: { code: 42, at: ['tea'] } }); },
          '/text': () => { throw new Error('of a text', { cause: 'gone' }); },
          '/undefined': () => { throw new Error('of nothing', { cause: undefined }); },
          '/aggregate': () => Promise.any([Promise.reject(new TypeError('first')), Promise.reject(new Error('second', { cause: 7 }))]),
          '/many': () => { throw new AggregateError(Array.from({ length: 30 }, (_, i) => new Error('no ' + i)), 'all'); },
          '/deep': () => { throw chain(40); },
          '/circle': () => { const error = new Error('round'); error.cause = new Error('and', { cause: error }); throw error; },
          '/getter': () => {
            const error = new Error('trap');
            Object.defineProperty(error, 'cause', { get() { throw new Error('guest code ran'); } });
            throw error;
          },
          '/proxy': () => {
            const list = new Proxy([1], { getOwnPropertyDescriptor() { throw new Error('guest code ran'); } });
            throw Object.assign(new AggregateError([], 'hostile'), { errors: list, cause: new Error('fine') });
          },
          '/long': () => { throw new Error('long', { cause: new Error('x'.repeat(1e6)) }); },
          '/secret': () => { throw new Error('told', { cause: new Error('x'.repeat(3990) + SECRET) }); },
          '/child': (env) => env.LOADER.load({
            compatibilityDate: '2026-01-01', mainModule: 'm.js', modules: { 'm.js': child } }).getEntrypoint().fetch('http://child/'),
          '/using': () => {
            const stack = new DisposableStack();
            stack.defer(() => { throw new RangeError('while closing', { cause: 'disk' }); });
            try { throw new TypeError('while working'); } catch (error) { hidden = error; }
            try { stack.dispose(); } catch (error) { throw new SuppressedError(error, hidden, 'both'); }
          },
          '/using-both': () => {
            const stack = new DisposableStack();
            stack.defer(() => { throw new Error('first of two'); });
            stack.defer(() => { throw new Error('second of two'); });
            stack.dispose();
          },
          '/using-itself': () => {
            const error = new SuppressedError(1, 2);
            error.error = error;
            throw error;
          },
          '/using-trap': () => {
            throw Object.defineProperty(new SuppressedError(1, 'kept'), 'error', { get() { throw new Error('guest code ran'); } });
          },
          '/none': () => { throw new Error('alone'); },
        };
        export default {
          async fetch(request, env) {
            await ways[new URL(request.url).pathname](env);
            return new Response('nothing was thrown');
          },
        };
        """;

    private OneProject project;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        project = new OneProject(
                folder,
                RuntimeOptions.DEFAULT,
                Map.of("index.js", CODE, ".dev.vars", "KEY=sesame-opens-the-door\n", "wrangler.jsonc", """
                    { "name": "one", "main": "index.js", "compatibility_date": "2026-01-01",
                      "worker_loaders": [ { "binding": "LOADER" } ] }
                    """));
    }

    @AfterAll
    void stop() {
        project.close();
    }

    private GuestError thrown(String way) {
        return Objects.requireNonNull(project.result(way).error());
    }

    private static GuestError cause(GuestError error) {
        return Objects.requireNonNull(error.causes().cause());
    }

    private List<String> lines(String way) {
        return thrown(way).steps().stream()
                .map(step -> ">".repeat(step.depth()) + step.line())
                .toList();
    }

    @Test
    void aCauseHasItsNameMessageAndFrames() {
        GuestError error = thrown("/chain");
        assertThat(error.headline()).isEqualTo("Error: no breakfast");
        assertThat(cause(error).headline()).isEqualTo("RangeError: no tea");
        assertThat(cause(error).frames().getFirst()).isEqualTo(new GuestError.Frame("brew", "index.js", 3, 25));
        assertThat(cause(error).stack()).startsWith("    at brew (index.js:3:25)\n    at serve (index.js:4:");
        assertThat(thrown("/none").causes()).isEqualTo(GuestError.Causes.NONE);
    }

    @Test
    void valuesThatAreNoErrorsAreShownAsTheConsolePrintsThem() {
        assertThat(lines("/value")).containsExactly("Caused by: { code: 42, at: [ 'tea' ] }");
        assertThat(lines("/text")).containsExactly("Caused by: 'gone'");
        assertThat(lines("/undefined")).containsExactly("Caused by: undefined");
    }

    @Test
    void anAggregateTellsAllOfItsErrors() {
        assertThat(lines("/aggregate"))
                .containsExactly("Error 1 of 2: TypeError: first", "Error 2 of 2: Error: second", ">Caused by: 7");
    }

    @Test
    void anErrorThatSuppressesAnotherTellsBoth() {
        assertThat(thrown("/using").headline()).isEqualTo("SuppressedError: both");
        assertThat(lines("/using"))
                .containsExactly(
                        "Error: RangeError: while closing",
                        ">Caused by: 'disk'",
                        "Suppressed by it: TypeError: while working");
        assertThat(lines("/using-both"))
                .containsExactly("Error: Error: first of two", "Suppressed by it: Error: second of two");
        assertThat(lines("/using-itself")).containsExactly("Suppressed by it: 2");
        assertThat(lines("/using-trap")).containsExactly("Suppressed by it: 'kept'");
    }

    @Test
    void whatIsTooMuchIsCounted() {
        assertThat(lines("/many"))
                .hasSize(GuestError.MOST_CAUSES + 1)
                .startsWith("Error 1 of 30: Error: no 0")
                .endsWith("Error 20 of 30: Error: no 19", "10 causes are left out");
        assertThat(lines("/deep"))
                .hasSize(GuestError.MOST_DEPTH + 1)
                .startsWith("Caused by: Error: number 39")
                .endsWith(">>>>>>>>1 cause is left out");
        assertThat(cause(thrown("/long")).message())
                .hasSize(GuestError.LONGEST_CAUSE)
                .endsWith("x...");
    }

    @Test
    void circlesEndAndNoCodeOfTheGuestRuns() {
        assertThat(lines("/circle")).containsExactly("Caused by: Error: and");
        assertThat(lines("/getter")).isEmpty();
        assertThat(lines("/proxy")).isEmpty();
        assertThat(thrown("/proxy").headline()).isEqualTo("AggregateError: hostile");
    }

    @Test
    void noHalfOfASecretIsLeft() {
        assertThat(cause(thrown("/secret")).message())
                .hasSize(GuestError.LONGEST_CAUSE)
                .doesNotContain("ses")
                .endsWith("x[secret...");
    }

    @Test
    void whatAnErrorCameFromInAnotherIsolateIsTold() {
        GuestError error = thrown("/child");
        assertThat(error.headline()).isEqualTo("TypeError: child failed");
        assertThat(error.steps())
                .extracting(GuestError.CauseStep::line)
                .containsExactly("Caused by: Error: deep in the child");
        assertThat(cause(error).frames()).extracting(GuestError.Frame::file).containsExactly("m.js");
    }
}
