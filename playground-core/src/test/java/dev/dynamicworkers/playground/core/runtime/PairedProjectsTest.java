package dev.dynamicworkers.playground.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamicworkers.playground.core.project.ConfigProblem;
import dev.dynamicworkers.playground.core.project.Project;
import dev.dynamicworkers.playground.core.project.ProjectException;
import dev.dynamicworkers.playground.core.project.ProjectReader;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.worker.Limit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Workers of two folders that run together: requests, calls, objects and queues go from one to the other.
final class PairedProjectsTest {
    private static final String SHOP = """
        {
          "name": "shop", "main": "index.js", "compatibility_date": "2026-01-01",
          "services": [
            { "binding": "BILLING", "service": "billing" },
            { "binding": "LEDGER", "service": "billing", "entrypoint": "Ledger", "props": { "who": "shop" } },
            { "binding": "NOWHERE", "service": "nowhere" }
          ],
          "kv_namespaces": [{ "binding": "KV", "id": "same" }],
          "durable_objects": { "bindings": [
            { "name": "COUNTER", "class_name": "Counter", "script_name": "billing" },
            { "name": "GONE", "class_name": "Gone", "script_name": "nowhere" }
          ] },
          "queues": { "producers": [{ "binding": "BILLS", "queue": "bills" }] }
        }
        """;
    private static final String SHOP_CODE = """
        const text = async (response) => `${response.status} ${await response.text()}`;
        const message = (promise) => promise.then(String, (error) => error.message);
        export default {
          async fetch(request, env) {
            const { pathname } = new URL(request.url);
            if (pathname === '/missing') {
              return Response.json([
                await text(await env.NOWHERE.fetch('http://x/')), await message(env.NOWHERE.pay(1)),
                await message(env.GONE.getByName('a').value()),
              ]);
            }
            if (pathname === '/queue') return new Response(await env.BILLS.send('bill').then(() => 'sent'));
            await env.KV.put('from', 'shop');
            return Response.json([
              await text(await env.BILLING.fetch('http://billing/hello')),
              await text(await env.BILLING.fetch('http://billing/page')),
              await env.LEDGER.add(2, 3),
              await env.COUNTER.getByName('one').value(),
              await message(env.LEDGER.fail()),
              await env.LEDGER.kv(),
            ]);
          },
        };
        """;
    private static final String BILLING = """
        {
          "name": "billing", "main": "index.js", "compatibility_date": "2026-01-01",
          "assets": { "directory": "public" },
          "kv_namespaces": [{ "binding": "KV", "id": "same" }],
          "durable_objects": { "bindings": [{ "name": "OWN", "class_name": "Counter" }] },
          "migrations": [{ "tag": "v1", "new_sqlite_classes": ["Counter"] }],
          "queues": { "consumers": [{ "queue": "bills", "max_batch_timeout": 0 }] }
        }
        """;
    private static final String BILLING_CODE = """
        import { DurableObject, WorkerEntrypoint } from 'cloudflare:workers';
        export class Counter extends DurableObject {
          async value() { const n = ((await this.ctx.storage.get('n')) ?? 0) + 1; await this.ctx.storage.put('n', n); return n; }
        }
        export class Ledger extends WorkerEntrypoint {
          add(a, b) { return `${this.ctx.props.who} ${a + b} ${this.env.SECRET}`; }
          fail() { throw new RangeError('no money'); }
          async kv() { return String(await this.env.KV.get('from')); }
        }
        export default {
          fetch(request) { return new Response(`billing ${new URL(request.url).pathname}`); },
          async queue(batch, env) {
            console.log(batch.queue, batch.messages[0].body, await env.OWN.getByName('one').value());
          },
        };
        """;

