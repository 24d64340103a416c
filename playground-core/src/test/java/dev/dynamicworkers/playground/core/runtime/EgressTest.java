package dev.dynamicworkers.playground.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.dynamicworkers.playground.core.host.HostSettings;
import dev.dynamicworkers.playground.core.project.BindingDeclaration;
import dev.dynamicworkers.playground.core.project.ModuleFile;
import dev.dynamicworkers.playground.core.project.ModuleType;
import dev.dynamicworkers.playground.core.project.NetworkRulesReader;
import dev.dynamicworkers.playground.core.project.Project;
import dev.dynamicworkers.playground.core.project.WranglerConfig;
import dev.dynamicworkers.playground.core.project.network.NetworkMode;
import dev.dynamicworkers.playground.core.project.network.NetworkRules;
import dev.dynamicworkers.playground.core.trace.SecretLeak;
import dev.dynamicworkers.playground.core.trace.SubrequestRecord;
import dev.dynamicworkers.playground.core.trace.SubrequestRecord.Decision;
import dev.dynamicworkers.playground.core.worker.GuestError;
import dev.dynamicworkers.playground.core.worker.Question;
import dev.dynamicworkers.playground.core.worker.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What leaves workers for the network under the rules of a project, seen from a server on the loopback interface. One
/// project runs for all tests; its rules change with each.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EgressTest {
    private static final String SECRET = "sk-live-0123456789abcdef";

    private static final String WORKER = """
        import { connect } from 'cloudflare:sockets';
        import net from 'node:net';
        import tls from 'node:tls';
        const child = `
          export default { async fetch(request, env) {
            const target = new URL(request.url).searchParams.get('url');
            try { return new Response(await (await fetch(target)).text()); } catch (e) { return new Response('child: ' + e.message); }
          } };`;
        const load = (env, id, globalOutbound) => env.LOADER.get(id, () => ({
          compatibilityDate: '2026-01-01', mainModule: 'm.js', modules: { 'm.js': child },
          ...(globalOutbound ? { globalOutbound } : {}),
        })).getEntrypoint();
        const CASES = {
          async get(url) { return await (await fetch(url)).text(); },
          async status(url) { const r = await fetch(url); return [r.status, r.redirected, Object.fromEntries(r.headers)]; },
          async post(url) { return await (await fetch(url, { method: 'POST', body: new ReadableStream({
            start(c) { for (const part of ['one ', 'two ', 'three']) c.enqueue(new TextEncoder().encode(part)); c.close(); } }) })).text(); },
          async fixed(url) {
            const stream = new FixedLengthStream(5);
            const writer = stream.writable.getWriter();
            writer.write(new TextEncoder().encode('hello'));
            writer.close();
            return await (await fetch(url, { method: 'POST', body: stream.readable })).text();
          },
          async pieces(url) {
            const sizes = [];
            for await (const chunk of (await fetch(url)).body) sizes.push(chunk.length);
            return [Math.max(...sizes), sizes.reduce((sum, size) => sum + size, 0)].join();
          },
          async tcp(url) { const { hostname, port } = new URL(url); const s = connect({ hostname, port: Number(port) || 80 }); await s.opened; return 'open'; },
          async beacon(url) { return String(navigator.sendBeacon(url, 'a beacon')); },
          async node(url) {
            const { hostname, port } = new URL(url);
            const socket = net.connect({ host: hostname, port: Number(port) });
            socket.setEncoding('latin1');
            socket.write('POST /echo HTTP/1.0\\r\\ncontent-length: 2\\r\\n\\r\\nhi');
            let text = '';
            for await (const chunk of socket) text += chunk;
            return text.slice(text.indexOf('\\r\\n\\r\\n') + 4) + ' ' + socket.remotePort + ' ' + socket.destroyed;
          },
          async secure(url) {
            const { hostname, port } = new URL(url);
            const events = [];
            const socket = tls.connect(Number(port), hostname, () => events.push('secured'));
            await new Promise((resolve) => socket.on('error', (e) => events.push(e.message)).on('close', resolve));
            return events.join();
          },
          async socket(url) { new WebSocket(url.replace('http', 'ws')); return 'made'; },
          // Events and errors, until the second error.
          async events(url) {
            const heard = [];
            await new Promise((done) => {
              const source = new EventSource(url);
              source.onmessage = (event) => heard.push(event.data);
              source.onerror = () => {
                heard.push('error');
                if (heard.filter((each) => each === 'error').length === 2) { source.close(); done(); }
              };
            });
            return heard.join(' ');
          },
          async leakUrl(url, env) { await fetch(url + '?key=' + encodeURIComponent(btoa('id:' + env.API_KEY))).catch(() => 0); return 'done'; },
          async leakBody(url, env) { await (await fetch(url, { method: 'POST', body: JSON.stringify({ key: env.API_KEY }) })).text(); return 'done'; },
          async leakHeader(url, env) { await (await fetch(url, { headers: { 'x-note': env.API_KEY, authorization: 'Bearer ' + env.API_KEY } })).text(); return 'done'; },
          async leakLog(url, env) { console.log('the key is', { key: env.API_KEY }); return 'done'; },
          async leakResponse(url, env) { return [...new TextEncoder().encode(env.API_KEY)].map((b) => b.toString(16).padStart(2, '0')).join(''); },
          async leakBeacon(url, env) { return String(navigator.sendBeacon(url, 'key=' + env.API_KEY)); },
          async leakChild(url, env) { return await (await load(env, 'child').fetch('http://child/?url=' + encodeURIComponent(url + '?' + env.API_KEY))).text(); },
          async leakFormPart(url, env) { const form = new FormData(); form.set('file', new Blob(['a', env.API_KEY])); await (await fetch(url, { method: 'POST', body: form })).text(); return 'done'; },
          async leakHalves(url, env) {
            const { hostname, port } = new URL(url);
            const socket = connect({ hostname, port: Number(port) });
            const writer = socket.writable.getWriter();
            const bytes = new TextEncoder().encode(env.API_KEY);
            await writer.write(bytes.slice(0, 5));
            await scheduler.wait(1);
            await writer.write(bytes.slice(5));
            await writer.close();
            return 'done';
          },
          async leakStream(url, env) {
            const bytes = new TextEncoder().encode('the key is ' + env.API_KEY);
            return new Response(new ReadableStream({ async pull(c) {
              if (this.at === bytes.length) return c.close();
              await scheduler.wait(0);
              this.at = (this.at ?? 0) + 1;
              c.enqueue(bytes.slice(this.at - 1, this.at));
            } }));
          },
          async leakAnswer(url, env) { return new Response('done', { headers: { 'x-note': encodeURIComponent('=' + env.API_KEY) } }); },
          async leakThrown(url, env) { throw new Error('no such key: ' + env.API_KEY); },
          async leakId(url, env) { return await (await load(env, env.API_KEY).fetch('http://child/?url=' + url)).text(); },
          async child(url, env) { return await (await load(env, 'child').fetch('http://child/?url=' + encodeURIComponent(url))).text(); },
          async fenced(url, env, ctx) { return await (await load(env, 'fenced', ctx.exports.Fence({})).fetch('http://child/?url=' + encodeURIComponent(url))).text(); },
        };
        import { WorkerEntrypoint } from 'cloudflare:workers';
        export class Giver extends WorkerEntrypoint { give() { return { key: this.env.API_KEY }; } }
        export class Fence extends WorkerEntrypoint { fetch(request) { return new Response('fence ' + request.url); } }
        export default {
          async fetch(request, env, ctx) {
            const { searchParams } = new URL(request.url);
            const answer = await CASES[searchParams.get('case')](searchParams.get('url'), env, ctx);
            return typeof answer === 'string' ? new Response(answer) : answer instanceof Response ? answer : Response.json(answer);
          },
        };
        """;

    private final LocalRuntime runtime = LocalRuntime.start();
    private final ConcurrentLinkedQueue<String> seen = new ConcurrentLinkedQueue<>();
    private final AtomicReference<String> rebound = new AtomicReference<>("127.0.0.1");
    private HttpServer server;
    private RunningProject project;
    private int port;

    @BeforeAll
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
        port = server.getAddress().getPort();
        var config = new WranglerConfig(
                "wrangler.jsonc",
                "egress",
                "index.js",
                "2026-01-01",
                List.of("nodejs_compat"),
                List.of(
                        new BindingDeclaration.WorkerLoader("LOADER"),
                        new BindingDeclaration.Secret("API_KEY", SECRET)),
                List.of(),
                List.of(),
                Map.of());
        var module = new ModuleFile("index.js", ModuleType.ES_MODULE, WORKER.getBytes(StandardCharsets.UTF_8));
        project = runtime.start(
                new Project(Path.of("/nowhere").toAbsolutePath(), config, Map.of("index.js", module), List.of()),
                RuntimeOptions.DEFAULT,
                event -> {},
                new HostSettings.Additions(Map.of(), null, this::resolve));
    }

    @AfterAll
    void stop() {
        project.close();
        runtime.close();
        server.stop(0);
    }

    @BeforeEach
    void forget() {
        seen.clear();
        project.answerQuestions(null);
    }

    /// What the network would say.
    private List<InetAddress> resolve(String host) throws UnknownHostException {
        return switch (host) {
            // A name that is bound anew once it was let through.
            case "rebound.test" -> List.of(InetAddress.ofLiteral(rebound.getAndSet("10.0.0.1")));
            case "home.test" -> List.of(InetAddress.ofLiteral("127.0.0.1"));
            case "mixed.test" -> List.of(InetAddress.ofLiteral("93.184.216.34"), InetAddress.ofLiteral("10.0.0.1"));
            case "cloud.test" -> List.of(InetAddress.ofLiteral("169.254.169.254"));
            default -> throw new UnknownHostException(host);
        };
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String key = exchange.getRequestHeaders().getFirst("x-key");
        seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + (key == null ? "" : " " + key));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (path.startsWith("/to/")) {
            exchange.getResponseHeaders().set("location", URLDecoder.decode(path.substring(4), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(302, -1);
        } else {
            String answer = switch (path) {
                case "/echo" -> body;
                case "/length" ->
                    exchange.getRequestHeaders().getFirst("content-length") + " "
                            + exchange.getRequestHeaders().getFirst("transfer-encoding") + " " + body;
                case "/large" -> "a".repeat(20_000);
                case "/key" -> "your key is " + key;
                case "/events" -> "retry: 1\ndata: hello\n\n";
                default -> "hello from " + path;
            };
            exchange.getResponseHeaders().set("x-echo", String.valueOf(key));
            if (path.equals("/events")) {
                exchange.getResponseHeaders().set("content-type", "text/event-stream");
                // One that is kept would be used again, without another look at the name.
                exchange.getResponseHeaders().set("connection", "close");
            }
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(answer.getBytes(StandardCharsets.UTF_8));
        }
        exchange.close();
    }

    private InvocationResult send(String name, String url) {
        String query = "?case=" + name + "&url=" + URLEncoder.encode(url, StandardCharsets.UTF_8);
        return WorkerFixture.await(project.dispatch(new Invocation.Fetch(
                "GET", "http://egress/" + query, List.of(), new RequestBody.None(), /* entrypoint= */ null)));
    }

    private void rules(NetworkRules rules) {
        WorkerFixture.await(project.updateNetwork(rules));
    }

    private void rules(String json) {
        rules(NetworkRulesReader.read(Path.of("."), json.replace("PORT", String.valueOf(port))));
    }

    private String here(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private static String message(InvocationResult result) {
        return result.error() == null ? "no error" : result.error().message();
    }

    @Test
    void nothingLeavesUnlessARuleSaysSo() {
        rules(NetworkRules.BLOCKED);

        var result = send("get", here("/a"));

        assertThat(message(result))
                .isEqualTo("The playground's network rules deny GET " + here("/a") + ": the mode is blocked.");
        assertThat(result.error())
                .isNotNull()
                .extracting(GuestError::hint)
                .asString()
                .contains("--allow 127.0.0.1");
        assertThat(result.subrequests()).singleElement().satisfies(request -> {
            assertThat(request.decision()).isEqualTo(Decision.DENIED);
            assertThat(request.rule()).isEqualTo(new SubrequestRecord.Rule("network.mode", "mode blocked"));
        });
        assertThat(seen).isEmpty();
    }

    @Test
    void theFirstRuleThatMatchesDecides() {
        rules("""
            {"network": {"rules": [
              {"host": "127.0.0.1:PORT", "path": "/secret/*", "action": "deny"},
              {"host": "127.0.0.1:PORT", "methods": ["GET"], "action": "allow"}]}}\
            """);

        assertThat(OneProject.body(send("get", here("/a")))).isEqualTo("hello from /a");
        assertThat(message(send("get", here("/secret/b"))))
                .contains("the rule \"deny 127.0.0.1:" + port + "/secret/*\" (network.rules[0]) decides");
        assertThat(message(send("get", here("/%73ecret/b")))).contains("network.rules[0]");
        assertThat(message(send("get", here("/x/..%2fsecret/b")))).contains("network.rules[0]");
        assertThat(message(send("post", here("/echo")))).contains("no rule lets it through");
        assertThat(seen).containsExactly("GET /a");
    }

    /// Only what names the machine or its address reaches it, whatever the spelling.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:PORT/",
                "http://2130706433:PORT/",
                "http://0x7f.1:PORT/",
                "http://0177.0.0.01:PORT/",
                "http://127.0.0.1.:PORT/",
                "http://localhost:PORT/",
                "http://localhost.:PORT/",
                "http://LOCALHOST:PORT/",
                "http://me.localhost:PORT/",
                "http://[::1]:PORT/",
                "http://[::ffff:127.0.0.1]:PORT/",
                "http://[::ffff:7f00:1]:PORT/",
                "http://[64:ff9b::7f00:1]:PORT/",
                "http://[2002:7f00:1::]:PORT/",
                "http://0.0.0.0:PORT/",
                "http://home.test:PORT/",
                "http://mixed.test:PORT/",
                "http://cloud.test/",
                "http://169.254.169.254/",
                "http://10.1.2.3/",
                "http://100.64.0.1/",
                "http://[fd00:ec2::254]/",
                "http://224.0.0.1/",
            })
    void openModeReachesNoPrivateAddress(String url) {
        rules(NetworkRules.of(NetworkMode.OPEN));

        var result = send("get", url.replace("PORT", String.valueOf(port)));

        assertThat(message(result)).startsWith("The playground's network rules deny GET ");
        assertThat(result.subrequests())
                .singleElement()
                .extracting(SubrequestRecord::decision)
                .isEqualTo(Decision.DENIED);
        assertThat(send("tcp", url.replace("PORT", String.valueOf(port))).subrequests())
                .singleElement()
                .extracting(SubrequestRecord::decision)
                .isEqualTo(Decision.DENIED);
        assertThat(seen).isEmpty();
    }

    @Test
    void namedAddressesAreReachedInAllTheirSpellings() {
        rules("{\"network\": {\"mode\": \"open\", \"rules\": [{\"host\": \"127.0.0.1:PORT\", \"action\":"
                + " \"allow\"}]}}");

        assertThat(OneProject.body(send("get", "http://0x7f.1:" + port + "/a"))).isEqualTo("hello from /a");
        assertThat(OneProject.body(send("get", "http://home.test:" + port + "/b")))
                .isEqualTo("hello from /b");
        assertThat(OneProject.body(send("tcp", here("/")))).isEqualTo("open");
        assertThat(message(send("get", "http://127.0.0.1:1/"))).contains("127.0.0.1 is an address of this machine");
        assertThat(message(send("get", "http://cloud.test/")))
                .contains("cloud.test is at 169.254.169.254, and that is an address of a cloud's metadata service");
    }

    @Test
    void aNameMayBePrivateWhereItsRuleSaysSo() {
        rules("""
            {"network": {"rules": [
              {"host": "home.test", "action": "allow", "private": true},
              {"host": "cloud.test", "action": "allow", "private": true},
              {"host": "*.test", "action": "allow", "private": true}]}}\
            """);

        assertThat(OneProject.body(send("get", "http://home.test:" + port + "/a")))
                .isEqualTo("hello from /a");
        assertThat(message(send("get", "http://cloud.test/"))).contains("metadata service");
        assertThat(message(send("get", "http://mixed.test/"))).contains("10.0.0.1, and that is a private address");
    }

    @ParameterizedTest
    @CsvSource({
        "http://169.254.169.254/latest, no rule lets it through",
        "http://localhost:PORT/, no rule lets it through",
        "//0x7f.0.0.1:1/, no rule lets it through",
    })
    void everyHopOfARedirectIsDecidedAnew(String location, String reason) {
        rules(NetworkRules.BLOCKED.allowing("127.0.0.1:" + port));
        String to = location.replace("PORT", String.valueOf(port));

        var result = send("get", here("/to/" + URLEncoder.encode(to, StandardCharsets.UTF_8)));

        assertThat(message(result)).contains(reason);
        assertThat(result.subrequests())
                .extracting(SubrequestRecord::decision)
                .containsExactly(Decision.ALLOWED, Decision.DENIED);
        assertThat(seen).hasSize(1);
    }

    /// A name that leads elsewhere at the second look: what was decided holds for the address of the first alone.
    @Test
    void connectionsLookTheirNameUpOnceForEach() {
        rules("{\"network\": {\"rules\": [{\"host\": \"rebound.test:PORT\", \"action\": \"allow\"}, {\"host\":"
                + " \"127.0.0.1:PORT\", \"action\": \"allow\"}]}}");
        rebound.set("127.0.0.1");

        assertThat(OneProject.body(send("tcp", "http://rebound.test:" + port + "/")))
                .isEqualTo("open");
        var second = send("tcp", "http://rebound.test:" + port + "/");

        assertThat(message(second)).contains("rebound.test is at 10.0.0.1, and that is a private address");
        assertThat(second.subrequests())
                .singleElement()
                .extracting(SubrequestRecord::decision)
                .isEqualTo(Decision.DENIED);
        rebound.set("127.0.0.1");
        assertThat(OneProject.body(send("get", "http://rebound.test:" + port + "/a")))
                .isEqualTo("hello from /a");
        // The connection that was kept leads to the address that was let through.
        assertThat(seen).containsExactly("GET /a");
    }

    @Test
    void beaconsAreRequestsLikeAnyOther() {
        rules(NetworkRules.BLOCKED);
        var denied = send("beacon", here("/echo"));
        assertThat(OneProject.body(denied)).isEqualTo("true");
        assertThat(denied.subrequests()).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.decision()).isEqualTo(Decision.DENIED);
        });
        assertThat(seen).isEmpty();

        rules(NetworkRules.BLOCKED.allowing("127.0.0.1:" + port));
        assertThat(send("beacon", here("/echo")).subrequests())
                .singleElement()
                .extracting(SubrequestRecord::decision)
                .isEqualTo(Decision.ALLOWED);
        assertThat(seen).containsExactly("POST /echo");
    }

    @Test
    void eventSourcesLookTheirNameUpAnewAndAreHeldToItsAddress() {
        rules("{\"network\": {\"rules\": [{\"host\": \"rebound.test\", \"action\": \"allow\"}, {\"host\":"
                + " \"127.0.0.1:PORT\", \"action\": \"allow\"}]}}");

        rebound.set("127.0.0.1");
        var result = send("events", "http://rebound.test:" + port + "/events");

        assertThat(OneProject.body(result)).isEqualTo("hello error error");
        assertThat(seen).containsExactly("GET /events");
        assertThat(result.subrequests()).extracting(SubrequestRecord::decision).endsWith(Decision.DENIED);
    }

    @Test
    void peopleAreAskedAndSilenceIsNo() {
        rules("{\"ask\": {\"timeoutSeconds\": 1}, \"network\": {\"rules\": [{\"host\": \"127.0.0.1\", \"action\":"
                + " \"ask\"}]}}");
        assertThat(message(send("get", here("/a")))).endsWith("nobody is there to be asked.");

        var questions = new ConcurrentLinkedQueue<Question>();
        project.answerQuestions(question -> {
            questions.add(question);
            return CompletableFuture.completedFuture(Verdict.ALLOW);
        });
        var allowed = send("get", here("/b"));
        assertThat(OneProject.body(allowed)).isEqualTo("hello from /b");
        assertThat(allowed.subrequests().getFirst().rule())
                .isEqualTo(new SubrequestRecord.Rule("network.rules[0]", "ask 127.0.0.1: a person allowed it"));
        assertThat(questions).singleElement().satisfies(question -> {
            assertThat(question.worker()).isEqualTo("parent");
            assertThat(question.subject()).isEqualTo("GET " + here("/b"));
        });

        project.answerQuestions(question -> CompletableFuture.completedFuture(Verdict.DENY));
        assertThat(message(send("get", here("/c")))).endsWith("the person who was asked said no.");
        project.answerQuestions(question -> new CompletableFuture<>());
        assertThat(message(send("get", here("/d")))).endsWith("nobody answered within 1 s.");
        assertThat(seen).containsExactly("GET /b");
    }

    @Test
    void rulesAnswerInPlaceOfTheNetwork() {
        rules("""
            {"network": {"rules": [{"host": "weather.test", "action": "answer", "answer":
              {"status": 203, "headers": {"x-fake": "yes"}, "json": {"sun": true}, "delayMs": 1}}]}}\
            """);

        var result = send("status", "https://weather.test/today");

        assertThat(OneProject.body(result))
                .isEqualTo("[203,false,{\"content-type\":\"application/json\",\"x-fake\":\"yes\"}]");
        assertThat(result.subrequests()).singleElement().satisfies(request -> {
            assertThat(request.decision()).isEqualTo(Decision.ANSWERED);
            assertThat(request.contentType()).isEqualTo("application/json");
        });
    }

    @Test
    void headersOfRulesStayUnseen() {
        rules("""
            {"network": {"rules": [{"host": "127.0.0.1:PORT", "action": "allow",
              "headers": {"X-Key": "Key ${API_KEY}"}}]}}\
            """);

        var result = send("get", here("/key"));

        assertThat(seen).containsExactly("GET /key Key " + SECRET);
        assertThat(OneProject.body(result)).isEqualTo("your key is Key [secret API_KEY]");
        assertThat(OneProject.body(send("status", here("/key"))))
                .doesNotContain(SECRET)
                .contains("[secret API_KEY]");
        assertThat(result.secretLeaks()).extracting(leak -> leak.leak().place()).contains(SecretLeak.Place.ANSWER);

        rules("{\"network\": {\"rules\": [{\"host\": \"*\", \"action\": \"allow\", \"headers\": {\"a\":"
                + " \"${NONE}\"}}]}}");
        assertThat(message(send("get", here("/key"))))
                .contains("needs the secret NONE, which the project does not have");
    }

    @Test
    void dynamicWorkersGetNoMoreThanTheProject() {
        rules("""
            {"network": {"rules": [{"host": "127.0.0.1:PORT", "path": "/a*", "action": "allow"}]},
             "dynamicWorkers": {
               "child": {"network": {"mode": "open", "rules": [
                 {"host": "127.0.0.1:PORT", "path": "/ab", "action": "deny"},
                 {"host": "127.0.0.1:PORT", "action": "allow"}]}},
               "fen*": {"network": {"rules": [{"host": "allowed.test", "action": "allow"}]}}}}\
            """);

        assertThat(OneProject.body(send("child", here("/a")))).isEqualTo("hello from /a");
        assertThat(OneProject.body(send("child", here("/ab")))).contains("dynamicWorkers.child.network.rules[0]");
        assertThat(OneProject.body(send("child", here("/b")))).contains("no rule lets it through");
        assertThat(OneProject.body(send("get", here("/ab")))).isEqualTo("hello from /ab");
        assertThat(OneProject.body(send("fenced", "http://allowed.test/x"))).isEqualTo("fence http://allowed.test/x");
        assertThat(OneProject.body(send("fenced", "http://other.test/x"))).contains("no rule lets it through");
    }

    @Test
    void streamedBodiesGoOutAndWebSocketsAreRefusedAtOnce() {
        rules(NetworkRules.BLOCKED.allowing("127.0.0.1:" + port));
        assertThat(OneProject.body(send("post", here("/echo")))).isEqualTo("one two three");
        assertThat(OneProject.body(send("post", here("/length")))).isEqualTo("null chunked one two three");
        assertThat(OneProject.body(send("fixed", here("/length")))).isEqualTo("5 null hello");
        assertThat(OneProject.body(send("node", here("/")))).isEqualTo("hi " + port + " true");
        // Readers without a view of their own get at most so much at once.
        assertThat(OneProject.body(send("pieces", here("/large")))).isEqualTo("4096,20000");

        rules(NetworkRules.BLOCKED);
        assertThat(message(send("socket", here("/")))).contains("deny GET ws://127.0.0.1:" + port + "/: the mode is");
        assertThat(message(send("tcp", here("/"))))
                .contains("deny CONNECT 127.0.0.1:" + port + ": the mode is blocked");
        assertThat(OneProject.body(send("secure", here("/"))))
                .contains("deny CONNECT 127.0.0.1:" + port + ": the mode is blocked");
    }

    @Test
    void whatPeopleSeeHasNoSecrets() {
        rules("{\"dynamicWorkers\": {\"sk-*\": {\"network\": {\"mode\": \"open\"}}}}");

        var result = send("leakId", here("/a"));

        assertThat(OneProject.body(result)).contains("the mode is blocked");
        assertThat(result.isolates().toString()).contains("[secret API_KEY]").doesNotContain(SECRET);
        assertThat(result.subrequests())
                .singleElement()
                .satisfies(request ->
                        assertThat(request.hint()).contains("of \"network\" and of \"dynamicWorkers.sk-*.network\""));
    }

    @ParameterizedTest
    @CsvSource({
        "leakUrl, URL, base64",
        "leakBody, REQUEST_BODY, plain",
        "leakHeader, REQUEST_HEADER, plain",
        "leakLog, LOG, plain",
        "leakResponse, RESPONSE_BODY, hex",
        "leakStream, RESPONSE_BODY, plain",
        "leakAnswer, RESPONSE_HEADER, plain",
        "leakBeacon, REQUEST_BODY, plain",
        "leakHalves, REQUEST_BODY, plain",
        "leakFormPart, REQUEST_BODY, plain",
        "leakChild, URL, plain",
    })
    void secretsAreSeenOnTheirWayOut(String name, SecretLeak.Place place, String form) {
        rules(NetworkRules.BLOCKED.allowing("127.0.0.1:" + port));

        var result = send(name, here("/echo"));

        assertThat(result.secretLeaks()).singleElement().satisfies(leaked -> {
            assertThat(leaked.leak().secret()).isEqualTo("API_KEY");
            assertThat(leaked.leak().place()).isEqualTo(place);
            assertThat(leaked.leak().form()).isEqualTo(form);
        });
        assertThat(result.logs().toString() + result.subrequests() + result.secretLeaks())
                .doesNotContain(SECRET);
    }

    @Test
    void anErrorThatNamesASecretIsMaskedAndReported() {
        var result = send("leakThrown", "");

        assertThat(message(result)).isEqualTo("no such key: [secret API_KEY]");
        assertThat(result.toString()).doesNotContain(SECRET);
    }

    @Test
    void secretsAreSeenInResultsOfEventsWithoutAResponse() {
        var result = project.dispatch(new Invocation.Rpc("give", "[]", "Giver")).join();

        assertThat(result.event()).isInstanceOf(EventResult.Rpc.class);
        assertThat(result.secretLeaks()).singleElement().satisfies(leaked -> {
            assertThat(leaked.leak().place()).isEqualTo(SecretLeak.Place.RESPONSE_BODY);
            assertThat(leaked.leak().where()).isEqualTo("result of the event");
        });
    }
}
