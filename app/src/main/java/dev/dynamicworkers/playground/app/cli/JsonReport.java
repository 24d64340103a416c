package dev.dynamicworkers.playground.app.cli;

import dev.dynamicworkers.playground.core.project.ConfigProblem;
import dev.dynamicworkers.playground.core.project.WranglerConfig;
import dev.dynamicworkers.playground.core.runtime.EngineStatus;
import dev.dynamicworkers.playground.core.runtime.Header;
import dev.dynamicworkers.playground.core.runtime.InvocationResult;
import dev.dynamicworkers.playground.core.runtime.InvocationResult.WorkerResponse;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.trace.SubrequestRecord;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import dev.dynamicworkers.playground.core.worker.GuestError;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The JSON that `run`, `test` and `check` print, built by hand so that its shape is in one place; described in
/// `docs/guide/run-json.md`. Fields are added, never renamed or taken away. A figure that is unknown is null.
final class JsonReport {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JsonReport() {}

    /// Report of `run`.
    ///
    /// @param last the result to report
    /// @param all results of all repetitions, the last one included
    /// @param extras what was asked for besides
    static String ofRun(InvocationResult last, List<InvocationResult> all, EngineStatus engine, RunExtras extras) {
        var report = JSON.createObjectNode();
        report.set("response", response(last.response()));
        report.put("outcome", last.outcome().word());
        report.set("event", EventReport.json(last.event()));
        report.set("error", error(last.error()));
        var thrown = report.putArray("thrown");
        last.told().thrown().forEach(each -> thrown.add(thrown(each)));
        var logs = report.putArray("logs");
        last.logs().forEach(line -> log(line, logs.addObject()));
        var isolates = report.putArray("isolates");
        last.isolates().forEach(isolate -> isolate(isolate, isolates.addObject()));
        var subrequests = report.putArray("subrequests");
        last.subrequests().forEach(subrequest -> subrequest(subrequest, subrequests.addObject()));
        timing(last, report.putObject("timing"));
        var notes = report.putArray("notes");
        last.notes().forEach(notes::add);
        var leaks = report.putArray("secretLeaks");
        last.secretLeaks().forEach(leaked -> leak(leaked, leaks.addObject()));
        extras.json(report);
        report.putObject("engine")
                .put("implementation", engine.implementation())
                .put("compiled", engine.compiled())
                .put("memoryMeasured", engine.memoryMeasured());
        if (all.size() > 1) {
            var runs = report.putArray("runs");
            all.forEach(result -> runs.addObject()
                    .put("outcome", result.outcome().word())
                    .put(
                            "status",
                            result.response() == null ? null : result.response().status())
                    .put("totalMs", rounded(result.timing().totalMillis())));
        }
        return write(report);
    }

    /// Report of `test`.
    ///
    /// @param failure why the tests could not be found, null when they could
    static String ofTests(List<TestCommand.TestResult> results, @Nullable GuestError failure) {
        var report = JSON.createObjectNode();
        report.put(
                "passed",
                results.stream().filter(TestCommand.TestResult::isPassed).count());
        report.put(
                "failed", results.stream().filter(result -> !result.isPassed()).count());
        var tests = report.putArray("tests");
        for (var result : results) {
            var test = tests.addObject();
            test.put("name", result.name());
            test.put("outcome", result.isPassed() ? "passed" : "failed");
            test.set("error", error(result.error()));
            test.put("durationMs", rounded(result.result().timing().totalMillis()));
            var thrown = test.putArray("thrown");
            result.result().told().thrown().forEach(each -> thrown.add(thrown(each)));
            var logs = test.putArray("logs");
            result.result().logs().forEach(line -> log(line, logs.addObject()));
        }
        if (failure != null) {
            report.set("error", error(failure));
        }
        return write(report);
    }

    /// Report of `check`.
    ///
    /// @param config null when the project can't start
    static String ofCheck(@Nullable WranglerConfig config, List<ConfigProblem> problems) {
        var report = JSON.createObjectNode();
        report.put("name", config == null ? null : config.name());
        report.put("main", config == null ? null : config.main());
        report.put("canStart", config != null);
        if (config != null) {
            CronLines.json(config, report.putArray("crons"));
        }
        var list = report.putArray("problems");
        for (var problem : problems) {
            boolean whole = problem.line() == 0;
            list.addObject()
                    .put("severity", problem.severity().name().toLowerCase(Locale.ROOT))
                    .put("file", problem.file())
                    .put("line", whole ? null : problem.line())
                    .put("column", whole ? null : problem.column())
                    .put("message", problem.message())
                    .put("hint", problem.hint());
        }
        return write(report);
    }

