package dev.dynamicworkers.playground.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.project.BindingDeclaration;
import dev.dynamicworkers.playground.core.project.ModuleFile;
import dev.dynamicworkers.playground.core.project.ModuleType;
import dev.dynamicworkers.playground.core.project.Overlay;
import dev.dynamicworkers.playground.core.project.PlaygroundFile;
import dev.dynamicworkers.playground.core.project.Project;
import dev.dynamicworkers.playground.core.project.WranglerConfig;
import dev.dynamicworkers.playground.core.trace.CallRecord;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import dev.dynamicworkers.playground.core.trace.WorkerView;
import dev.dynamicworkers.playground.core.worker.Question;
import dev.dynamicworkers.playground.core.worker.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The overlay takes from workers what their code gives, in isolates that live already too.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OverlayTest {
    private static final String SECRET = "s3cret-\"value\"";

    private final List<CallRecord> calls = Collections.synchronizedList(new ArrayList<>());
    private WorkerRuntime runtime;
    private RunningProject project;

    @BeforeAll
    void start() {
        runtime = LocalRuntime.start();
        project = runtime.start(project(), RuntimeOptions.DEFAULT.recording(RuntimeOptions.Calls.RECORDED), event -> {
            if (event instanceof TailEvent.Call call) {
                calls.add(call.call());
            }
        });
    }

    @BeforeEach
    void beginAnew() {
        overlay("{}");
        project.answerQuestions(null);
        get("/child/all");
        calls.clear();
    }

    @AfterAll
    void close() {
        project.close();
        runtime.close();
    }

    static Project project() {
        var config = new WranglerConfig(
                "wrangler.jsonc",
                "overlay",
                "index.js",
                "2026-01-01",
                List.of(),
                List.of(
                        new BindingDeclaration.Text("MODE", "demo"),
                        new BindingDeclaration.Secret("KEY", SECRET),
                        new BindingDeclaration.WorkerLoader("LOADER"),
                        new BindingDeclaration.Service("SELF", "overlay", "Api", "{\"limit\": 3}"),
                        new BindingDeclaration.DurableObject("ROOM", "Room", null),
                        new BindingDeclaration.Kv("NOTES", "notes"),
                        new BindingDeclaration.Unsupported("AI", "ai")),
                List.of(),
                List.of(),
                Map.of("migrations", "[{\"tag\":\"v1\",\"new_sqlite_classes\":[\"Room\"]}]"));
        var module = new ModuleFile("index.js", ModuleType.ES_MODULE, resource("parent.js"));
        var child = new ModuleFile("child.js", ModuleType.TEXT, resource("child.js"));
        return new Project(
                Path.of("/nowhere").toAbsolutePath(), config, Map.of("index.js", module, "child.js", child), List.of());
    }

    private static byte[] resource(String name) {
        try (InputStream in = OverlayTest.class.getResourceAsStream("/overlay/" + name)) {
            return Objects.requireNonNull(in).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void overlay(String json) {
        WorkerFixture.await(project.overlay(PlaygroundFile.of(json).overlay()));
    }

    private InvocationResult result(String path) {
        return WorkerFixture.await(project.dispatch(
                new Invocation.Fetch("GET", "http://overlay" + path, List.of(), new RequestBody.None(), null)));
    }

    private String get(String path) {
        return WorkerFixture.text(result(path));
    }

    private static String about(String worker, String grants) {
        return worker.equals("parent")
                ? "{ \"parent\": { \"grants\": " + grants + " } }"
                : "{ \"dynamicWorkers\": { \"" + worker + "\": { \"grants\": " + grants + " } } }";
    }

    /// Paths are what the child, or the parent, does with its env; `|` parts the lines of the answer.
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "child; {}; /child/greet; hello Ada",
                "child; { \"API\": \"off\" }; /child/greet; Error: env.API is switched off (playground overlay:"
                        + " dynamicWorkers.child.grants.API = \"off\").",
                "*; { \"*\": \"off\" }; /child/greet; Error: env.API is switched off (playground overlay:"
                        + " dynamicWorkers.\"*\".grants.\"*\" = \"off\").",
                "other; { \"API\": \"off\" }; /child/greet; hello Ada",
                "child; { \"API\": \"read-only\" }; /child/greet; Error: env.API is read-only, and greet() may write"
                        + " (playground overlay: dynamicWorkers.child.grants.API = \"read-only\").",
                "child; { \"API\": { \"mode\": \"read-only\", \"methods\": { \"greet\": \"allow\" } } }; /child/greet;"
                        + " hello Ada",
                "child; { \"API\": \"read-only\" }; /child/property; 5",
                "child; { \"API\": \"read-only\" }; /child/fetch?GET; GET fetched",
                "child; { \"API\": \"read-only\" }; /child/fetch?POST; Error: env.API is read-only, and fetch() writes"
                        + " (playground overlay: dynamicWorkers.child.grants.API = \"read-only\").",
                "child; { \"API\": { \"methods\": { \"greet\": \"deny\" } } }; /child/greet; Error: env.API.greet() is"
                    + " not allowed (playground overlay: dynamicWorkers.child.grants.API.methods.greet = \"deny\").",
                "child; { \"API\": { \"methods\": { \"greet\": \"deny\" } } }; /child/property; 5",
                "child; { \"API\": { \"methods\": { \"greet\": { \"fixture\": { \"value\": \"fake\", \"delayMs\": 5 }"
                        + " } } } }; /child/greet; fake",
                "child; { \"API\": { \"methods\": { \"open\": { \"fixture\": { \"value\": { \"name\": \"canned\" } } }"
                        + " } } }; /child/pipelined; canned",
                "child; { \"API\": { \"fixture\": { \"error\": { \"name\": \"TypeError\", \"message\": \"no\" } } } };"
                        + " /child/greet; TypeError: no",
                "child; { \"API\": { \"fixture\": { \"value\": { \"status\": 201, \"headers\": { \"x-a\": \"b\" },"
                        + " \"body\": { \"a\": 1 } } } } }; /child/fetch?GET; 201 b {\"a\":1}",
                "child; { \"API\": \"ask\" }; /child/greet; Error: env.API.greet() was asked about, and nobody is there"
                        + " to be asked (playground overlay: dynamicWorkers.child.grants.API = \"ask\").",
                "parent; { \"ROOM\": { \"mode\": \"read-only\", \"methods\": { \"store\": \"allow\" } } }; /room/store;"
                        + " Error: env.ROOM is read-only, and storage.put() writes (playground overlay:"
                        + " parent.grants.ROOM = \"read-only\").",
                "parent; { \"ROOM\": { \"mode\": \"on\", \"methods\": { \"storage.put\": \"deny\" } } }; /room/store;"
                        + " Error: env.ROOM.storage.put() is not allowed (playground overlay:"
                        + " parent.grants.ROOM.methods.\"storage.put\" = \"deny\").",
                "parent; { \"ROOM\": { \"mode\": \"on\", \"methods\": { \"storage.delete\": \"deny\" } } };"
                        + " /room/store; stored",
                "parent; { \"ROOM\": \"off\" }; /room; Error: env.ROOM is switched off (playground overlay:"
                        + " parent.grants.ROOM = \"off\").",
                "parent; { \"SELF\": \"off\" }; /self; Error: env.SELF is switched off (playground overlay:"
                        + " parent.grants.SELF = \"off\").",
                "parent; { \"SELF\": \"off\" }; /child/passed; Error: env.SELF is switched off (playground overlay:"
                        + " parent.grants.SELF = \"off\").",
                "parent; { \"LOADER\": \"off\" }; /load; Error: env.LOADER is switched off (playground overlay:"
                        + " parent.grants.LOADER = \"off\").",
                "parent; { \"LOADER\": \"ask\" }; /load; Error: env.LOADER.load() was asked about, and nobody is there"
                        + " to be asked (playground overlay: parent.grants.LOADER = \"ask\").",
                "parent; {}; /notes/put; undefined",
                "parent; { \"NOTES\": \"read-only\" }; /notes/put; Error: env.NOTES is read-only, and put() writes"
                        + " (playground overlay: parent.grants.NOTES = \"read-only\").",
                "parent; { \"NOTES\": \"read-only\" }; /notes/get; kept",
                "parent; { \"NOTES\": \"off\" }; /notes/get; Error: env.NOTES is switched off (playground overlay:"
                        + " parent.grants.NOTES = \"off\").",
                "parent; { \"NOTES\": { \"methods\": { \"get\": { \"fixture\": { \"value\": \"canned\" } } } } };"
                        + " /notes/get; canned",
                "parent; {}; /ai; Error: env.AI is a binding of kind \"ai\", which the playground does not run. It"
                        + " works on Cloudflare. A fixture of the overlay can answer for it here.",
                "parent; { \"AI\": { \"methods\": { \"run\": { \"fixture\": { \"value\": [1] } } } } }; /ai; [1]",
                "parent; { \"AI\": { \"fixture\": { \"value\": { \"host\": \"h\" } } } }; /ai/host; h"
            })
    void aWarmIsolateFollows(String worker, String grants, String path, String answer) {
        overlay(about(worker, grants));
        assertThat(get(path)).isEqualTo(answer);
    }

    @Test
    void whatAKeyGaveEndsWithIt() {
        String open = "\"methods\": { \"open\": \"allow\", \"greet\": \"ask\" }";
        overlay(about("child", "{ \"API\": { " + open + " } }"));
        Overlay off = PlaygroundFile.of(about("child", "{ \"API\": \"off\" }")).overlay();
        project.answerQuestions(question -> project.overlay(off).thenApply(inForce -> Verdict.ALLOW));
        String refused = ", env.API is switched off (playground overlay: dynamicWorkers.child.grants.API = \"off\").";
        assertThat(get("/child/keep")).isEqualTo("ours" + refused + refused);
    }

    @Test
    void aNewIsolateDoesNotHaveWhatIsOff() {
        overlay("""
            { "parent": { "grants": { "KEY": "off", "MODE": { "fixture": { "value": "other" } }, "ROOM": "off" } },
              "dynamicWorkers": { "child": { "grants": { "API": "off", "TEXT": "off" } } } }
            """);
        String warm = "KEY,MODE,LOADER,SELF,ROOM,NOTES,AI demo|API,TEXT,PASSED";
        assertThat(sorted(get("/keys"))).isEqualTo(sorted(warm));
        assertThat(view("child").env())
                .filteredOn(entry -> entry.name().equals("TEXT"))
                .containsExactly(new WorkerView.EnvEntry(
                        "TEXT",
                        "secret",
                        "\"[secret KEY]\"",
                        "off",
                        "dynamicWorkers.child.grants.TEXT = \"off\"",
                        "This isolate has the value already; the next one will not."));
        WorkerFixture.await(project.reset());
        assertThat(sorted(get("/keys"))).isEqualTo(sorted("MODE,LOADER,SELF,NOTES,AI other|PASSED"));
        WorkerView parent = view("parent");
        assertThat(parent.env()).extracting(WorkerView.EnvEntry::name).contains("KEY", "ROOM");
        assertThat(parent.env()).extracting(WorkerView.EnvEntry::value).noneMatch(text -> text.contains("s3cret"));
        assertThat(parent.code().mainModule()).isEqualTo("index.js");
        overlay("{}");
        WorkerFixture.await(project.reset());
    }

    @Test
    void aViewSaysWhereKeysLead() {
        assertThat(view("child").env())
                .filteredOn(entry -> entry.kind().equals("service"))
                .extracting(entry -> entry.name() + " " + entry.value() + " " + entry.props())
                .containsExactly(
                        "API entrypoint Api {\"key\":\"[secret KEY]\"}",
                        "PASSED entrypoint Api, as env.SELF of the parent {\"limit\": 3}");
        assertThat(view("parent").env())
                .extracting(entry -> entry.name() + " " + entry.value() + " " + entry.props())
                .contains(
                        "SELF worker overlay, entrypoint Api {\"limit\": 3}",
                        "ROOM class Room null",
                        "NOTES namespace notes null");
    }

    private static String sorted(String keys) {
        return keys.lines()
                .flatMap(line -> List.of(line.split("[|, ]")).stream())
                .sorted()
                .toList()
                .toString();
    }

    private WorkerView view(String label) {
        IsolateSnapshot isolate = WorkerFixture.await(project.isolates()).stream()
                .filter(each -> each.label().equals(label) && each.endReason() == null)
                .findFirst()
                .orElseThrow();
        return WorkerFixture.await(project.view(isolate.id())).orElseThrow();
    }

    @Test
    void limitsAreLowered() {
        overlay("{ \"dynamicWorkers\": { \"child\": { \"limits\": { \"subRequests\": 2 } } } }");
        assertThat(get("/child/many")).contains("Too many subrequests");
        assertThat(view("child").limits())
                .containsExactly(
                        new WorkerView.LimitInForce("cpuMs", 30_000, "project"),
                        new WorkerView.LimitInForce("subRequests", 2, "overlay"));
    }

    @Test
    void aPersonIsAskedOnceForEachCall() {
        overlay("{ \"ask\": { \"timeoutSeconds\": 50 }, \"dynamicWorkers\": { \"child\": { \"grants\": { \"API\":"
                + " \"ask\" } } } }");
        List<Question> questions = Collections.synchronizedList(new ArrayList<>());
        project.answerQuestions(question -> {
            questions.add(question);
            return CompletableFuture.completedFuture(questions.size() == 1 ? Verdict.ALLOW : Verdict.DENY);
        });
        assertThat(get("/child/greet")).isEqualTo("hello Ada");
        assertThat(get("/child/greet")).contains("and the person who was asked said no");
        assertThat(questions).hasSize(2);
        assertThat(questions.getFirst().subject()).isEqualTo("API.greet [\"Ada\",\"[secret KEY]\",\"[secret KEY]\"]");
        assertThat(questions.getFirst().kind()).isEqualTo(Question.Kind.BINDING);
        assertThat(questions.getFirst().rule()).isEqualTo("dynamicWorkers.child.grants.API = \"ask\"");
        assertThat(calls)
                .extracting(CallRecord::decision)
                .contains(CallRecord.Decision.ASKED_ALLOWED, CallRecord.Decision.ASKED_DENIED);
    }

    @Test
    void silenceIsANo() {
        overlay("{ \"ask\": { \"timeoutSeconds\": 1 }, \"dynamicWorkers\": { \"child\": { \"grants\": { \"API\":"
                + " \"ask\" } } } }");
        CompletableFuture<Verdict> never = new CompletableFuture<>();
        project.answerQuestions(question -> never);
        assertThat(get("/child/greet")).contains("and nobody answered within 1 s");
    }

    @Test
    void callsAreRecordedWithTheirPlaceAndWithoutSecrets() {
        assertThat(get("/child/greet")).isEqualTo("hello Ada");
        CallRecord greet = calls.stream()
                .filter(call -> call.method().equals("greet"))
                .findFirst()
                .orElseThrow();
        assertThat(greet.binding()).isEqualTo("API");
        assertThat(greet.kind()).isEqualTo(CallRecord.Kind.RPC);
        assertThat(greet.arguments()).isEqualTo("[\"Ada\",\"[secret KEY]\",\"[secret KEY]\"]");
        assertThat(greet.result()).isEqualTo("\"hello Ada\"");
        assertThat(greet.receivedBytes()).isEqualTo("\"hello Ada\"".length());
        assertThat(greet.sentBytes()).isGreaterThan("[\"Ada\"]".length());
        assertThat(greet.decision()).isEqualTo(CallRecord.Decision.ALLOWED);
        assertThat(greet.target()).isNotNull().isNotEqualTo(greet.isolate());
        assertThat(Objects.requireNonNull(greet.location()).file()).isEqualTo("child.js");
        assertThat(calls).extracting(CallRecord::method).contains("get", "GET");
        overlay(about("child", "{ \"API\": \"off\" }"));
        calls.clear();
        get("/child/greet");
        assertThat(calls)
                .filteredOn(call -> call.method().equals("greet"))
                .singleElement()
                .satisfies(call -> {
                    assertThat(call.decision()).isEqualTo(CallRecord.Decision.DENIED);
                    assertThat(call.rule()).isEqualTo("dynamicWorkers.child.grants.API = \"off\"");
                    assertThat(call.error()).contains("switched off");
                });
    }

    @Test
    void anUncaughtRefusalSaysWhatToDo() {
        overlay(about("child", "{ \"API\": \"off\" }"));
        var error = Objects.requireNonNull(result("/child/uncaught").error());
        assertThat(error.message()).contains("env.API is switched off");
        assertThat(error.hint()).contains("Change dynamicWorkers.child.grants.API = \"off\" in .playground/");
    }
}
