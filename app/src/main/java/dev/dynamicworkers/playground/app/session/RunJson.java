package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.app.settings.JsonFile;
import dev.dynamicworkers.playground.core.project.secret.Secrets;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.worker.GuestError;
import dev.dynamicworkers.playground.core.worker.IsolateId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// A run as a JSON object, to be read again by a later session. What left isolates is not part of it.
final class RunJson {
    private static final int VERSION = 1;

    private RunJson() {}

    /// @param secrets whose values are taken out of it
    static ObjectNode write(RunRecord run, Secrets secrets) {
        ObjectNode root = JsonFile.empty();
        root.put("version", VERSION)
                .put("number", run.number())
                .put("startedAt", run.startedAt().toString())
                .put("verdict", run.verdict().name())
                .put("explanation", run.explanation())
                .put("start", run.cold().name())
                .put("code", run.code());
        RequestJson.write(root.putObject("request"), run.request());
        RunRecord.Reply reply = run.reply();
        if (reply != null) {
            ObjectNode answer = root.putObject("reply");
            byte[] body = secrets.mask(reply.body());
            answer.put("status", reply.status())
                    .put("statusText", reply.statusText())
                    .put("body", Base64.getEncoder().encodeToString(body))
                    .put(
                            "totalBytes",
                            reply.totalBytes() == RunRecord.Reply.UNKNOWN_LENGTH
                                    ? RunRecord.Reply.UNKNOWN_LENGTH
                                    : reply.totalBytes() - reply.body().length + body.length);
            RequestJson.lines(answer.putArray("headers"), reply.headers());
        }
        GuestError error = run.error();
        if (error != null) {
            write(root.putObject("error"), error);
        }
        ArrayNode thrown = root.putArray("thrown");
        run.thrown().forEach(each -> {
            ObjectNode node = thrown.addObject();
            node.put("isolate", each.isolate().label())
                    .put("role", each.isolate().role().name());
            write(node.putObject("error"), each.error());
        });
        RunTiming timing = run.timing();
        root.putObject("timing")
                .put("prepare", timing.prepareMillis())
                .put("start", timing.startMillis())
                .put("firstByte", timing.firstByteMillis())
                .put("body", timing.bodyMillis())
                .put("total", timing.totalMillis())
                .put("cpu", timing.cpuMillis());
        ArrayNode notes = root.putArray("notes");
        run.notes().forEach(notes::add);
        ArrayNode spans = root.putArray("spans");
        run.spans().forEach(span -> write(spans.addObject(), span));
        ArrayNode phases = root.putArray("phases");
        run.phases()
                .forEach(phase -> phases.addObject().put("word", phase.word()).put("at", phase.atMillis()));
        ArrayNode isolates = root.putArray("isolates");
        run.isolates().forEach(isolate -> write(isolates.addObject(), isolate));
        if (!secrets.isEmpty()) {
            mask(root, secrets);
        }
        return root;
    }

