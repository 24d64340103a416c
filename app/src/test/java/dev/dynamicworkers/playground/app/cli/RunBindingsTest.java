package dev.dynamicworkers.playground.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// `playground run` on a project with bindings that one machine can't run, a queue, a paired worker and a cron trigger.
final class RunBindingsTest {
    private static final Map<String, String> FILES = Map.of(
            "shop/wrangler.jsonc",
            """
            {
              "name": "shop", "main": "index.js", "compatibility_date": "2026-01-01",
              "ai": { "binding": "AI" },
              "vectorize": [{ "binding": "VECTORS", "index_name": "v" }],
              "services": [{ "binding": "OTHER", "service": "other" }],
              "triggers": { "crons": ["0 12 * * MON"] },
              "queues": {
                "producers": [{ "binding": "JOBS", "queue": "jobs" }],
                "consumers": [{ "queue": "jobs", "max_batch_timeout": 60 }]
              }
            }
            """,
            "shop/index.js",
            """
            export default {
              async fetch(request, env) {
                await env.JOBS.send({ id: 7 });
                return Response.json([
                  await env.AI.run('model', { prompt: 'hi' }), await env.VECTORS.query([1]).catch((error) => error.message),
                  await (await env.OTHER.fetch('http://other/')).text(),
                ]);
              },
              queue(batch) { console.log('worked off', batch.messages[0].body.id); },
            };
            """,
            "shop/.playground/playground.json",
            """
            {
              "version": 1,
              "parent": { "grants": {
                "AI": { "mode": "on", "methods": { "run": { "fixture": { "value": { "response": "hello" } } } } },
                "VECTORS": { "fixture": { "error": "index is empty" } }
              } }
            }
            """,
            "other/wrangler.jsonc",
            "{ \"name\": \"other\", \"main\": \"index.js\", \"compatibility_date\": \"2026-01-01\" }",
            "other/index.js",
            "export default { fetch: () => new Response('from the other') };");

    @TempDir
    private Path folder;

    private String playground(String... words) {
        var done = CommandLineProcess.runAlone(words);
        assertThat(done.code()).as("%s%s", done.out(), done.err()).isZero();
        return done.out();
    }

    @Test
    void fixturesAnswerAndQueuesAreHandedOver() throws IOException {
        for (var file : FILES.entrySet()) {
            var path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        var shop = folder.resolve("shop").toString();
        var other = folder.resolve("other").toString();

        var json = new JsonMapper().readTree(playground("run", shop, "--with", other, "--output", "json"));
        assertThat(json.path("response").path("body").asString())
                .isEqualTo("[{\"response\":\"hello\"},\"index is empty\",\"from the other\"]");
        assertThat(json.path("queues").path("batches").toString())
                .isEqualTo("[{\"queue\":\"jobs\",\"worker\":\"shop\",\"messages\":1,\"outcome\":\"ok\","
                        + "\"acknowledged\":1,\"retried\":0,\"dead\":0}]");
        assertThat(json.path("queues").path("logs").get(0).path("text").asString())
                .isEqualTo("worked off 7");

        assertThat(playground("state", shop, "queue", "send", "jobs", "{\"id\":8}"))
                .isEqualTo("Done: 1.");
        assertThat(playground("run", shop, "--with", other))
                .contains("jobs to shop: 2 messages, ok")
                .contains("worked off 8");
        assertThat(playground("state", shop, "queue", "list", "jobs")).isEmpty();
        assertThat(playground("check", shop, "--with", other)).contains("Cron 0 12 * * MON: next at ");
    }
}
