package dev.dynamicworkers.playground.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// Uses the command line as people and scripts do: as a process.
@Order(Order.DEFAULT + 5)
final class CommandLineTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    @Test
    void runPrintsWhatCame() throws IOException, InterruptedException {
        var done = CommandLineProcess.run("run", CommandLineProcess.sample("hello"), "--url", "/?name=Ada");

        assertThat(done.err()).isEmpty();
        assertThat(done.code()).as(done.err()).isZero();
        assertThat(done.out())
                .contains("HTTP/1.1 200 OK", "Hello, Ada!", "greeting Ada", "RETAINED", "parent")
                .doesNotContain("\u001b");
    }

    @Test
    void runPrintsJson() throws IOException, InterruptedException {
        var done = CommandLineProcess.run(
                "run", CommandLineProcess.sample("starter"), "--url", "/warm", "--repeat", "3", "--output", "json");

        assertThat(done.code()).as(done.err()).isZero();
        var report = JSON.readTree(done.out());
        assertThat(report.get("outcome").stringValue()).isEqualTo("ok");
        assertThat(JSON.readTree(report.get("response").get("body").stringValue()))
                .isEqualTo(JSON.readTree("{\"count\":3}"));
        assertThat(report.get("runs")).hasSize(3);
        assertThat(report.get("isolates"))
                .extracting(isolate -> isolate.get("role").stringValue())
                .containsExactlyInAnyOrder("parent", "dynamic");
        for (var isolate : report.get("isolates")) {
            // What a small isolate has of its own may be too little to be told from what all share: unknown, never 0.
            var retained = isolate.get("retainedBytes");
            assertThat(retained.isNull() || retained.longValue() > 0).isTrue();
            assertThat(isolate.get("allocatedBytes").longValue()).isPositive();
        }
    }

    @Test
    void failingWorkerGivesOne() throws IOException, InterruptedException {
        worker("export default { fetch() { throw new TypeError('boom'); } }");

        var done = CommandLineProcess.run("run", folder.toString(), "--output", "json");

        assertThat(done.code()).isEqualTo(1);
        var report = JSON.readTree(done.out());
        assertThat(report.get("outcome").stringValue()).isEqualTo("exception");
        assertThat(report.get("error").get("name").stringValue()).isEqualTo("TypeError");
        assertThat(report.get("error").get("message").stringValue()).isEqualTo("boom");
    }

    @Test
    void codeThatDoesNotYieldEndsTheCommand() throws IOException, InterruptedException {
        worker("export default { async fetch() { console.log('begins'); await scheduler.wait(1);"
                + " return new Response(String(2n ** (1n << 30n)).slice(0, 1)); } }");

        // More than a busy machine takes for the lines before it.
        var done = CommandLineProcess.run("run", folder.toString(), "--cpu-ms", "1000", "--output", "json");

        assertThat(done.err()).isEmpty();
        assertThat(done.code()).isEqualTo(1);
        var report = JSON.readTree(done.out());
        assertThat(report.get("outcome").stringValue()).isEqualTo("exceededCpu");
        assertThat(report.get("error").get("message").stringValue())
                .startsWith("Worker exceeded its CPU time limit of 1000 ms (worker 'parent') and did not yield")
                .endsWith("what they stored is kept.");
        assertThat(report.get("logs").get(0).get("text").stringValue()).isEqualTo("begins");
    }

    @Test
    void limitThatEndsAWorkerGivesOne() throws IOException, InterruptedException {
        worker("export default { fetch() { for (;;) {} } }");

        var done = CommandLineProcess.run("run", folder.toString(), "--cpu-ms", "200", "--output", "json");

        assertThat(done.code()).isEqualTo(1);
        assertThat(JSON.readTree(done.out()).get("outcome").stringValue()).isEqualTo("exceededCpu");
    }

    @Test
    void scheduledEventIsDelivered() throws IOException, InterruptedException {
        worker("export default { scheduled(event) { console.log(event.cron); } }");

        var done = CommandLineProcess.run(
                "run", folder.toString(), "--event", "scheduled", "--cron", "*/5 * * * *", "--output", "json");

        assertThat(done.code()).as(done.err()).isZero();
        var report = JSON.readTree(done.out());
        assertThat(report.get("response").isNull()).isTrue();
        assertThat(report.get("logs").get(0).get("text").stringValue()).isEqualTo("*/5 * * * *");
    }

    @Test
    void queueEventTellsWhatBecameOfEachMessage() throws IOException, InterruptedException {
        worker("""
            export default {
              queue(batch) {
                console.log(batch.queue, batch.messages.length);
                for (const message of batch.messages) {
                  if (message.body.again) message.retry({ delaySeconds: 30 });
                  else message.ack();
                }
              },
            };
            """);
        String[] event = {
            "run",
            folder.toString(),
            "--event",
            "queue",
            "--queue",
            "jobs",
            "--message",
            "{\"again\":true}",
            "--message",
            "{}",
            "--output",
            "json"
        };

        var done = CommandLineProcess.run(event);

        assertThat(done.code()).as(done.err()).isZero();
        var report = JSON.readTree(done.out());
        assertThat(report.get("logs").get(0).get("text").stringValue()).isEqualTo("jobs 2");
        assertThat(report.get("event")).isEqualTo(JSON.readTree("""
            { "kind": "queue", "ackAll": false, "retryBatch": { "retry": false, "delaySeconds": null },
              "explicitAcks": ["message-2"], "retryMessages": [{ "msgId": "message-1", "delaySeconds": 30 }] }
            """));
    }

    @Test
    void emailIsReadFromAFileAndNothingOfItIsSent() throws IOException, InterruptedException {
        worker("""
            export default {
              async email(message) {
                console.log(message.from, message.headers.get('subject'), message.rawSize);
                await message.forward('archive@example.com');
                message.setReject('no such mailbox');
              },
            };
            """);
        var mail = Files.writeString(folder.resolve("mail.eml"), "Subject: hello\r\n\r\nbody\r\n");

        var done = CommandLineProcess.run(
                "run", folder.toString(), "--event", "email", "--from", "a@example.com", "--data", "@" + mail);

        assertThat(done.code()).as(done.err()).isZero();
        assertThat(done.out())
                .contains(
                        "email: rejected: no such mailbox",
                        "email: forwarded to archive@example.com",
                        "a@example.com hello 24");
    }

    @Test
    void alarmThatAnEarlierProcessSetRings() throws IOException, InterruptedException {
        worker("""
            import { DurableObject } from 'cloudflare:workers';
            export class Room extends DurableObject {
              async set() { await this.ctx.storage.put('who', 'lobby'); await this.ctx.storage.setAlarm(Date.now() + 3600e3); }
              async alarm() { console.log('rings for', await this.ctx.storage.get('who')); }
            }
            export default {
              async fetch(request, env) { await env.ROOM.getByName('lobby').set(); return new Response(); },
            };
            """);
        Files.writeString(folder.resolve("wrangler.jsonc"), """
            { "name": "cli-test", "main": "index.js", "compatibility_date": "2026-06-01",
              "durable_objects": { "bindings": [{ "name": "ROOM", "class_name": "Room" }] },
              "migrations": [{ "tag": "v1", "new_sqlite_classes": ["Room"] }] }
            """);
        var set = CommandLineProcess.run("run", folder.toString());
        assertThat(set.code()).as(set.err()).isZero();

        var done = CommandLineProcess.run(
                "run", folder.toString(), "--event", "alarm", "--object", "ROOM:lobby", "--output", "json");

        assertThat(done.code()).as(done.err()).isZero();
        var report = JSON.readTree(done.out());
        assertThat(report.get("logs").get(0).get("text").stringValue()).isEqualTo("rings for lobby");
        assertThat(report.get("event")).isEqualTo(JSON.readTree("{\"kind\":\"alarm\",\"retry\":false}"));
    }

    @Test
    void tailEventsAreReadFromAFile() throws IOException, InterruptedException {
        worker("export default { tail(events) { console.log(events[0].outcome, events[0].logs[0].message[0]); } };");
        var events = Files.writeString(
                folder.resolve("events.json"),
                "[{\"outcome\":\"exceededCpu\",\"logs\":[{\"level\":\"log\",\"message\":[\"seen\"]}]}]");

        var done = CommandLineProcess.run("run", folder.toString(), "--event", "tail", "--data", "@" + events);

        assertThat(done.code()).as(done.err()).isZero();
        assertThat(done.out()).contains("exceededCpu seen");
    }

    @Test
    void badProjectGivesTwoAndSaysWhere() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("wrangler.jsonc"), "{\n  \"name\": \"x\",\n  \"main\": nowhere\n}\n");

        var done = CommandLineProcess.run("run", folder.toString());

        assertThat(done.code()).isEqualTo(2);
        assertThat(done.err()).contains("wrangler.jsonc:3:11: ");
        assertThat(done.out()).isEmpty();
    }

    @Test
    void checkPrintsJson() throws IOException, InterruptedException {
        var broken = CommandLineProcess.run("check", folder.toString(), "--output", "json");
        assertThat(broken.code()).isEqualTo(2);
        assertThat(broken.err()).isEmpty();
        var problem = JSON.readTree(broken.out()).get("problems").get(0);
        assertThat(problem.get("file").stringValue()).isEqualTo("wrangler.jsonc");
        assertThat(problem.get("line").isNull()).isTrue();

        var sound = CommandLineProcess.run("check", CommandLineProcess.sample("hello"), "--output", "json");
        assertThat(sound.code()).as(sound.err()).isZero();
        assertThat(JSON.readTree(sound.out()))
                .isEqualTo(
                        JSON.readTree(
                                "{\"name\":\"hello\",\"main\":\"src/index.js\",\"canStart\":true,\"crons\":[],\"problems\":[]}"));
    }

    @Test
    void aProjectIsExportedLookedIntoAndImported() throws IOException, InterruptedException {
        var file = folder.resolve("out/hello.dwplay").toString();
        var exported = CommandLineProcess.run("export", CommandLineProcess.sample("hello"), file);
        assertThat(exported.err()).isEmpty();
        assertThat(exported.out()).contains(" files exported to " + file);
        var looked = CommandLineProcess.run("import", file);
        assertThat(looked.out()).contains("wrangler.jsonc").endsWith("bytes; nothing was written");
        var target = folder.resolve("theirs").toString();
        var imported = CommandLineProcess.run("import", file, target);
        assertThat(imported.out())
                .contains("works here: worker hello", "are granted nothing")
                .endsWith("imported to " + target + "; the code was not run");
        var again = CommandLineProcess.run("import", file, target);
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err())
                .isEqualTo("playground: " + target + " is there already; name a new folder, or an empty one.");
        aProjectIsImportedFromItsAddress(Path.of(file));
    }

    /// Answers requests for one file, and others with 404, until it is closed.
    private static void serve(ServerSocket server, byte[] file) {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
                boolean known = in.readLine().contains("/theirs.dwplay ");
                for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                    // Headers say nothing that matters here.
                }
                byte[] body = known ? file : new byte[0];
                String head = "HTTP/1.1 " + (known ? "200 OK" : "404 Not Found") + "\r\ncontent-length: " + body.length
                        + "\r\nconnection: close\r\n\r\n";
                client.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
                client.getOutputStream().write(body);
            } catch (IOException closed) {
                // The test is over.
            }
        }
    }

    private void aProjectIsImportedFromItsAddress(Path file) throws IOException, InterruptedException {
        byte[] bytes = Files.readAllBytes(file);
        ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> serve(server, bytes));
        try {
            String base = "http://127.0.0.1:" + server.getLocalPort();
            var target = folder.resolve("fetched").toString();
            var imported = CommandLineProcess.run("import", base + "/theirs.dwplay", target);
            assertThat(imported.out())
                    .startsWith("fetched from " + base + "/theirs.dwplay")
                    .endsWith("imported to " + target + "; the code was not run");
            assertThat(Path.of(target, "wrangler.jsonc")).exists();
            var missing = CommandLineProcess.run("import", base + "/other.zip");
            assertThat(missing.code()).isEqualTo(2);
            assertThat(missing.err())
                    .isEqualTo("playground: " + base + "/other.zip answers with status 404; check the address.");
        } finally {
            server.close();
        }
        var unknown = CommandLineProcess.run("import", "https://example.com/no-project");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).startsWith("playground: That is no address of a project; write https://github.com/");
    }

    @Test
    void aMissingFolderIsSaidWithoutALine() throws IOException, InterruptedException {
        var missing = folder.resolve("no");

        var done = CommandLineProcess.run("run", missing.toString());

        assertThat(done.code()).isEqualTo(2);
        assertThat(done.err())
                .isEqualTo(missing + ": There is no such folder. Name the folder that holds wrangler.jsonc.");
    }

    @Test
    void theTestSamplePasses() throws IOException, InterruptedException {
        var done = CommandLineProcess.run("test", CommandLineProcess.sample("tests"));

        assertThat(done.err()).isEmpty();
        assertThat(done.code()).as(done.err()).isZero();
        assertThat(done.out()).contains("passed  aRuleHasNoNetwork").endsWith("5 passed, 0 failed");
    }

    @Test
    void wrongUseGivesTwo() throws IOException, InterruptedException {
        assertThat(CommandLineProcess.run("run", CommandLineProcess.sample("hello"), "--repeat", "none")
                        .code())
                .isEqualTo(2);
        var header = CommandLineProcess.run("run", CommandLineProcess.sample("hello"), "--header", "none");
        assertThat(header.code()).isEqualTo(2);
        assertThat(header.err()).isEqualTo("playground: --header wants 'Name: value', not 'none'");
    }

    @Test
    void anUnknownOptionGetsOneSentence() throws IOException, InterruptedException {
        var done = CommandLineProcess.run("run", CommandLineProcess.sample("hello"), "--nope");

        assertThat(done.code()).isEqualTo(2);
        assertThat(done.err()).isEqualTo("playground: Unknown option: '--nope'; see playground run --help.");
    }

    @Test
    void everyCommandHasHelp() throws IOException, InterruptedException {
        for (var command : new String[] {"run", "serve", "test", "check"}) {
            var help = CommandLineProcess.run(command, "--help");
            assertThat(help.code()).as(help.err()).isZero();
            assertThat(help.out()).contains("Usage: playground " + command);
        }
        assertThat(CommandLineProcess.run("--version").out()).startsWith("playground ");
    }

    @Test
    void testsPassAndFail() throws IOException, InterruptedException {
        worker("""
            import assert from 'node:assert';
            export const adds = { test() { assert.strictEqual(1 + 1, 2); } };
            export const waits = { async test() { await scheduler.wait(1); } };
            export const breaks = { test() { assert.strictEqual(1 + 1, 3); } };
            export default { fetch() { return new Response('ok'); } };
            """);

        var json = CommandLineProcess.run("test", folder.toString(), "--output", "json");
        assertThat(json.code()).isEqualTo(1);
        var report = JSON.readTree(json.out());
        assertThat(report.get("passed").intValue()).isEqualTo(2);
        assertThat(report.get("failed").intValue()).isEqualTo(1);
        assertThat(report.get("tests"))
                .extracting(test -> test.get("name").stringValue() + " "
                        + test.get("outcome").stringValue())
                .containsExactlyInAnyOrder("adds passed", "waits passed", "breaks failed");

        var text = CommandLineProcess.run("test", folder.toString(), "--filter", "adds");
        assertThat(text.code()).as(text.err()).isZero();
        assertThat(text.out()).endsWith("1 passed, 0 failed");
    }

    private void worker(String code) throws IOException {
        Files.writeString(folder.resolve("wrangler.jsonc"), """
            { "name": "cli-test", "main": "index.js", "compatibility_date": "2026-06-01",
              "compatibility_flags": ["nodejs_compat"] }
            """);
        Files.writeString(folder.resolve("index.js"), code);
    }
}
