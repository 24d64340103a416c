package dev.dynamicworkers.playground.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.fixture.Disk;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// Uses `playground serve` as people and scripts do: as a process.
@Order(Order.DEFAULT + 5)
final class ServeCommandTest {
    @TempDir
    private Path folder;

    @Test
    void answeredWritesSurviveAKilledProcess() throws IOException, InterruptedException {
        worker("""
            import { DurableObject } from 'cloudflare:workers';
            export class Room extends DurableObject {
              async add() {
                const n = ((await this.ctx.storage.get('n')) ?? 0) + 1;
                this.ctx.storage.sql.exec('CREATE TABLE IF NOT EXISTS t (n INTEGER)');
                this.ctx.storage.sql.exec('INSERT INTO t VALUES (?)', n);
                await this.ctx.storage.put('n', n);
                return n;
              }
              async read() {
                return [await this.ctx.storage.get('n'), this.ctx.storage.sql.exec('SELECT max(n) AS m FROM t').one().m];
              }
            }
            export default {
              async fetch(request, env) {
                const room = env.ROOM.getByName('lobby');
                return new Response(String(await (request.method === 'POST' ? room.add() : room.read())));
              },
            };
            """);
        Files.writeString(folder.resolve("wrangler.jsonc"), """
            { "name": "cli-test", "main": "index.js", "compatibility_date": "2026-06-01",
              "durable_objects": { "bindings": [{ "name": "ROOM", "class_name": "Room" }] },
              "migrations": [{ "tag": "v1", "new_sqlite_classes": ["Room"] }] }
            """);
        try (var server = ServeProcess.of(folder);
                var client = HttpClient.newHttpClient()) {
            var address = server.address();
            for (int n = 1; n <= 10; n++) {
                var add = java.net.http.HttpRequest.newBuilder(address)
                        .POST(BodyPublishers.noBody())
                        .build();
                assertThat(client.send(add, BodyHandlers.ofString()).body()).isEqualTo(String.valueOf(n));
            }
        }

        var done = CommandLineProcess.run("run", folder.toString(), "--output", "json");

        assertThat(new JsonMapper()
                        .readTree(done.out())
                        .get("response")
                        .get("body")
                        .stringValue())
                .isEqualTo("10,10");
    }

    @Test
    void serveStreamsBothWaysAndEndsCleanly() throws IOException, InterruptedException {
        worker("""
            export default {
              async fetch(request) {
                if (request.method === 'POST') return new Response(request.body);
                const encoder = new TextEncoder();
                return new Response(new ReadableStream({
                  async start(controller) {
                    controller.enqueue(encoder.encode('first\\n'));
                    await scheduler.wait(300);
                    controller.enqueue(encoder.encode('second\\n'));
                    controller.close();
                  },
                }));
              },
            };
            """);
        try (var server = ServeProcess.of(folder);
                var client = HttpClient.newHttpClient()) {
            var address = server.address();
            var lines = client.send(get(address), BodyHandlers.ofLines()).body();
            assertThat(lines).containsExactly("first", "second");
            var upload = "x".repeat(1_000_000);
            var echo = client.send(
                    java.net.http.HttpRequest.newBuilder(address)
                            .POST(BodyPublishers.ofString(upload))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(echo.body()).isEqualTo(upload);

            var code = "export default { fetch() { return new Response('reloaded'); } }";
            Disk.write(folder.resolve("index.js"), code);
            server.line("Reloaded.");
            assertThat(client.send(get(address), BodyHandlers.ofString()).body())
                    .isEqualTo("reloaded");

            assertThat(server.interrupt()).isZero();
        }
    }

    @Test
    void clientThatLeavesEndsItsInvocation() throws IOException, InterruptedException {
        worker("""
            export default {
              async fetch() {
                console.log('waiting');
                await scheduler.wait(60000);
                return new Response('late');
              },
            };
            """);
        try (var server = ServeProcess.of(folder)) {
            var address = server.address();
            try (var socket = new Socket(address.getHost(), address.getPort())) {
                socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                server.line("waiting");
            }
            assertThat(server.line("GET http://a/")).contains("GET http://a/ - canceled");
        }
    }

    private static java.net.http.HttpRequest get(URI address) {
        return java.net.http.HttpRequest.newBuilder(address).build();
    }

    private void worker(String code) throws IOException {
        Files.writeString(folder.resolve("wrangler.jsonc"), """
            { "name": "cli-test", "main": "index.js", "compatibility_date": "2026-06-01",
              "compatibility_flags": ["nodejs_compat"] }
            """);
        Files.writeString(folder.resolve("index.js"), code);
    }
}
