package dev.dynamicworkers.playground.core.runtime;

import dev.dynamicworkers.playground.core.project.secret.Secrets;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.trace.SecretLeak;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import dev.dynamicworkers.playground.core.worker.GuestError;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Keeps the values of secrets out of what people and exports get to see of a run: events and errors are told with
/// `[secret NAME]` instead. What guest code gets, its tail workers included, stays as it is. Safe on any thread.
final class SecretGuard {
    private final Secrets secrets;

    SecretGuard(Secrets secrets) {
        this.secrets = secrets;
    }

    /// Hands an event on without values of secrets, and after it what a console line gave away.
    void pass(TailEvent event, Consumer<TailEvent> to) {
        if (secrets.isEmpty()) {
            to.accept(
                    event instanceof TailEvent.GuestException thrown
                                    && !thrown.error().causes().isNone()
                            ? masked(event)
                            : event);
            return;
        }
        to.accept(masked(event));
        if (event instanceof TailEvent.LogLine line) {
            String where = line.location() == null
                    ? "console." + line.level().word() + "()"
                    : line.location().file() + ":" + line.location().line();
            Set<Secrets.Found> found = secrets.find(line.text());
            for (Secrets.Found each : found) {
                to.accept(new TailEvent.SecretLeaked(
                        line.isolate(),
                        line.timestamp(),
                        line.invocation(),
                        new SecretLeak(
                                each.name(), SecretLeak.Place.LOG, each.form().word(), secrets.mask(where))));
            }
        }
    }

    private TailEvent masked(TailEvent event) {
        return switch (event) {
            case TailEvent.LogLine line ->
                new TailEvent.LogLine(
                        line.isolate(),
                        line.timestamp(),
                        line.invocation(),
                        line.level(),
                        secrets.mask(line.text()),
                        line.message().stream().map(secrets::mask).toList(),
                        masked(line.location()),
                        line.deeper() == null ? null : secrets.mask(line.deeper()));
            case TailEvent.GuestException thrown ->
                new TailEvent.GuestException(
                        thrown.isolate(), thrown.timestamp(), thrown.invocation(), error(thrown.error()));
            case TailEvent.Onset onset ->
                new TailEvent.Onset(
                        onset.isolate(),
                        onset.timestamp(),
                        onset.invocation(),
                        onset.kind(),
                        secrets.mask(onset.summary()),
                        onset.entrypoint(),
                        onset.cause());
            case TailEvent.IsolateEnded ended ->
                new TailEvent.IsolateEnded(
                        ended.isolate(), ended.timestamp(), ended.state(), secrets.mask(ended.reason()));
            case TailEvent.IsolateStarted started ->
                new TailEvent.IsolateStarted(started.isolate(), started.timestamp(), snapshot(started.snapshot()));
            case TailEvent.Note note -> new TailEvent.Note(note.isolate(), note.timestamp(), secrets.mask(note.text()));
            default -> event;
        };
    }

    /// A snapshot without values of secrets, which a worker's id or the reason of its end may have.
    IsolateSnapshot snapshot(IsolateSnapshot isolate) {
        if (secrets.isEmpty()) {
            return isolate;
        }
        return new IsolateSnapshot(
                isolate.id(),
                isolate.role(),
                mask(isolate.name()),
                secrets.mask(isolate.label()),
                isolate.parent(),
                isolate.state(),
                isolate.retainedBytes(),
                isolate.sharedBytes(),
                isolate.allocatedBytes(),
                isolate.cpuMillis(),
                isolate.requests(),
                isolate.createdAt(),
                isolate.lastActiveAt(),
                mask(isolate.endReason()));
    }

    /// An error without values of secrets.
    GuestError error(GuestError error) {
        if (secrets.isEmpty() && error.causes().isNone()) {
            return error;
        }
        return new GuestError(
                secrets.mask(error.name()),
                secrets.mask(error.message()),
                mask(error.stack()),
                error.frames().stream()
                        .map(frame -> frame.worded(secrets::mask))
                        .toList(),
                mask(error.hint()),
                causes(error.causes()));
    }

    private GuestError.Causes causes(GuestError.Causes causes) {
        return new GuestError.Causes(
                causeOrNull(causes.cause()),
                causes.errors().stream().map(this::cause).toList(),
                causes.leftOut(),
                causeOrNull(causes.error()),
                causeOrNull(causes.suppressed()));
    }

    private @Nullable GuestError causeOrNull(@Nullable GuestError cause) {
        return cause == null ? null : cause(cause);
    }

    /// Clipped after it is masked, so that no half of a secret is left.
    private GuestError cause(GuestError cause) {
        GuestError masked = error(cause);
        String message = masked.message();
        return message.length() <= GuestError.LONGEST_CAUSE
                ? masked
                : new GuestError(
                        masked.name(),
                        message.substring(0, GuestError.LONGEST_CAUSE - 3) + "...",
                        masked.stack(),
                        masked.frames(),
                        masked.hint(),
                        masked.causes());
    }

    private GuestError.@Nullable Frame masked(GuestError.@Nullable Frame frame) {
        return frame == null ? null : frame.worded(secrets::mask);
    }

    private @Nullable String mask(@Nullable String text) {
        return text == null ? null : secrets.mask(text);
    }
}
