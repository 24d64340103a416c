package dev.dynamicworkers.playground.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A body that a worker passes on without reading it goes by its isolate. Nobody can tell: it is the same as one whose
/// bytes went through.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PassedStreamTest {
    private static final String CHILD = """
        export default {
          async fetch(request) {
            const kind = new URL(request.url).pathname.slice(1);
            if (kind === 'echo') return new Response(request.body, { headers: { 'x-kind': 'echo' } });
            if (kind === 'upper') return new Response((await request.text()).toUpperCase());
            let left = 3;
            return new Response(new ReadableStream({
              type: 'bytes',
              pull(controller) {
                if (kind === 'breaks' && left === 1) throw new TypeError('broke off');
                if (left-- > 0) controller.enqueue(new TextEncoder().encode(`chunk ${left} `));
                else controller.close();
              },
            }), { status: 201 });
          },
        };
        """;

    private static final String CODE = """
        const through = (body) => (body === null ? null : body.pipeThrough(new TransformStream()));
        export default {
          async fetch(request, env, ctx) {
            const [, way, kind] = new URL(request.url).pathname.split('/');
            const child = env.LOADER.get('child', () => ({
              compatibilityDate: '2026-01-01', mainModule: 'c.js', modules: { 'c.js': %s },
            })).getEntrypoint();
            const pass = way === 'passed' ? (body) => body : through;
            const answer = await child.fetch(`http://child/${kind}`, {
              method: request.method, body: pass(request.body),
            });
            const response = new Response(pass(answer.body), answer);
            if (kind === 'looks') ctx.waitUntil(scheduler.wait(20).then(() => console.log(answer.bodyUsed)));
            if (kind === 'cancels') await response.body.cancel();
            return kind === 'cancels' ? new Response('cancelled') : response;
          },
        };
        """.formatted(quoted(CHILD));

    private LocalRuntime runtime;
    private WorkerFixture worker;

    private static String quoted(String code) {
        return "`" + code.replace("\\", "\\\\").replace("`", "\\`").replace("$", "\\$") + "`";
    }

    @BeforeAll
    void start() {
        runtime = LocalRuntime.start();
        worker = WorkerFixture.start(runtime, RuntimeOptions.DEFAULT, CODE);
    }

    @AfterAll
    void stop() {
        worker.close();
        runtime.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"chunks", "echo", "upper", "looks", "breaks", "cancels"})
    void passedIsAsThrough(String kind) {
        String through = told(send("/through/" + kind));
        assertThat(told(send("/passed/" + kind))).isEqualTo(through);
        assertThat(through)
                .contains(
                        switch (kind) {
                            case "echo" -> "a request's body";
                            case "upper" -> "A REQUEST'S BODY";
                            case "cancels" -> "cancelled";
                            case "breaks" -> "chunk 2 chunk 1 | EXCEPTION";
                            case "looks" -> "[true]";
                            default -> "201 chunk 2 chunk 1 chunk 0 | OK";
                        });
    }

    /// What was not read yet is lost with the isolate that makes it or passes it on: that is no end of the stream.
    @ParameterizedTest
    @ValueSource(strings = {"made", "passed"})
    void aStreamWhoseIsolateWasEndedIsNotOver(String kind) {
        String code = """
            const child = `
              const bytes = () => new ReadableStream({
                type: 'bytes',
                pull: (controller) => controller.enqueue(new TextEncoder().encode('chunk')),
              });
              export default {
                fetch(request) {
                  const kind = new URL(request.url).pathname;
                  if (kind === '/spin') for (;;) {}
                  return new Response(kind === '/made' ? bytes() : request.body);
                },
              };`;
            export default {
              async fetch(request, env) {
                const worker = env.LOADER.get('child', () => ({ compatibilityDate: '2026-01-01', mainModule: 'c.js',
                  modules: { 'c.js': child }, limits: { cpuMs: 100 } })).getEntrypoint();
                const body = new ReadableStream({ type: 'bytes', pull: (c) => c.enqueue(new Uint8Array(5)) });
                const answer = await worker.fetch('http://c/%s', { method: 'POST', body });
                const reader = answer.body.getReader();
                const first = await reader.read();
                await worker.fetch('http://c/spin').catch(() => {});
                for (let i = 0; i < 100; i++) {
                  try {
                    if ((await reader.read()).done) return new Response('over');
                  } catch (error) {
                    return new Response(first.value.length + ' bytes, then ' + error.message);
                  }
                }
                return new Response('goes on');
              }
            };
            """.formatted(kind);
        try (WorkerFixture cut = WorkerFixture.start(runtime, RuntimeOptions.DEFAULT, code)) {
            assertThat(WorkerFixture.text(cut.get("/")))
                    .startsWith("5 bytes, then ")
                    .contains("exceeded its CPU time limit");
        }
    }

    private InvocationResult send(String path) {
        byte[] body = "a request's body".getBytes(StandardCharsets.UTF_8);
        return worker.send(new Invocation.Fetch(
                "POST",
                "http://fixture" + path,
                List.of(),
                new RequestBody.Stream(new ByteArrayInputStream(body)),
                /* entrypoint= */ null));
    }

    private static String told(InvocationResult result) {
        InvocationResult.WorkerResponse response = result.response();
        return response == null
                ? "no response | " + result.outcome() + " | " + result.error()
                : response.status() + " " + new String(response.body(), StandardCharsets.UTF_8) + "| "
                        + result.outcome() + " | " + response.headers() + WorkerFixture.logs(result);
    }
}