    private static String write(ObjectNode report) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(report);
    }

    private static JsonNode response(@Nullable WorkerResponse response) {
        if (response == null) {
            return JSON.nullNode();
        }
        var node = JSON.createObjectNode();
        node.put("status", response.status());
        node.put("statusText", response.statusText());
        headers(response.headers(), node.putArray("headers"));
        var text = text(response.body());
        if (text == null) {
            node.put("bodyBase64", Base64.getEncoder().encodeToString(response.body()));
        } else {
            node.put("body", text);
        }
        return node;
    }

    private static void headers(List<Header> headers, ArrayNode into) {
        headers.forEach(header -> into.addArray().add(header.name()).add(header.value()));
    }

    private static JsonNode error(@Nullable GuestError error) {
        if (error == null) {
            return JSON.nullNode();
        }
        var node = JSON.createObjectNode()
                .put("name", error.name())
                .put("message", error.message())
                .put("stack", error.stack())
                .put("hint", error.hint());
        var causes = error.causes();
        node.set("cause", error(causes.cause()));
        if (causes.error() != null || causes.suppressed() != null) {
            node.set("error", error(causes.error()));
            node.set("suppressed", error(causes.suppressed()));
        }
        var errors = node.putArray("errors");
        causes.errors().forEach(each -> errors.add(error(each)));
        return node.put("causesLeftOut", causes.leftOut());
    }

    private static JsonNode thrown(InvocationResult.Thrown thrown) {
        var node = JSON.createObjectNode().put("isolate", thrown.isolate().number());
        node.set("error", error(thrown.error()));
        var frames = thrown.error().frames();
        if (frames.isEmpty()) {
            node.putNull("location");
        } else {
            place(frames.getFirst(), node.putObject("location"));
        }
        return node;
    }

    private static void place(GuestError.Frame frame, ObjectNode into) {
        into.put("file", frame.file()).put("line", frame.line()).put("column", frame.column());
    }

    static void log(TailEvent.LogLine line, ObjectNode into) {
        into.put("isolate", line.isolate().number());
        into.put("level", line.level().word());
        var message = into.putArray("message");
        line.message().forEach(argument -> message.add(parsed(argument)));
        into.put("timestamp", line.timestamp().toEpochMilli());
        into.put("text", line.text());
        GuestError.Frame location = line.location();
        if (location == null) {
            into.putNull("location");
        } else {
            place(location, into.putObject("location"));
        }
    }

    /// An argument of a console call; one that is no JSON is reported as the string it is.
    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JacksonException notJson) {
            return JSON.getNodeFactory().stringNode(json);
        }
    }

    private static void isolate(IsolateSnapshot isolate, ObjectNode into) {
        into.put("id", isolate.id().number());
        into.put("role", isolate.role().name().toLowerCase(Locale.ROOT));
        into.put("name", isolate.name());
        into.put("label", isolate.label());
        into.put("parent", isolate.parent() == null ? null : isolate.parent().number());
        into.put("state", isolate.state().name().toLowerCase(Locale.ROOT));
        into.put("retainedBytes", isolate.retainedBytes());
        into.put("sharedBytes", isolate.sharedBytes());
        into.put("allocatedBytes", isolate.allocatedBytes());
        var cpu = isolate.cpuMillis();
        into.put("cpuMs", cpu == null ? null : rounded(cpu));
        into.put("requests", isolate.requests());
        into.put("endReason", isolate.endReason());
    }

    private static void subrequest(SubrequestRecord subrequest, ObjectNode into) {
        into.put("isolate", subrequest.isolate().number());
        into.put("url", subrequest.url());
        into.put("method", subrequest.method());
        into.put("decision", subrequest.decision().name().toLowerCase(Locale.ROOT));
        into.put("status", subrequest.status());
        into.put("reason", subrequest.reason());
        var rule = subrequest.rule();
        if (rule == null) {
            into.putNull("rule");
        } else {
            into.putObject("rule").put("id", rule.id()).put("text", rule.text());
        }
        into.put("hint", subrequest.hint());
        var millis = subrequest.millis();
        into.put("durationMs", millis == null ? null : rounded(millis));
        into.put("contentType", subrequest.contentType());
    }

    private static void leak(TailEvent.SecretLeaked leaked, ObjectNode into) {
        into.put("isolate", leaked.isolate().number());
        into.put("secret", leaked.leak().secret());
        into.put("place", leaked.leak().place().words());
        into.put("form", leaked.leak().form());
        into.put("where", leaked.leak().where());
    }

    private static void timing(InvocationResult result, ObjectNode into) {
        var timing = result.timing();
        into.put("totalMs", rounded(timing.totalMillis()));
        into.put("startMs", rounded(timing.startMillis()));
        into.put("firstByteMs", rounded(timing.firstByteMillis()));
        into.put("cpuMs", rounded(timing.cpuMillis()));
        into.put("allCpuMs", rounded(result.told().cpuMillis()));
        var shares = into.putArray("cpu");
        result.told()
                .cpu()
                .forEach(share -> shares.addObject()
                        .put("isolate", share.isolate().number())
                        .put("events", share.events())
                        .put("cpuMs", rounded(share.cpuMillis())));
    }

    /// Milliseconds to the microsecond: what is beyond is noise.
    private static double rounded(double millis) {
        return Math.round(millis * 1000) / 1000.0;
    }

    /// The bytes as text, null when they are not UTF-8.
    static @Nullable String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException binary) {
            return null;
        }
    }
}
