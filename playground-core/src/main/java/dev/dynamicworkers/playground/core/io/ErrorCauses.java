package dev.dynamicworkers.playground.core.io;

import dev.dynamicworkers.playground.core.js.HostCall;
import dev.dynamicworkers.playground.core.worker.GuestError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what runtime source `io/causes` tells of the errors that an error comes from. Guest code can change that
/// source within its isolate, so that all bounds are kept here once more.
public final class ErrorCauses {
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int LONGEST_STACK = 16_384;

    /// More than people are shown: it is masked before it is clipped.
    private static final int LONGEST_MESSAGE = 2 * GuestError.LONGEST_CAUSE;

    private static final int LONGEST_NAME = 200;
    private static final JsonMapper MAPPER = new JsonMapper();

    private final PositionMapper positions;
    private int left = GuestError.MOST_CAUSES;

    private ErrorCauses(PositionMapper positions) {
        this.positions = positions;
    }

    /// What an argument of a call tells, in places of the worker's own files.
    ///
    /// @param at number of the argument, which need not be there
    public static GuestError.Causes read(HostCall call, int at) {
        return read(
                call.count() > at ? call.stringOrNull(at) : null,
                WorkerInstance.of(call.isolate()).positions());
    }

    /// @param text as the runtime source wrote it; null for none
    public static GuestError.Causes read(@Nullable String text, PositionMapper positions) {
        if (text == null || text.length() > LONGEST_TEXT) {
            return GuestError.Causes.NONE;
        }
        try {
            return new ErrorCauses(positions).causes(MAPPER.readTree(text), 0);
        } catch (JacksonException changed) {
            // Guest code changed the source that wrote it.
            return GuestError.Causes.NONE;
        }
    }

    private GuestError.Causes causes(JsonNode of, int depth) {
        int leftOut = Math.max(0, of.path("more").asInt(0));
        JsonNode cause = of.path("cause");
        GuestError first = cause.isObject() ? error(cause, depth) : null;
        GuestError later = of.path("error").isObject() ? error(of.path("error"), depth) : null;
        GuestError hidden = of.path("suppressed").isObject() ? error(of.path("suppressed"), depth) : null;
        List<GuestError> errors = new ArrayList<>();
        for (JsonNode each : of.path("errors")) {
            GuestError error = error(each, depth);
            if (error == null) {
                break;
            }
            errors.add(error);
        }
        GuestError.Causes causes = new GuestError.Causes(first, errors, leftOut, later, hidden);
        return causes.isNone() ? GuestError.Causes.NONE : causes;
    }

    private @Nullable GuestError error(JsonNode of, int depth) {
        if (left == 0 || depth == GuestError.MOST_DEPTH) {
            return null;
        }
        left--;
        String stack = text(of, "stack", LONGEST_STACK);
        return StackTraces.error(
                        text(of, "name", LONGEST_NAME),
                        text(of, "message", LONGEST_MESSAGE),
                        stack.isEmpty() ? null : stack,
                        positions)
                .causedBy(causes(of, depth + 1));
    }

    private static String text(JsonNode of, String key, int longest) {
        String text = of.path(key).asString("");
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
