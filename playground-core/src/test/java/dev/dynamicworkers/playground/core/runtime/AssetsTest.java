package dev.dynamicworkers.playground.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamicworkers.playground.core.project.ProjectException;
import dev.dynamicworkers.playground.core.project.ProjectReader;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Requests that assets answer, before, after and without a worker.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AssetsTest {
    private static final String WORKER = """
        export default {
          async fetch(request, env) {
            const url = new URL(request.url);
            if (url.pathname.startsWith('/through')) return env.ASSETS.fetch(new URL(url.pathname.slice(8) + url.search, url));
            return new Response(`worker ${request.method} ${url.pathname}`);
          },
        };
        """;

    private WorkerRuntime runtime;

    @BeforeAll
    void start() {
        runtime = LocalRuntime.start();
    }

    @AfterAll
    void stop() {
        runtime.close();
    }

    private static void write(Path folder, Map<String, String> files) throws IOException {
        for (var file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    private RunningProject project(Path folder, String keys) throws IOException {
        write(
                folder,
                Map.of(
                        "wrangler.jsonc",
                        "{ \"name\": \"one\", \"compatibility_date\": \"2026-01-01\", " + keys + " }",
                        "src/index.js",
                        WORKER,
                        "public/index.html",
                        "<h1>home</h1>",
                        "public/about.html",
                        "about",
                        "public/app.js",
                        "with (window) no.module.at.all()",
                        "public/a b.txt",
                        "spaces",
                        "public/secret.map",
                        "hidden",
                        "public/.assetsignore",
                        "*.map",
                        "public/404.html",
                        "nothing here"));
        write(
                folder.resolve("public"),
                Map.of(
                        "_headers",
                        "/about\n  X-Frame-Options: DENY\n  X-Two: a\n/*\n  X-Two: b\n  ! cache-control\n/p/:name\n"
                                + "  X-Name: is :name\n  Set-Cookie: a=1\n  Set-Cookie: b=2\n",
                        "_redirects",
                        "# comment\n/old /about 301\n/blog/* https://blog.test/:splat\n/users/:id /about 200\n/bad\n"));
        return runtime.start(new ProjectReader().read(folder, Map.of()), RuntimeOptions.DEFAULT, event -> {});
    }

    private static InvocationResult send(RunningProject project, String method, String path, Header... headers) {
        var request =
                new Invocation.Fetch(method, "http://one.test" + path, List.of(headers), new RequestBody.None(), null);
        return project.dispatch(request).orTimeout(60, TimeUnit.SECONDS).join();
    }

    /// Status, where it leads to or what the body says.
    private static String get(RunningProject project, String path) {
        return shown(send(project, "GET", path));
    }

    private static String shown(InvocationResult result) {
        assertThat(result.outcome()).as("%s", result.error()).isEqualTo(EventOutcome.OK);
        var response = Objects.requireNonNull(result.response());
        return response.status() + " "
                + header(result, "location", new String(response.body(), StandardCharsets.UTF_8));
    }

    private static String header(InvocationResult result, String name, String otherwise) {
        return Objects.requireNonNull(result.response()).headers().stream()
                .filter(each -> each.name().equals(name))
                .map(Header::value)
                .findFirst()
                .orElse(otherwise);
    }

    private static final String ASSETS = "\"main\": \"src/index.js\", \"assets\": { \"directory\": \"./public\", "
            + "\"binding\": \"ASSETS\", \"not_found_handling\": \"404-page\" %s }";

    @Test
    void assetsAnswerBeforeTheWorker(@TempDir Path folder) throws IOException {
        try (var project = project(folder, ASSETS.formatted(""))) {
            var home = send(project, "GET", "/");
            assertThat(shown(home)).isEqualTo("200 <h1>home</h1>");
            assertThat(home.isolates()).extracting(IsolateSnapshot::label).isEmpty();
            assertThat(header(home, "content-type", "")).isEqualTo("text/html; charset=utf-8");
            var tag = header(home, "etag", "");
            assertThat(tag).matches("\"[0-9a-f]{32}\"");
            assertThat(shown(send(project, "GET", "/", new Header("if-none-match", "W/" + tag))))
                    .isEqualTo("304 ");
            assertThat(shown(send(project, "HEAD", "/"))).isEqualTo("200 ");
            assertThat(shown(send(project, "POST", "/"))).isEqualTo("405 ");
            assertThat(get(project, "/about.html?q=1")).isEqualTo("307 /about?q=1");
            assertThat(get(project, "/a%20b.txt")).isEqualTo("200 spaces");
            assertThat(get(project, "/%61bout")).isEqualTo("307 /about");
            assertThat(get(project, "/app.js")).startsWith("200 with");

            assertThat(get(project, "/old?q=1")).isEqualTo("301 /about?q=1");
            assertThat(get(project, "/blog/2026/x")).isEqualTo("302 https://blog.test/2026/x");
            assertThat(get(project, "/users/7")).isEqualTo("200 about");
            var about = send(project, "GET", "/about");
            assertThat(header(about, "x-frame-options", "")).isEqualTo("DENY");
            assertThat(header(about, "x-two", "")).isEqualTo("a, b");
            assertThat(header(about, "cache-control", "gone")).isEqualTo("gone");

            assertThat(get(project, "/secret.map")).isEqualTo("200 worker GET /secret.map");
            assertThat(get(project, "/_headers")).isEqualTo("200 worker GET /_headers");
            assertThat(get(project, "/..%2fsrc/index.js")).startsWith("200 worker");
            assertThat(get(project, "/nowhere")).isEqualTo("200 worker GET /nowhere");
            // A page that a person opens is for the assets, by the flag of 2025-04-01.
            assertThat(shown(send(project, "GET", "/nowhere", new Header("sec-fetch-mode", "navigate"))))
                    .isEqualTo("404 nothing here");

            assertThat(get(project, "/through/about")).isEqualTo("200 about");
            assertThat(get(project, "/through/nowhere")).isEqualTo("404 nothing here");
            var named = send(project, "GET", "/through/p/ada");
            assertThat(header(named, "x-name", "")).isEqualTo("is ada");
            assertThat(Objects.requireNonNull(named.response()).headers())
                    .contains(new Header("set-cookie", "a=1"), new Header("set-cookie", "b=2"));
        }
    }

    @Test
    void theWorkerComesFirstWhereItSaysSo(@TempDir Path folder) throws IOException {
        try (var project = project(folder.resolve("all"), ASSETS.formatted(", \"run_worker_first\": true"))) {
            assertThat(get(project, "/about")).isEqualTo("200 worker GET /about");
        }
        var patterns = ", \"run_worker_first\": [\"/a*\", \"!/app.js\"]";
        try (var project = project(folder.resolve("some"), ASSETS.formatted(patterns))) {
            assertThat(get(project, "/about")).isEqualTo("200 worker GET /about");
            assertThat(get(project, "/app.js")).startsWith("200 with");
            assertThat(get(project, "/")).isEqualTo("200 <h1>home</h1>");
            // With patterns, what is not found is an affair of the assets.
            assertThat(get(project, "/nowhere")).isEqualTo("404 nothing here");
        }
    }

    @Test
    void assetsAloneAreAProject(@TempDir Path folder) throws IOException {
        var keys = "\"assets\": { \"directory\": \"public\", \"not_found_handling\": \"single-page-application\" }";
        try (var project = project(folder, keys)) {
            assertThat(get(project, "/about")).isEqualTo("200 about");
            assertThat(get(project, "/some/route")).isEqualTo("200 <h1>home</h1>");
            var cron = project.dispatch(new Invocation.Scheduled("* * * * *", 0, null))
                    .orTimeout(60, TimeUnit.SECONDS)
                    .join();
            assertThat(Objects.requireNonNull(cron.error()).message()).contains("no \"main\"");
        }
        var wrong = "\"assets\": { \"directory\": \"../x\", \"binding\": \"A\", \"html_handling\": \"never\","
                + " \"run_worker_first\": [\"api\"] }";
        assertThatThrownBy(() -> project(folder.resolve("wrong"), wrong))
                .isInstanceOfSatisfying(
                        ProjectException.class,
                        failure -> assertThat(failure.problems())
                                .extracting(each -> each.message())
                                .contains(
                                        "\"assets.directory\" is no folder of the project: ../x.",
                                        "\"assets.binding\" needs a worker, and there is no \"main\".",
                                        "There is no \"html_handling\" of the name \"never\".",
                                        "A pattern of \"run_worker_first\" begins with \"/\" or \"!/\": api."));
    }
}
