package dev.dynamicworkers.playground.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.dynamicworkers.playground.core.project.BindingDeclaration;
import dev.dynamicworkers.playground.core.project.ModuleFile;
import dev.dynamicworkers.playground.core.project.ModuleType;
import dev.dynamicworkers.playground.core.project.NetworkRulesReader;
import dev.dynamicworkers.playground.core.project.Project;
import dev.dynamicworkers.playground.core.project.WranglerConfig;
import dev.dynamicworkers.playground.core.trace.ExchangeRecord;
import dev.dynamicworkers.playground.core.trace.ExchangeRecord.Field;
import dev.dynamicworkers.playground.core.trace.SubrequestRecord;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What is recorded of the contents of outgoing requests, seen beside a server on the loopback interface.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ExchangeRecordsTest {
    private static final String SECRET = "sk-live-0123456789abcdef";
    private static final int SMALL = 5;

    private static final String WORKER = """
        const CASES = {
          async post(url, env) {
            const answer = await fetch(url, { method: 'POST', headers: { 'x-note': env.API_KEY, 'content-type': 'text/plain' }, body: 'the key is ' + env.API_KEY });
            return await answer.text();
          },
          async stream(url) {
            const body = new ReadableStream({ start(c) { for (const part of ['one ', 'two']) c.enqueue(new TextEncoder().encode(part)); c.close(); } });
            return String((await (await fetch(url, { method: 'POST', body })).arrayBuffer()).byteLength);
          },
          async large(url, env) {
            // The secret lies over the place where the copy is cut.
            const body = 'ö'.repeat(40000 - 8) + env.API_KEY.repeat(800);
            return String((await (await fetch(url, { method: 'POST', body })).arrayBuffer()).byteLength);
          },
          async unread(url) { await fetch(url); return 'not read'; },
          async many(url) { for (let i = 0; i < 203; i++) await (await fetch(url)).text(); return 'done'; },
        };
        export default {
          async fetch(request, env) {
            const { searchParams } = new URL(request.url);
            return new Response(await CASES[searchParams.get('case')](searchParams.get('url'), env));
          },
        };
        """;

    private final LocalRuntime runtime = LocalRuntime.start();
    private final Map<Long, ExchangeRecord> exchanges = Collections.synchronizedMap(new TreeMap<>());
    private HttpServer server;
    private RunningProject project;
    private int port;

    @BeforeAll
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", ExchangeRecordsTest::serve);
        server.start();
        port = server.getAddress().getPort();
        project = start(RuntimeOptions.Calls.RECORDED_WITH_CONTENT);
    }

    private RunningProject start(RuntimeOptions.Calls recorded) {
        var config = new WranglerConfig(
                "wrangler.jsonc",
                "exchanges",
                "index.js",
                "2026-01-01",
                List.of(),
                List.of(new BindingDeclaration.Secret("API_KEY", SECRET)),
                List.of(),
                List.of(),
                Map.of());
        var module = new ModuleFile("index.js", ModuleType.ES_MODULE, WORKER.getBytes(StandardCharsets.UTF_8));
        var rules = NetworkRulesReader.read(Path.of("."), """
            {"network": {"rules": [
              {"host": "127.0.0.1:PORT", "path": "/with-key", "action": "allow", "headers": {"authorization": "Bearer ${API_KEY}"}},
              {"host": "127.0.0.1:PORT", "path": "/denied", "action": "deny"},
              {"host": "127.0.0.1:PORT", "action": "allow"},
              {"host": "weather.example", "action": "answer", "answer": {"status": 503, "json": {"sun": true}}}]}}\
            """.replace("PORT", String.valueOf(port)));
        return runtime.start(
                new Project(Path.of("/nowhere").toAbsolutePath(), config, Map.of("index.js", module), List.of()),
                RuntimeOptions.DEFAULT.recording(recorded).reaching(rules),
                event -> {
                    if (event instanceof TailEvent.Exchange told) {
                        exchanges.put(told.exchange().number(), told.exchange());
                    }
                });
    }

    @AfterAll
    void stop() {
        project.close();
        runtime.close();
        server.stop(0);
    }

    private static void serve(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("content-type", "text/plain");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody()
                .write(
                        exchange.getRequestURI().getPath().equals("/hello")
                                ? "hello".getBytes(StandardCharsets.UTF_8)
                                : body);
        exchange.close();
    }

    private InvocationResult send(RunningProject to, String name, String url) {
        exchanges.clear();
        return WorkerFixture.await(to.dispatch(new Invocation.Fetch(
                "GET", "http://exchanges/?case=" + name + "&url=" + url, List.of(), new RequestBody.None(), null)));
    }

    private String here(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private ExchangeRecord exchange(InvocationResult result) {
        SubrequestRecord request = result.subrequests().getFirst();
        return Objects.requireNonNull(exchanges.get(Objects.requireNonNull(request.exchange())));
    }

    private static String text(ExchangeRecord.Message message) {
        return new String(message.body(), StandardCharsets.UTF_8);
    }

    @Test
    void bothWaysAreRecordedWithoutValuesOfSecrets() {
        var result = send(project, "post", here("/with-key"));
        assertThat(OneProject.body(result)).isEqualTo("the key is [secret API_KEY]");
        ExchangeRecord exchange = exchange(result);
        assertThat(exchange.request().fields())
                .contains(
                        new Field("x-note", "[secret API_KEY]"),
                        new Field("content-type", "text/plain"),
                        new Field("authorization", "Bearer ${API_KEY}"));
        assertThat(text(exchange.request())).isEqualTo("the key is [secret API_KEY]");
        ExchangeRecord.Message response = Objects.requireNonNull(exchange.response());
        assertThat(response.fields()).contains(new Field("content-type", "text/plain"));
        assertThat(text(response)).isEqualTo("the key is [secret API_KEY]");
        assertThat(response.isOver()).isTrue();
        assertThat(Objects.requireNonNull(result.subrequests().getFirst().location())
                        .line())
                .isEqualTo(3);
    }

    @Test
    void streamsAreCopiedAtThePaceOfTheirReaders() {
        var result = send(project, "stream", here("/echo"));
        assertThat(OneProject.body(result)).isEqualTo("7");
        assertThat(text(exchange(result).request())).isEqualTo("one two");
        assertThat(text(Objects.requireNonNull(exchange(result).response()))).isEqualTo("one two");
        // What nobody reads is not read for the record.
        ExchangeRecord unread = exchange(send(project, "unread", here("/hello")));
        assertThat(Objects.requireNonNull(unread.response()).bytes()).isZero();
    }

    @Test
    void ofALargeBodyTheBeginningIsKeptWithoutHalfACharacterOrASecret() {
        var result = send(project, "large", here("/echo"));
        int whole = 2 * (40_000 - 8) + 800 * SECRET.length();
        assertThat(OneProject.body(result)).isEqualTo(String.valueOf(whole));
        ExchangeRecord.Message response =
                Objects.requireNonNull(exchange(result).response());
        for (ExchangeRecord.Message message : List.of(exchange(result).request(), response)) {
            assertThat(message.bytes()).isEqualTo(whole);
            assertThat(message.body().length).isLessThanOrEqualTo(ExchangeRecord.MOST_BODY);
            assertThat(text(message))
                    .startsWith("ööö")
                    .doesNotContain("\uFFFD")
                    .doesNotContain(SECRET.substring(0, SMALL));
        }
    }

    @Test
    void whatIsDeniedOrAnsweredByARuleIsRecordedToo() {
        ExchangeRecord denied = exchange(send(project, "post", here("/denied")));
        assertThat(text(denied.request())).isEqualTo("the key is [secret API_KEY]");
        assertThat(denied.response()).isNull();
        ExchangeRecord answered = exchange(send(project, "post", "https://weather.example/"));
        assertThat(text(Objects.requireNonNull(answered.response()))).isEqualTo("{\"sun\":true}");
    }

    @Test
    void nothingIsCopiedWhereNobodyLooksAndALoopIsCopiedForAWhile() {
        assertThat(send(project, "many", here("/hello")).subrequests()).hasSize(203);
        assertThat(exchanges).hasSize(200);
        try (RunningProject unwatched = start(RuntimeOptions.Calls.RECORDED)) {
            var result = send(unwatched, "post", here("/hello"));
            assertThat(exchanges).isEmpty();
            assertThat(result.subrequests().getFirst().exchange()).isNull();
        }
    }
}
