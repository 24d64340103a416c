package dev.dynamicworkers.playground.core.runtime;

import dev.dynamicworkers.playground.core.host.HostSettings;
import dev.dynamicworkers.playground.core.project.BindingDeclaration;
import dev.dynamicworkers.playground.core.project.ModuleFile;
import dev.dynamicworkers.playground.core.project.ModuleType;
import dev.dynamicworkers.playground.core.project.Project;
import dev.dynamicworkers.playground.core.project.WranglerConfig;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One recorded program: its parent worker, what is sent to it, and what the reference runtime answered.
record Probe(Path folder) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> KEPT =
            Set.of("content-type", "location", "set-cookie", "allow", "etag", "cache-control");

    /// Runs it on the engine and gives the answer in the form of `expected.json`.
    JsonNode run(LocalRuntime runtime) throws IOException, InterruptedException, ExecutionException, TimeoutException {
        JsonNode config = config();
        List<TailEvent.LogLine> logs = new CopyOnWriteArrayList<>();
        ObjectNode answer;
        try (LocalProject project = runtime.start(
                project(config),
                RuntimeOptions.DEFAULT,
                event -> {
                    if (event instanceof TailEvent.LogLine line) {
                        logs.add(line);
                    }
                },
                overlay(config))) {
            answer = requests(project, config.path("settleMs").asInt(60));
        }
        ArrayNode lines = answer.putArray("logs");
        if (!config.path("ignoreLogs").asBoolean(false)) {
            for (TailEvent.LogLine line : logs) {
                // Lines for the terminal alone (console.group() and the like) are the playground's own.
                if (line.message().isEmpty() && !line.text().isEmpty()) {
                    continue;
                }
                lines.addObject().put("level", line.level().word()).put("message", scrub(line.text()));
            }
        }
        return answer;
    }

    JsonNode expected() throws IOException {
        return JSON.readTree(Files.readString(folder.resolve("expected.json")));
    }

    private JsonNode config() throws IOException {
        Path file = folder.resolve("config.json");
        return Files.exists(file) ? JSON.readTree(Files.readString(file)) : JSON.createObjectNode();
    }

    private Project project(JsonNode config) throws IOException {
        List<BindingDeclaration> bindings = new ArrayList<>();
        bindings.add(new BindingDeclaration.WorkerLoader("LOADER"));
        config.path("sharedLoaders")
                .propertyNames()
                .forEach(name -> bindings.add(new BindingDeclaration.WorkerLoader(name)));
        config.path("vars")
                .forEachEntry((name, value) -> bindings.add(new BindingDeclaration.Json(name, value.toString())));
        config.path("kv").propertyNames().forEach(name -> bindings.add(new BindingDeclaration.Kv(name, null)));
        for (JsonNode each : config.path("durableObjects")) {
            bindings.add(new BindingDeclaration.DurableObject(
                    each.path("binding").asString(), each.path("className").asString(), null));
        }
        ArrayNode classes = JSON.createArrayNode();
        config.path("durableObjects").forEach(each -> classes.add(each.path("className")));
        ArrayNode migrations = JSON.createArrayNode();
        migrations.addObject().set("new_sqlite_classes", classes);
        List<String> flags = new ArrayList<>();
        config.path("compatibilityFlags").forEach(flag -> flags.add(flag.asString()));
        WranglerConfig wrangler = new WranglerConfig(
                "wrangler.jsonc",
                // Ids of Durable Objects are made of it: so they come out as they were recorded.
                "key",
                "parent.js",
                config.path("compatibilityDate").asString("2026-01-01"),
                flags,
                bindings,
                List.of(),
                List.of(),
                Map.of("migrations", migrations.toString()));
        byte[] code = Files.readAllBytes(folder.resolve("parent.js"));
        return new Project(
                folder.toAbsolutePath(),
                wrangler,
                Map.of("parent.js", new ModuleFile("parent.js", ModuleType.ES_MODULE, code)),
                List.of());
    }

    private static HostSettings.Additions overlay(JsonNode config) {
        Map<String, String> ids = new LinkedHashMap<>();
        JsonNode shared = config.path("sharedLoaders");
        shared.propertyNames().forEach(name -> ids.put(name, shared.path(name).asString()));
        return new HostSettings.Additions(ids, config.path("globalOutbound").asString(null));
    }

    private ObjectNode requests(LocalProject project, int settleMillis)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        JsonNode requests = JSON.readTree(Files.readString(folder.resolve("request.json")));
        if (!requests.isArray()) {
            ObjectNode answer = send(project, requests);
            TimeUnit.MILLISECONDS.sleep(settleMillis);
            return answer;
        }
        ObjectNode all = JSON.createObjectNode();
        ArrayNode responses = all.putArray("responses");
        for (JsonNode request : requests) {
            responses.add(send(project, request));
            TimeUnit.MILLISECONDS.sleep(settleMillis);
        }
        return all;
    }

    private static ObjectNode send(LocalProject project, JsonNode request)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        List<Header> headers = new ArrayList<>();
        headers.add(new Header("host", "probe.test"));
        JsonNode given = request.path("headers");
        given.propertyNames()
                .forEach(name -> headers.add(new Header(name, given.path(name).asString())));
        JsonNode body = request.path("body");
        byte[] bytes = body.isMissingNode()
                ? new byte[0]
                : (body.isString() ? body.asString() : body.toString()).getBytes(StandardCharsets.UTF_8);
        if (!body.isMissingNode()) {
            headers.add(new Header("content-length", String.valueOf(bytes.length)));
        }
        Invocation.Fetch fetch = new Invocation.Fetch(
                request.path("method").asString("GET"),
                "http://probe.test" + request.path("path").asString("/"),
                headers,
                body.isMissingNode() ? new RequestBody.None() : new RequestBody.Bytes(bytes),
                null);
        return answer(project.dispatch(fetch).get(180, TimeUnit.SECONDS));
    }

    private static ObjectNode answer(InvocationResult result) {
        ObjectNode answer = JSON.createObjectNode();
        InvocationResult.WorkerResponse response = result.response();
        // A worker that fails is answered as an HTTP server answers: 500 with a fixed text.
        answer.put("status", response == null ? 500 : response.status());
        ObjectNode headers = answer.putObject("headers");
        if (response != null) {
            for (Header header : response.headers()) {
                String name = header.name().toLowerCase(java.util.Locale.ROOT);
                if (KEPT.contains(name) || name.startsWith("x-")) {
                    if (name.equals("set-cookie")) {
                        headers.withArray(name).add(header.value());
                    } else {
                        headers.put(name, header.value());
                    }
                }
            }
        }
        String text = response == null ? "Internal Server Error" : new String(response.body(), StandardCharsets.UTF_8);
        try {
            answer.set("json", JSON.readTree(text));
            if (text.isBlank()) {
                answer.remove("json");
                answer.put("body", "");
            }
        } catch (JacksonException e) {
            answer.put("body", scrub(text));
        }
        return answer;
    }

    private static String scrub(String text) {
        return text.replaceAll("\n\\s+at [^\n]*", "")
                .replaceAll("\nstack: [^\n]*", "")
                .replaceAll("reference = \\w+", "reference = REF");
    }

    // ---- comparing ----

    /// Differences between an answer and what was recorded, one line each. Texts that only the engine or an accident
    /// of the reference
    /// runtime makes are not compared.
    static List<String> differences(JsonNode expected, JsonNode actual, List<Pattern> messages, List<Pattern> logs) {
        List<String> differences = new ArrayList<>();
        ObjectNode left = expected.deepCopy().asObject();
        ObjectNode right = actual.deepCopy().asObject();
        JsonNode expectedLogs = left.remove("logs");
        JsonNode actualLogs = right.remove("logs");
        compare("", left, right, messages, differences);
        compare("logs", kept(expectedLogs, logs), kept(actualLogs, logs), messages, differences);
        return differences;
    }

    private static JsonNode kept(JsonNode logs, List<Pattern> ignored) {
        ArrayNode kept = JSON.createArrayNode();
        for (JsonNode line : logs) {
            String message = line.path("message").asString();
            if (ignored.stream().noneMatch(pattern -> pattern.matcher(message).find())) {
                kept.add(line);
            }
        }
        return kept;
    }

    private static void compare(
            String path, JsonNode expected, JsonNode actual, List<Pattern> tolerated, List<String> differences) {
        if (expected.equals(actual)) {
            return;
        }
        if (expected.isObject() && actual.isObject()) {
            Set<String> names = new java.util.TreeSet<>(expected.propertyNames());
            names.addAll(actual.propertyNames());
            for (String name : names) {
                compare(path + "." + name, expected.path(name), actual.path(name), tolerated, differences);
            }
        } else if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
            for (int i = 0; i < expected.size(); i++) {
                compare(path + "[" + i + "]", expected.get(i), actual.get(i), tolerated, differences);
            }
        } else if (expected.isNumber() && actual.isNumber() && expected.asDouble() == actual.asDouble()) {
            return;
        } else if (!(expected.isString()
                && actual.isString()
                && tolerated.stream()
                        .anyMatch(
                                pattern -> pattern.matcher(expected.asString()).find()))) {
            differences.add(path + ": expected " + expected + " but got " + actual);
        }
    }
}
