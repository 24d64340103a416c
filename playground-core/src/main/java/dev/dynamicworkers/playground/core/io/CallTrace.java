package dev.dynamicworkers.playground.core.io;

import dev.dynamicworkers.playground.core.isolate.CallSite;
import dev.dynamicworkers.playground.core.trace.CallRecord;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import dev.dynamicworkers.playground.core.worker.GuestError;
import dev.dynamicworkers.playground.core.worker.IsolateId;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// One call that leaves an isolate, on its way to a [CallRecord]. There is one only while somebody wants records.
/// Runs on the event loop's thread.
public final class CallTrace {
    /// Characters of arguments and results that a record keeps.
    public static final int CLIPPED = 500;

    /// Calls of one invocation that are recorded; what comes after them is not.
    private static final int MOST = 10_000;

    private final InvocationContext caller;
    private final CallRecord.Kind kind;
    private final String method;
    private final String arguments;
    private final @Nullable Long sentBytes;
    private final UnaryOperator<String> mask;
    private final Instant at = Instant.now();
    private final long beganNanos;
    private final GuestError.@Nullable Frame site;
    private CallRecord.Decision decision = CallRecord.Decision.ALLOWED;
    private @Nullable String binding;
    private @Nullable String rule;
    private @Nullable IsolateId target;
    private boolean told;

    private CallTrace(
            InvocationContext caller, CallRecord.Kind kind, String method, Sent sent, UnaryOperator<String> mask) {
        this.caller = caller;
        this.kind = kind;
        this.method = mask.apply(method);
        this.mask = mask;
        arguments = shown(sent.text());
        sentBytes = sent.bytes();
        beganNanos = caller.worker().isolate().loop().nanoTime();
        GuestError.Frame place = CallSite.innermost();
        site = place == null ? null : caller.worker().positions().source(place);
    }

    /// Begins a record of a call that guest code makes now.
    ///
    /// @param name, or dotted path
    /// @param arguments clipped and masked here
    /// @return null when nobody wants records, or this invocation has had its share
    public static @Nullable CallTrace begin(
            InvocationContext caller, CallRecord.Kind kind, String method, Supplier<Sent> arguments) {
        UnaryOperator<String> mask = caller.worker().recordedCalls();
        if (mask == null) {
            return null;
        }
        int count = caller.trace().callRecorded();
        if (count > MOST) {
            if (count == MOST + 1) {
                caller.worker()
                        .emit(new TailEvent.Note(
                                caller.worker().id(),
                                Instant.now(),
                                "More than " + MOST + " calls in one event: the rest is not recorded."));
            }
            return null;
        }
        return new CallTrace(caller, kind, method, arguments.get(), mask);
    }

    /// Begins a record of a call over RPC.
    ///
    /// @return null when nobody wants records, or this invocation has had its share
    public static @Nullable CallTrace ofCall(RpcCall call) {
        return begin(call.caller(), CallRecord.Kind.RPC, call.dottedPath(), call::sent);
    }

    /// It goes through a key of `env`; of several, the caller's own is the first to say so.
    public void through(String name) {
        if (binding == null) {
            binding = name;
        }
    }

    /// Where guest code made it, null when that is not known.
    public GuestError.@Nullable Frame site() {
        return site;
    }

    /// A rule decided.
    public void decided(CallRecord.Decision what, String byRule) {
        decision = what;
        rule = byRule;
    }

    /// Who got it.
    public void reached(InvocationContext callee) {
        target = callee.worker().id();
    }

    /// It was answered.
    ///
    /// @param result as text; null for none
    /// @param bytes that came with it; null where they are not measured
    public void answered(@Nullable String result, @Nullable Long bytes) {
        tell(result == null ? null : shown(result), null, bytes);
    }

    /// It failed, or nobody waits for it any more.
    public void failed(String error) {
        tell(null, shown(error), null);
    }

    /// What a call takes along.
    ///
    /// @param text for people
    /// @param bytes null where they are not measured
    public record Sent(String text, @Nullable Long bytes) {
        /// A value of JSON.
        public static Sent json(String text) {
            return new Sent(text, CallBytes.of(text));
        }
    }

    private String shown(String text) {
        // Masked before it is clipped, so that no half of a secret is left; of long text only a beginning is read.
        String head = text.length() > 8 * CLIPPED ? text.substring(0, 8 * CLIPPED) : text;
        String masked = mask.apply(head);
        return masked.length() <= CLIPPED && head.length() == text.length()
                ? masked
                : masked.substring(0, Math.min(CLIPPED, masked.length())) + "...";
    }

    private void tell(@Nullable String result, @Nullable String error, @Nullable Long receivedBytes) {
        if (told) {
            return;
        }
        told = true;
        WorkerInstance worker = caller.worker();
        double millis = (worker.isolate().loop().nanoTime() - beganNanos) / 1e6;
        CallRecord call = new CallRecord(
                at,
                worker.id(),
                caller.id(),
                kind,
                binding,
                method,
                target,
                arguments,
                result,
                error,
                millis,
                decision,
                rule,
                site,
                sentBytes,
                receivedBytes);
        worker.emit(new TailEvent.Call(worker.id(), Instant.now(), caller.id(), call));
    }
}
