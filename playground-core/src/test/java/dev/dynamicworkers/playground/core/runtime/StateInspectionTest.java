package dev.dynamicworkers.playground.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamicworkers.playground.core.project.ProjectReader;
import dev.dynamicworkers.playground.core.state.StateAnswer;
import dev.dynamicworkers.playground.core.state.StateException;
import dev.dynamicworkers.playground.core.state.StateQuery;
import dev.dynamicworkers.playground.core.state.StoreKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Looks into the stores of a project while it runs, and after.
final class StateInspectionTest {
    private static final String CONFIG = """
        {
          "name": "one", "main": "index.js", "compatibility_date": "2026-01-01",
          "kv_namespaces": [{ "binding": "KV", "id": "kv-id" }],
          "r2_buckets": [{ "binding": "FILES", "bucket_name": "files" }],
          "d1_databases": [{ "binding": "DB", "database_name": "db" }],
          "analytics_engine_datasets": [{ "binding": "METRICS", "dataset": "clicks" }],
          "durable_objects": { "bindings": [{ "name": "ROOM", "class_name": "Room" }] },
          "migrations": [{ "tag": "v1", "new_sqlite_classes": ["Room"] }]
        }
        """;
    private static final String WORKER = """
        import { DurableObject } from 'cloudflare:workers';
        export class Room extends DurableObject {
          async fill() { await this.ctx.storage.put('greeting', { hello: ['world'] }); return this.ctx.id.toString(); }
        }
        export default {
          async fetch(request, env) {
            await env.KV.put('a', 'text', { metadata: { m: 1 } });
            await env.KV.put('b', new Uint8Array([255, 0]));
            await env.FILES.put('dir/file', 'body', { customMetadata: { owner: 'me' } });
            await env.DB.prepare('INSERT INTO people (name, data) VALUES (?, ?)').bind("O'Hara", new Uint8Array([1])).run();
            env.METRICS.writeDataPoint({ indexes: ['i'], blobs: ['page'], doubles: [1.5] });
            const errors = [];
            for (const point of [{ indexes: ['a', 'b'] }, { blobs: Array(21).fill('x') }, { doubles: 5 }]) {
              try { env.METRICS.writeDataPoint(point); } catch (error) { errors.push(`${error.name}: ${error.message}`); }
            }
            return Response.json([await env.ROOM.getByName('lobby').fill(), errors]);
          },
        };
        """;

    @TempDir
    private Path folder;

    private static byte[] bytes(StateAnswer answer) {
        return Objects.requireNonNull(((StateAnswer.Value) answer).bytes());
    }

    private static String text(StateAnswer answer) {
        return new String(bytes(answer), StandardCharsets.UTF_8);
    }

    @Test
    void storesAreReadWrittenExportedAndImported() throws IOException {
        Path state = folder.resolve(".playground/state");
        Files.createDirectory(folder.resolve("migrations"));
        Files.writeString(
                folder.resolve("migrations/0001_people.sql"),
                "CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT, data BLOB);");
        String object;
        var options = RuntimeOptions.DEFAULT.storing(state);
        try (var project = new OneProject(folder, options, Map.of("wrangler.jsonc", CONFIG, "index.js", WORKER))) {
            String answer = project.get("/");
            object = answer.substring(2, 66);
            assertThat(answer.substring(67))
                    .isEqualTo(",[\"TypeError: writeDataPoint(): Maximum of 1 indexes supported.\",\"TypeError:"
                            + " writeDataPoint(): Maximum of 20 blobs supported.\",\"TypeError: Incorrect type for"
                            + " the 'doubles' field on 'AnalyticsEngineEvent': the provided value is not of type"
                            + " 'Array'.\"]]");
            assertThat(project.state(new StateQuery.Entries(StoreKind.KV, "KV", null, "", null, 10)))
                    .isEqualTo(new StateAnswer.Entries(
                            List.of(
                                    new StateAnswer.Entry("a", 4, "{\"m\":1}", null),
                                    new StateAnswer.Entry("b", 2, null, null)),
                            null));
            assertThat(project.state(new StateQuery.Delete(StoreKind.KV, "KV", null, "b")))
                    .isEqualTo(new StateAnswer.Done(1));
            assertThat(project.state(new StateQuery.Sql(
                            StoreKind.ANALYTICS,
                            "METRICS",
                            null,
                            "SELECT dataset, index1, blob1, double1 FROM point",
                            StateQuery.Access.READ)))
                    .isEqualTo(new StateAnswer.Rows(
                            List.of("dataset", "index1", "blob1", "double1"),
                            List.of(List.of("clicks", "i", "page", 1.5)),
                            0));
        }
        offline(state, object);
    }

    private void offline(Path state, String object) {
        List<String> notices = new ArrayList<>();
        try (var stores = new ProjectState(new ProjectReader().read(folder, Map.of()), state, notices::add)) {
            assertThat(text(stores.ask(new StateQuery.Read(StoreKind.R2, "FILES", null, "dir/file"))))
                    .isEqualTo("body");
            assertThat(text(stores.ask(new StateQuery.Read(StoreKind.DURABLE_OBJECT, "ROOM", object, "greeting"))))
                    .isEqualTo("{\"hello\":[\"world\"]}");
            assertThat(stores.ask(new StateQuery.Sql(
                            StoreKind.D1, "DB", null, "SELECT name, data FROM people", StateQuery.Access.READ)))
                    .isEqualTo(new StateAnswer.Rows(
                            List.of("name", "data"), List.of(Arrays.asList("O'Hara", "x'01'")), 0));
            assertThatThrownBy(() -> stores.ask(
                            new StateQuery.Sql(StoreKind.D1, "DB", null, "DELETE FROM people", StateQuery.Access.READ)))
                    .isInstanceOf(StateException.class)
                    .hasMessageContaining("only reading is asked for");
            assertThatThrownBy(() -> stores.ask(new StateQuery.Read(StoreKind.KV, "NOPE", null, "a")))
                    .hasMessage("The project has no kv binding \"NOPE\"; it has KV.");
            for (StoreKind kind : List.of(StoreKind.KV, StoreKind.R2)) {
                String name = kind == StoreKind.KV ? "KV" : "FILES";
                byte[] document = bytes(stores.ask(new StateQuery.Export(kind, name, null)));
                String key = kind == StoreKind.KV ? "a" : "dir/file";
                stores.ask(new StateQuery.Delete(kind, name, null, key));
                stores.ask(new StateQuery.Import(kind, name, null, document));
                assertThat(bytes(stores.ask(new StateQuery.Export(kind, name, null))))
                        .isEqualTo(document);
            }
            byte[] dump = bytes(stores.ask(new StateQuery.Export(StoreKind.D1, "DB", null)));
            stores.ask(new StateQuery.Sql(
                    StoreKind.D1,
                    "DB",
                    null,
                    "DROP TABLE people; DROP TABLE d1_migrations",
                    StateQuery.Access.READ_AND_WRITE));
            stores.ask(new StateQuery.Import(StoreKind.D1, "DB", null, dump));
            assertThat(bytes(stores.ask(new StateQuery.Export(StoreKind.D1, "DB", null))))
                    .isEqualTo(dump);
            assertThatThrownBy(() -> stores.ask(new StateQuery.Import(
                            StoreKind.KV, "KV", null, "{\"key\":\"x\"}".getBytes(StandardCharsets.UTF_8))))
                    .hasMessage(
                            "Line 1 can't be imported: it wants \"key\", and \"value\" or \"base64\". The lines before"
                                    + " it were imported.");
        }
        assertThat(notices).isEmpty();
    }
}
