package dev.dynamicworkers.playground.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.project.ProjectReader;
import dev.dynamicworkers.playground.core.project.network.NetworkRules;
import dev.dynamicworkers.playground.core.runtime.RuntimeOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Clients open web sockets to a project behind `serve`, and the project opens some to itself.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ServeWebSocketTest {
    /// Against hanging alone.
    private static final int PATIENCE_SECONDS = 120;

    private static final String CONFIG = """
        { "name": "sockets", "main": "index.js", "compatibility_date": "2026-01-01",
          "worker_loaders": [{ "binding": "LOADER" }] }
        """;

    private static final String WORKER = """
        const child = `
          export default {
            fetch() {
              const [client, server] = Object.values(new WebSocketPair());
              server.accept();
              server.addEventListener('message', ({ data }) => server.send('child says ' + data));
              server.addEventListener('close', ({ code }) => server.close(code));
              return new Response(null, { status: 101, webSocket: client });
            },
          };`;

        const closes = [];

        function echo() {
          const [client, server] = Object.values(new WebSocketPair());
          server.accept();
          server.addEventListener('message', ({ data }) => {
            if (data === 'close') server.close(4321, 'as you wish');
            else if (data === 'flood') for (let i = 0; i < 400; i++) server.send('x'.repeat(10_000));
            else server.send(typeof data === 'string' ? 'echo ' + data : data);
          });
          server.addEventListener('close', ({ code, reason, wasClean }) => {
            closes.push([code, reason, wasClean]);
            if (wasClean) server.close(code === 1005 ? 1000 : code, reason);
          });
          return new Response(null, { status: 101, webSocket: client, headers: { 'sec-websocket-protocol': 'chat', 'x-worker': 'yes' } });
        }

        function load(env) {
          return env.LOADER.get('child', () => ({ compatibilityDate: '2026-01-01', mainModule: 'm.js', modules: { 'm.js': child } }));
        }

        // As a client: connects to this very server, by constructor and by fetch().
        async function asClient(origin) {
          const log = [];
          const socket = new WebSocket(origin.replace('http', 'ws') + '/echo', ['chat', 'other']);
          log.push(socket.readyState);
          await new Promise((resolve) => socket.addEventListener('open', resolve));
          log.push(socket.protocol);
          const next = () => new Promise((resolve) => socket.addEventListener('message', ({ data }) => resolve(data), { once: true }));
          socket.send('hello');
          log.push(await next());
          socket.send(new Uint8Array([1, 2, 3]));
          log.push([...new Uint8Array(await next())]);
          const closed = new Promise((resolve) => socket.addEventListener('close', (event) => resolve([event.code, event.reason, event.wasClean])));
          socket.send('close');
          log.push(await closed, socket.readyState);
          const answer = await fetch(origin + '/child', { headers: { Upgrade: 'websocket' } });
          answer.webSocket.accept();
          const said = new Promise((resolve) => answer.webSocket.addEventListener('message', ({ data }) => resolve(data)));
          answer.webSocket.send('hi');
          log.push(answer.status, await said);
          answer.webSocket.close(1000, 'done');
          const refused = await fetch(origin + '/plain', { headers: { Upgrade: 'websocket' } });
          log.push(refused.status, refused.webSocket, await refused.text());
          return log;
        }

        export default {
          async fetch(request, env) {
            const { pathname, origin } = new URL(request.url);
            if (pathname === '/echo') return echo();
            if (pathname === '/child') return load(env).getEntrypoint().fetch(request);
            if (pathname === '/closes') return Response.json(closes.splice(0));
            if (pathname === '/client') return Response.json(await asClient(origin));
            return new Response('no socket here', { status: 426 });
          },
        };
        """;

    private final HttpClient http = HttpClient.newHttpClient();
    private final StringWriter log = new StringWriter();
    private final CommandEngine engine = CommandLineProcess.SharedEngine.SOURCE.engine(CommandEngine.Use.SERVER);
    private ServedProject served;
    private HttpFront front;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("wrangler.jsonc"), CONFIG);
        Files.writeString(folder.resolve("index.js"), WORKER);
        served = new ServedProject(
                engine,
                RuntimeOptions.DEFAULT.reaching(NetworkRules.BLOCKED.allowing("127.0.0.1", "localhost")),
                new ServeLog(new PrintWriter(log), Terminal.ofProcess()),
                ServedProject.Crons.NOT_FIRED);
        served.use(new ProjectReader().read(folder, Map.of()));
        front = HttpFront.listen(0, served);
    }

    @AfterAll
    void stop() {
        front.close();
        served.close();
        engine.close();
        http.close();
    }

    @Test
    void messagesOfBothKindsGoBothWays() throws InterruptedException {
        var client = open("/echo");

        client.socket().sendText("hello", true).join();
        assertThat(client.next()).isEqualTo("echo hello");
        client.socket().sendText("two ", false).join();
        client.socket().sendText("pieces", true).join();
        assertThat(client.next()).isEqualTo("echo two pieces");
        client.socket().sendBinary(ByteBuffer.wrap(new byte[] {0, -1, 7}), true).join();
        assertThat(client.next()).isEqualTo("bytes 00ff07");
        assertThat(client.socket().getSubprotocol()).isEqualTo("chat");
        client.socket().abort();
    }

    @Test
    void closingHandshakesKeepCodeAndReason() throws IOException, InterruptedException {
        get("/closes");
        var first = open("/echo");
        first.socket().sendClose(4001, "bye").join();
        assertThat(first.next()).isEqualTo("close 4001 bye");

        var second = open("/echo");
        second.socket().sendText("close", true).join();
        assertThat(second.next()).isEqualTo("close 4321 as you wish");

        var third = open("/echo");
        third.socket().abort();
        assertThat(closesOnceThereAre(3)).contains("[4001,\"bye\",true]", "[4321,", "[1006,");
    }

    @Test
    void pingsAreAnswered() throws InterruptedException {
        var client = open("/echo");

        client.socket().sendPing(ByteBuffer.wrap(new byte[] {5})).join();

        assertThat(client.next()).isEqualTo("pong 05");
        client.socket().abort();
    }

    @Test
    void slowClientsGetEverythingInTheEnd() throws InterruptedException {
        var client = open("/echo");

        client.socket().sendText("flood", true).join();

        for (int i = 0; i < 400; i++) {
            assertThat(client.next()).hasSize(10_000);
        }
        client.socket().abort();
    }

    @Test
    void dynamicWorkersAcceptSocketsThroughTheirParent() throws InterruptedException {
        var client = open("/child");

        client.socket().sendText("x", true).join();

        assertThat(client.next()).isEqualTo("child says x");
        client.socket().sendClose(1000, "").join();
        assertThat(client.next()).isEqualTo("close 1000 ");
    }

    @Test
    void otherRequestsAreAnsweredWhileASocketIsOpen() throws IOException, InterruptedException {
        var client = open("/echo");

        assertThat(get("/plain")).isEqualTo("no socket here");

        client.socket().sendText("still here", true).join();
        assertThat(client.next()).isEqualTo("echo still here");
        client.socket().abort();
    }

    @Test
    void workersAreClientsToo() throws IOException, InterruptedException {
        assertThat(get("/client"))
                .isEqualTo("[0,\"chat\",\"echo hello\",[1,2,3],[4321,\"as you wish\",true],3,101,\"child says hi\","
                        + "426,null,\"no socket here\"]");
    }

    private String closesOnceThereAre(int count) throws IOException, InterruptedException {
        var all = new StringBuilder();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < end && all.toString().split("\\[\\d", -1).length <= count) {
            all.append(get("/closes"));
        }
        return all.toString();
    }

    private String get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + front.port() + path))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private Client open(String path) {
        var client = new Client();
        client.socket = http.newWebSocketBuilder()
                .subprotocols("chat")
                .buildAsync(URI.create("ws://127.0.0.1:" + front.port() + path), client)
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
        return client;
    }

    /// What a client hears, one line a message.
    private static final class Client implements WebSocket.Listener {
        private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
        private final StringBuilder text = new StringBuilder();
        private @Nullable WebSocket socket;

        WebSocket socket() {
            return Objects.requireNonNull(socket);
        }

        @Nullable
        String next() throws InterruptedException {
            return heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                heard.add(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
            heard.add("bytes " + hex(data));
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer data) {
            heard.add("pong " + hex(data));
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            heard.add("close " + code + " " + reason);
            return CompletableFuture.completedFuture(null);
        }

        private static String hex(ByteBuffer data) {
            var bytes = new byte[data.remaining()];
            data.get(bytes);
            return HexFormat.of().formatHex(bytes);
        }
    }
}
