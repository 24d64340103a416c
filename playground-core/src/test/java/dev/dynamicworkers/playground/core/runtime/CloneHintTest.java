package dev.dynamicworkers.playground.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where a value cannot be cloned is told beside the platform's own message, on this side of the boundary and the
/// other.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CloneHintTest {
    private static final String CODE = """
        export class Room {}
        const CHILD = `
          import { WorkerEntrypoint } from 'cloudflare:workers';
          export default class extends WorkerEntrypoint {
            take() {}
            give() { return { rows: [1, { 'a-b': Symbol('s') }] }; }
          }`;
        const bad = { list: [1, { when: new WeakMap() }] };
        const code = (extra) => ({ compatibilityDate: '2026-01-01', mainModule: 'm.js', modules: { 'm.js': CHILD }, ...extra });
        const ways = {
          '/env': (env) => env.LOADER.load(code({ env: { deep: bad } })),
          '/props': (env) => env.LOADER.load(code()).getEntrypoint(null, { props: bad }),
          '/arguments': (env) => env.LOADER.load(code()).getEntrypoint().take(0, bad),
          '/result': (env) => env.LOADER.load(code()).getEntrypoint().give(),
        };
        export default {
          async fetch(request, env) {
            await ways[new URL(request.url).pathname](env);
            return new Response('nothing was refused');
          },
        };
        """;

    private LocalRuntime runtime;
    private WorkerFixture worker;

    @BeforeAll
    void start() {
        runtime = LocalRuntime.start();
        worker = WorkerFixture.start(runtime, RuntimeOptions.DEFAULT, CODE);
    }

    @AfterAll
    void stop() {
        runtime.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/env,       env.deep.list[1].when",
        "/props,     props.list[1].when",
        "/arguments, arguments[1].list[1].when",
        "/result,    'result.rows[1][\"a-b\"]'"
    })
    void pathOfTheValueIsAHint(String way, String path) {
        var error = Objects.requireNonNull(worker.get(way).error());
        assertThat(error.name()).isEqualTo("DataCloneError");
        assertThat(error.message()).doesNotContain(path);
        assertThat(error.hint()).isEqualTo("The value that cannot be cloned is " + path + ".");
    }
}