    /// Every text of a node, so that no field can be forgotten.
    private static void mask(JsonNode node, Secrets secrets) {
        switch (node) {
            case ObjectNode object ->
                object.properties().forEach(entry -> entry.setValue(masked(entry.getValue(), secrets)));
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, masked(array.get(i), secrets));
                }
            }
            default -> {
                // A number says nothing.
            }
        }
    }

    private static JsonNode masked(JsonNode node, Secrets secrets) {
        if (node.isString()) {
            return StringNode.valueOf(secrets.mask(node.asString("")));
        }
        mask(node, secrets);
        return node;
    }

    private static void text(ObjectNode into, String key, @Nullable String text) {
        if (text != null) {
            into.put(key, text);
        }
    }

    private static void write(ObjectNode into, GuestError error) {
        into.put("name", error.name()).put("message", error.message());
        text(into, "stack", error.stack());
        text(into, "hint", error.hint());
        ArrayNode frames = into.putArray("frames");
        error.frames()
                .forEach(frame -> frames.addObject()
                        .put("function", frame.function())
                        .put("file", frame.file())
                        .put("line", frame.line())
                        .put("column", frame.column()));
        GuestError.Causes causes = error.causes();
        write(into, "cause", causes.cause());
        write(into, "error", causes.error());
        write(into, "suppressed", causes.suppressed());
        if (!causes.errors().isEmpty()) {
            ArrayNode errors = into.putArray("errors");
            causes.errors().forEach(each -> write(errors.addObject(), each));
        }
        if (causes.leftOut() > 0) {
            into.put("leftOut", causes.leftOut());
        }
    }

    private static void write(ObjectNode into, String key, @Nullable GuestError error) {
        if (error != null) {
            write(into.putObject(key), error);
        }
    }

    private static void write(ObjectNode into, RunSpan span) {
        into.put("isolate", span.isolate().label())
                .put("role", span.isolate().role().name())
                .put("invocation", span.invocation())
                .put("cause", span.cause())
                .put("kind", span.kind())
                .put("summary", span.summary())
                .put("start", span.startMillis())
                .put("outcome", span.outcome());
        into.set("end", number(into, span.endMillis()));
        into.set("cpu", number(into, span.cpuMillis()));
    }

    private static JsonNode number(ObjectNode near, @Nullable Double value) {
        return value == null ? near.nullNode() : near.numberNode(value);
    }

    private static JsonNode number(ObjectNode near, @Nullable Long value) {
        return value == null ? near.nullNode() : near.numberNode(value);
    }

    private static void write(ObjectNode into, IsolateSnapshot isolate) {
        into.put("id", isolate.id().number())
                .put("role", isolate.role().name())
                .put("label", isolate.label())
                .put("state", isolate.state().name())
                .put("requests", isolate.requests())
                .put("createdAt", isolate.createdAt().toString());
        text(into, "name", isolate.name());
        text(into, "endReason", isolate.endReason());
        IsolateId parent = isolate.parent();
        into.set("parent", number(into, parent == null ? null : Long.valueOf(parent.number())));
        into.set("retained", number(into, isolate.retainedBytes()));
        into.set("shared", number(into, isolate.sharedBytes()));
        into.set("allocated", number(into, isolate.allocatedBytes()));
        into.set("cpu", number(into, isolate.cpuMillis()));
    }

    /// Reads a run.
    ///
    /// @throws IllegalArgumentException when it is none
    static RunRecord read(JsonNode root) {
        if (root.path("version").asInt(0) != VERSION) {
            throw new IllegalArgumentException("not a run of this version");
        }
        try {
            JsonNode timing = root.path("timing");
            return new RunRecord(
                    root.path("number").asLong(0),
                    Instant.parse(root.path("startedAt").asString("")),
                    RequestJson.read(root.path("request")),
                    RunVerdict.valueOf(root.path("verdict").asString("")),
                    root.has("reply") ? reply(root.path("reply")) : null,
                    null,
                    root.has("error") ? error(root.path("error")) : null,
                    list(root.path("thrown"), RunJson::thrown),
                    root.path("explanation").asString(""),
                    list(root.path("isolates"), RunJson::isolate),
                    List.of(),
                    new RunTiming(
                            timing.path("prepare").asDouble(0),
                            timing.path("start").asDouble(0),
                            timing.path("firstByte").asDouble(0),
                            timing.path("body").asDouble(0),
                            timing.path("total").asDouble(0),
                            timing.path("cpu").asDouble(0)),
                    RunRecord.Start.valueOf(root.path("start").asString("")),
                    list(root.path("notes"), note -> note.asString("")),
                    list(root.path("spans"), RunJson::span),
                    list(
                            root.path("phases"),
                            phase -> new RunPhase(
                                    phase.path("word").asString(""),
                                    phase.path("at").asDouble(0))),
                    root.path("code").asString(""));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a time", e);
        }
    }

    private static Thrown thrown(JsonNode node) {
        return new Thrown(IsolateTag.of(node.path("isolate").asString(""), role(node)), error(node.path("error")));
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> read) {
        List<T> all = new ArrayList<>();
        array.forEach((Consumer<JsonNode>) each -> all.add(read.apply(each)));
        return all;
    }

    private static RunRecord.Reply reply(JsonNode of) {
        return new RunRecord.Reply(
                of.path("status").asInt(0),
                of.path("statusText").asString(""),
                RequestJson.lines(of.path("headers")),
                Base64.getDecoder().decode(of.path("body").asString("")),
                of.path("totalBytes").asLong(0),
                List.of());
    }

    private static GuestError error(JsonNode of) {
        return new GuestError(
                of.path("name").asString(""),
                of.path("message").asString(""),
                textOf(of.path("stack")),
                list(
                        of.path("frames"),
                        frame -> new GuestError.Frame(
                                frame.path("function").asString(""),
                                frame.path("file").asString(""),
                                frame.path("line").asInt(0),
                                frame.path("column").asInt(0))),
                textOf(of.path("hint")),
                new GuestError.Causes(
                        errorOrNull(of.path("cause")),
                        list(of.path("errors"), RunJson::error),
                        Math.max(0, of.path("leftOut").asInt(0)),
                        errorOrNull(of.path("error")),
                        errorOrNull(of.path("suppressed"))));
    }

    private static @Nullable GuestError errorOrNull(JsonNode of) {
        return of.isObject() ? error(of) : null;
    }

    private static RunSpan span(JsonNode of) {
        return new RunSpan(
                IsolateTag.of(of.path("isolate").asString(""), role(of)),
                of.path("invocation").asLong(0),
                of.path("cause").asLong(0),
                of.path("kind").asString(""),
                of.path("summary").asString(""),
                of.path("start").asDouble(0),
                decimal(of.path("end")),
                decimal(of.path("cpu")),
                of.path("outcome").asString(""));
    }

    private static IsolateSnapshot.Role role(JsonNode of) {
        return IsolateSnapshot.Role.valueOf(of.path("role").asString(""));
    }

    private static IsolateSnapshot isolate(JsonNode of) {
        Long parent = whole(of.path("parent"));
        return new IsolateSnapshot(
                new IsolateId(of.path("id").asLong(0)),
                role(of),
                textOf(of.path("name")),
                of.path("label").asString(""),
                parent == null ? null : new IsolateId(parent),
                IsolateSnapshot.State.valueOf(of.path("state").asString("")),
                whole(of.path("retained")),
                whole(of.path("shared")),
                whole(of.path("allocated")),
                decimal(of.path("cpu")),
                of.path("requests").asLong(0),
                Instant.parse(of.path("createdAt").asString("")),
                null,
                textOf(of.path("endReason")));
    }

    private static @Nullable String textOf(JsonNode node) {
        return node.isString() ? node.asString("") : null;
    }

    private static @Nullable Double decimal(JsonNode node) {
        return node.isNumber() ? Double.valueOf(node.asDouble(0)) : null;
    }

    private static @Nullable Long whole(JsonNode node) {
        return node.isNumber() ? Long.valueOf(node.asLong(0)) : null;
    }
}
