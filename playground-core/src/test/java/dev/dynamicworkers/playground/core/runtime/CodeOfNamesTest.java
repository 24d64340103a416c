package dev.dynamicworkers.playground.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.trace.LogCap;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import dev.dynamicworkers.playground.core.worker.Limit;
import dev.dynamicworkers.playground.core.worker.Limits;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/// What the engine remarks of a run that ends well.
final class CodeOfNamesTest {
    private static final String CODE = """
        export default {
          async fetch(request, env) {
            const text = new URL(request.url).pathname.slice(1);
            if (text === 'flood') {
              for (let i = 0; i < 15; i++) console.log(i);
              return new Response('logged');
            }
            const code = `export default { fetch() { return new Response('${text}'); } }`;
            const stub = env.LOADER.get('greeter', () => ({
              compatibilityDate: '2026-01-01', mainModule: 'm.js', modules: { 'm.js': code } }));
            return stub.getEntrypoint().fetch(request);
          },
        };
        """;

    private final List<String> notes = new CopyOnWriteArrayList<>();

    private static String get(RunningProject project, String path) {
        return WorkerFixture.text(WorkerFixture.await(project.dispatch(new Invocation.Fetch(
                "GET", "http://fixture" + path, List.of(), new RequestBody.None(), /* entrypoint= */ null))));
    }

    private void hear(TailEvent event) {
        if (event instanceof TailEvent.Note note) {
            notes.add(note.text());
        }
    }

    @Test
    void anIdThatComesToStandForOtherCodeIsToldOf() {
        try (LocalRuntime runtime = LocalRuntime.start();
                RunningProject project =
                        runtime.start(WorkerFixture.project(CODE), RuntimeOptions.DEFAULT, this::hear)) {
            assertThat(get(project, "/one")).isEqualTo("one");
            assertThat(get(project, "/two")).as("the worker that is there").isEqualTo("one");
            assertThat(notes).isEmpty();
            WorkerFixture.await(project.reset());
            assertThat(get(project, "/two")).isEqualTo("two");
            assertThat(notes)
                    .singleElement()
                    .asString()
                    .startsWith("The id \"greeter\" stands for other code than before.");
            WorkerFixture.await(project.reset());
            assertThat(get(project, "/two")).isEqualTo("two");
            assertThat(notes).hasSize(1);
        }
    }

    @Test
    void linesBeyondTheLimitAreCounted() {
        RuntimeOptions options = RuntimeOptions.DEFAULT.limiting(Limits.DEFAULT.with(Limit.LOG_LINES, 10));
        try (LocalRuntime runtime = LocalRuntime.start();
                RunningProject project = runtime.start(WorkerFixture.project(CODE), options, this::hear)) {
            assertThat(get(project, "/flood")).isEqualTo("logged");
            assertThat(notes.stream().map(LogCap::of))
                    .containsExactly(
                            Optional.of(new LogCap(10, 0, Limit.LOG_LINES)),
                            Optional.of(new LogCap(10, 5, Limit.LOG_LINES)));
        }
    }
}