    private static Path write(Path folder, Map<String, String> files) throws IOException {
        for (var file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return folder;
    }

    private static InvocationResult result(RunningProject project, String path) {
        var request = new Invocation.Fetch("GET", "http://shop.test" + path, List.of(), new RequestBody.None(), null);
        return project.dispatch(request).orTimeout(60, TimeUnit.SECONDS).join();
    }

    @Test
    void workersOfTwoFoldersReachEachOther(@TempDir Path folder) throws IOException {
        Path shop = write(folder.resolve("shop"), Map.of("wrangler.jsonc", SHOP, "index.js", SHOP_CODE));
        Path billing = write(
                folder.resolve("pay"),
                Map.of(
                        "wrangler.jsonc",
                        BILLING,
                        "index.js",
                        BILLING_CODE,
                        ".dev.vars",
                        "SECRET=hidden-by-billing",
                        "public/page.html",
                        "a page"));
        write(
                shop,
                Map.of(".playground/playground.json", "{ \"version\": 1, \"services\": { \"billing\": \"../pay\" } }"));
        Project project = new ProjectReader().read(shop, Map.of());
        assertThat(project.paired()).extracting(each -> each.config().name()).containsExactly("billing");
        var options = RuntimeOptions.DEFAULT.storing(shop.resolve(".playground/state"));
        try (var runtime = LocalRuntime.start();
                var running = runtime.start(project, options, event -> {})) {
            var answer = result(running, "/");
            assertThat(OneProject.body(answer))
                    .isEqualTo("[\"200 billing /hello\",\"200 a page\",\"shop 5 hidden-by-billing\",1,\"no"
                            + " money\",\"null\"]");
            assertThat(answer.isolates())
                    .extracting(IsolateSnapshot::label)
                    .containsExactlyInAnyOrder("parent", "billing");
            assertThat(OneProject.body(result(running, "/missing")))
                    .isEqualTo("[\"503 Couldn't find a local dev session for the \\\"default\\\" entrypoint of service"
                            + " \\\"nowhere\\\" to proxy to\",\"Cannot access \\\"pay\\\" as we couldn't find a local"
                            + " dev session for the \\\"default\\\" entrypoint of service \\\"nowhere\\\" to proxy"
                            + " to.\",\"Couldn't find a local dev session for Durable Object \\\"Gone\\\" of service"
                            + " \\\"nowhere\\\" to proxy to\"]");
            var sent = result(running, "/queue");
            assertThat(sent.logs()).extracting(line -> line.text()).containsExactly("bills bill 2");
        }
        assertThat(billing.resolve(".playground/state/durable-objects/billing-Counter"))
                .isDirectory();
        assertThat(shop.resolve(".playground/state/queues.sqlite")).exists();
    }

    /// The worker beside fills what both may have: the own one finds no room, in this run and in the next.
    @Test
    void workersOfTwoFoldersShareWhatTheyMayStore(@TempDir Path folder) throws IOException {
        String pairing = "{ \"version\": 1, \"services\": { \"billing\": \"../pay\" } }";
        Path shop = write(
                folder.resolve("shop"),
                Map.of("wrangler.jsonc", """
                    {
                      "name": "shop", "main": "index.js", "compatibility_date": "2026-01-01",
                      "services": [{ "binding": "OTHER", "service": "billing", "entrypoint": "Other" }],
                      "kv_namespaces": [{ "binding": "KV", "id": "own" }],
                      "durable_objects": { "bindings": [
                        { "name": "OWN", "class_name": "Own" }, { "name": "FAR", "class_name": "Far", "script_name": "billing" }
                      ] },
                      "migrations": [{ "tag": "v1", "new_sqlite_classes": ["Own"] }]
                    }
                    """, "index.js", """
                    import { DurableObject } from 'cloudflare:workers';
                    export class Own extends DurableObject {
                      async put() { await this.ctx.storage.put('one', 1); return 'put'; }
                    }
                    const told = (promise) => promise.then(String, (error) => error.message);
                    export default {
                      async fetch(request, env) {
                        const own = async (key) => [
                          await told(env.OWN.getByName(key).put()), await told(env.KV.put(key, '1').then(() => 'put')),
                        ];
                        if (request.url.endsWith('again')) return Response.json(await own('c'));
                        return Response.json([
                          ...await own('a'), await told(env.FAR.getByName('a').fill()), await told(env.OTHER.fill()), ...await own('b'),
                        ]);
                      },
                    };
                    """, ".playground/playground.json", pairing));
        write(folder.resolve("pay"), Map.of("wrangler.jsonc", """
            {
              "name": "billing", "main": "index.js", "compatibility_date": "2026-01-01",
              "kv_namespaces": [{ "binding": "KV", "id": "far" }],
              "durable_objects": { "bindings": [{ "name": "OWN", "class_name": "Far" }] },
              "migrations": [{ "tag": "v1", "new_sqlite_classes": ["Far"] }]
            }
            """, "index.js", """
            import { DurableObject, WorkerEntrypoint } from 'cloudflare:workers';
            export class Far extends DurableObject {
              async fill() { for (let i = 0; i < 20; i++) await this.ctx.storage.put('k' + i, 'x'.repeat(100_000)); return 'filled'; }
            }
            export class Other extends WorkerEntrypoint {
              async fill() { await this.env.KV.put('far', 'y'.repeat(1_500_000)); return 'filled'; }
            }
            export default {};
            """));
        Project project = new ProjectReader().read(shop, Map.of());
        var options = RuntimeOptions.DEFAULT
                .storing(shop.resolve(".playground/state"))
                .limiting(Limit.OBJECT_STORAGE, 1)
                .limiting(Limit.STORAGE, 1);
        String full = "database or disk is full: SQLITE_FULL. The limit of ";
        Consumer<String> noObjects = told -> assertThat(told).contains(full).contains("(objectStorageMb)");
        Consumer<String> noKeys = told -> assertThat(told).contains(full).contains("(storageMb)");
        try (var runtime = LocalRuntime.start()) {
            try (var running = runtime.start(project, options, event -> {})) {
                assertThat(OneProject.body(result(running, "/")).split("\",\"", -1))
                        .satisfiesExactly(
                                object -> assertThat(object).endsWith("put"),
                                key -> assertThat(key).isEqualTo("put"),
                                noObjects::accept,
                                // The limit is looked at before a write, so that one may go beyond it.
                                fill -> assertThat(fill).isEqualTo("filled"),
                                noObjects::accept,
                                noKeys::accept);
            }
            try (var running = runtime.start(project, options, event -> {})) {
                assertThat(OneProject.body(result(running, "/again")).split("\",\"", -1))
                        .satisfiesExactly(noObjects::accept, noKeys::accept);
            }
        }
    }

    private static List<String> problems(Path shop, List<Path> with) {
        try {
            return new ProjectReader()
                    .read(shop, Map.of(), null, with).problems().stream()
                            .map(ConfigProblem::sentence)
                            .toList();
        } catch (ProjectException refused) {
            return refused.problems().stream().map(ConfigProblem::sentence).toList();
        }
    }

    @Test
    void whatCanNotBePairedIsNamed(@TempDir Path folder) throws IOException {
        Path shop = write(folder.resolve("shop"), Map.of("wrangler.jsonc", SHOP, "index.js", SHOP_CODE));
        write(folder.resolve("pay"), Map.of("wrangler.jsonc", BILLING.replace("billing", "other"), "index.js", ""));
        write(
                shop,
                Map.of(
                        ".playground/playground.json",
                        "{ \"version\": 1, \"services\": { \"billing\": \"../pay\", \"far\": \"../../x\", \"n\": 1"
                                + " } }"));
        assertThat(String.join("\n", problems(shop, List.of(folder.resolve("nothing")))))
                .contains("\"services.far\" is no folder beside the project: ../../x.")
                .contains("\"services.n\" must be a string.")
                .contains("The worker of ../pay/ is called \"other\", not \"billing\".")
                .contains("../pay/wrangler.jsonc: The folder of \"assets.directory\" does not exist: public.")
                .contains("There is no wrangler.jsonc with a \"name\" in this folder");
        assertThatThrownBy(() -> new ProjectReader().read(shop, Map.of(), null, List.of(shop.resolveSibling("pay"))))
                .isInstanceOf(ProjectException.class);
    }
}
