package dev.dynamicworkers.playground.core.io;

import dev.dynamicworkers.playground.core.isolate.CallSite;
import dev.dynamicworkers.playground.core.isolate.GuestThrow;
import dev.dynamicworkers.playground.core.isolate.TurnOwner;
import dev.dynamicworkers.playground.core.js.HostCall;
import dev.dynamicworkers.playground.core.js.HostFunctions;
import dev.dynamicworkers.playground.core.trace.CallRecord;
import dev.dynamicworkers.playground.core.trace.LogLevel;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import dev.dynamicworkers.playground.core.worker.GuestError;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What runtime sources of area `io` ask the host for: operations, timers, logs, and the end of handlers.
public final class IoHostFunctions {
    private IoHostFunctions() {}

    public static void register(HostFunctions table) {
        table.add("io.opBegin", IoHostFunctions::opBegin);
        table.add("io.opAbandon", IoHostFunctions::opAbandon);
        table.add("io.timerStart", IoHostFunctions::timerStart);
        table.add("io.timerStop", IoHostFunctions::timerStop);
        table.add("io.log", IoHostFunctions::log);
        table.add("io.exception", IoHostFunctions::exception);
        table.add("io.note", IoHostFunctions::note);
        table.add("io.respond", IoHostFunctions::respond);
        table.add("io.handled", IoHostFunctions::handled);
        table.add("io.failed", IoHostFunctions::failed);
        table.add("io.decided", IoHostFunctions::decided);
        table.add("io.undelivered", IoHostFunctions::undelivered);
        table.add("io.waitBegin", IoHostFunctions::waitBegin);
        table.add("io.waitEnd", IoHostFunctions::waitEnd);
        table.add("io.wake", IoHostFunctions::wake);
        table.add("io.abort", IoHostFunctions::abort);
        table.add("io.terminateTurn", IoHostFunctions::terminateTurn);
        table.add("io.passThroughOnException", IoHostFunctions::passThroughOnException);
        table.add("io.fetch", IoHostFunctions::fetch);
        table.add("io.connect", IoHostFunctions::connect);
        table.add("io.outboundRefusal", IoHostFunctions::outboundRefusal);
        table.add("io.closeConnection", IoHostFunctions::closeConnection);
        table.add("io.startTls", IoHostFunctions::startTls);
        table.add("io.abortFetch", IoHostFunctions::abortFetch);
    }

    /// The invocation whose turn it is.
    public static InvocationContext current(HostCall call) {
        TurnOwner owner = call.isolate().current();
        if (owner instanceof InvocationContext invocation) {
            return invocation;
        }
        throw GuestThrow.error("There is no invocation to do this for.");
    }

    private static @Nullable InvocationContext currentOrNull(HostCall call) {
        return call.isolate().current() instanceof InvocationContext invocation ? invocation : null;
    }

    private static @Nullable Object opBegin(HostCall call) {
        call.isolate().beginOp(call.integer(0));
        return null;
    }

    private static @Nullable Object opAbandon(HostCall call) {
        call.isolate().abandonOp(call.integer(0));
        return null;
    }

    private static @Nullable Object timerStart(HostCall call) {
        current(call).timers().start(call.integer(0), (long) call.number(1), call.bool(2));
        return null;
    }

    private static @Nullable Object timerStop(HostCall call) {
        InvocationContext invocation = currentOrNull(call);
        if (invocation != null) {
            invocation.stopTimer(call.integer(0));
        }
        return null;
    }

    // ---- traces ----

    private static @Nullable Object log(HostCall call) {
        WorkerInstance worker = WorkerInstance.of(call.isolate());
        InvocationContext invocation = currentOrNull(call);
        LogLevel level = LogLevel.valueOf(call.string(0).toUpperCase(Locale.ROOT));
        String text = call.string(1);
        LogQuota quota = invocation == null ? worker.logsAtStart() : invocation.logs();
        if (!quota.admits(worker, text)) {
            return null;
        }
        String message = call.stringOrNull(2);
        long now = call.isolate().loop().currentTimeMillis();
        if (invocation != null && message != null) {
            invocation.trace().log(now, level, message, call.stringOrNull(3));
        }
        GuestError.Frame site = CallSite.innermost();
        worker.emit(new TailEvent.LogLine(
                worker.id(),
                Instant.ofEpochMilli(now),
                invocation == null ? null : invocation.id(),
                level,
                StackTraces.mapped(text, worker.positions()),
                message == null ? List.of() : Json.items(message),
                site == null ? null : worker.positions().source(site),
                quota.admitsDeeper(call.stringOrNull(4))));
        return null;
    }

    private static @Nullable Object exception(HostCall call) {
        InvocationContext invocation = currentOrNull(call);
        var error = StackTraces.error(
                        call.string(0),
                        call.string(1),
                        call.stringOrNull(2),
                        WorkerInstance.of(call.isolate()).positions())
                .hinting(hint(call, 3))
                .causedBy(ErrorCauses.read(call, 4));
        if (invocation != null) {
            invocation.trace().exception(error);
        } else {
            WorkerInstance.of(call.isolate()).reportError(error);
        }
        return null;
    }

    private static @Nullable Object note(HostCall call) {
        WorkerInstance worker = WorkerInstance.of(call.isolate());
        worker.emit(new TailEvent.Note(worker.id(), Instant.now(), call.string(0)));
        return null;
    }

    // ---- the end of handlers ----

    private static @Nullable Object respond(HostCall call) {
        InvocationContext invocation = current(call);
        SocketEnd webSocket = call.integer(5) == 0 ? null : call.handle(5, SocketEnd.class);
        invocation
                .served()
                .respond(new FetchCall.Answer(
                        call.integer(0), call.string(1), call.string(2), body(call, 3, invocation), webSocket));
        return null;
    }

    private static @Nullable Object handled(HostCall call) {
        current(call).served().handled();
        return null;
    }

    private static @Nullable Object decided(HostCall call) {
        current(call).served().decided(call.string(0));
        return null;
    }

    /// There is no such entrypoint: the failure that follows is the sender's own.
    private static @Nullable Object undelivered(HostCall call) {
        current(call).served().undelivered();
        return null;
    }

    private static @Nullable Object passThroughOnException(HostCall call) {
        InvocationContext invocation = current(call);
        if (!invocation.served().passThroughOnException()) {
            WorkerInstance worker = invocation.worker();
            worker.emit(new TailEvent.Note(
                    worker.id(),
                    Instant.now(),
                    "ctx.passThroughOnException() has no effect here: this event is no request that could be sent on ("
                            + invocation.event().kind() + ")."));
        }
        return null;
    }

    private static @Nullable Object failed(HostCall call) {
        current(call).handlerFailed(failure(call));
        return null;
    }

    private static Failure failure(HostCall call) {
        return Failure.of(
                        call.string(0),
                        call.string(1),
                        call.string(2),
                        call.stringOrNull(3),
                        WorkerInstance.of(call.isolate()).positions())
                .hinting(hint(call, 4))
                .causedBy(ErrorCauses.read(call, 5));
    }

    private static @Nullable String hint(HostCall call, int at) {
        return call.count() > at ? call.stringOrNull(at) : null;
    }

    private static @Nullable Object waitBegin(HostCall call) {
        current(call).waitingChanged(1);
        return null;
    }

    private static @Nullable Object waitEnd(HostCall call) {
        current(call).waitingEnded(call.bool(0));
        return null;
    }

    /// Another invocation of this worker has something to do in a turn of its own.
    private static @Nullable Object wake(HostCall call) {
        WorkerInstance.of(call.isolate()).wake(call.longValue(0));
        return null;
    }

    private static @Nullable Object abort(HostCall call) {
        current(call).abort(failure(call));
        return null;
    }

    private static @Nullable Object terminateTurn(HostCall call) {
        call.isolate().endTurn();
        return null;
    }

    // ---- requests ----

    /// The body in two arguments, kind and content, as runtime source `io/body` writes it.
    public static Body body(HostCall call, int at, InvocationContext producer) {
        return switch (call.integer(at)) {
            case 1 -> new Body.Text(call.string(at + 1));
            case 2 -> new Body.Bytes(call.bytes(at + 1));
            case 3 -> new Body.Stream(new IsolateStream(producer, call.integer(at + 1)));
            case 4 -> new Body.Stream(PassedStream.takeOver(producer, call.integer(at + 1)));
            default -> Body.NONE;
        };
    }

    private static @Nullable Object fetch(HostCall call) {
        InvocationContext invocation = current(call);
        call.isolate().beginOp(call.integer(0));
        invocation.subrequests().count();
        FetchMessage message = new FetchMessage(
                call.string(2),
                call.string(3),
                call.string(4),
                body(call, 5, invocation),
                call.string(7),
                call.stringOrNull(8));
        int channel = call.integer(1);
        CallTrace trace = CallTrace.begin(
                invocation,
                channel == 0 ? CallRecord.Kind.SUBREQUEST : CallRecord.Kind.FETCH,
                message.method(),
                () -> new CallTrace.Sent(message.url(), CallBytes.of(message.body(), message.headers())));
        IsolateFetch sent = new IsolateFetch(invocation, call.integer(0), trace);
        if (channel == 0) {
            Outbound outbound = WorkerInstance.of(call.isolate()).outbound();
            invocation.afterTurn(() -> outbound.fetch(message, sent));
        } else {
            call.isolate().handles().get(channel, ServiceChannel.class).fetch(message, sent);
        }
        return null;
    }

    private static @Nullable Object connect(HostCall call) {
        current(call).subrequests().count();
        WorkerInstance.of(call.isolate()).checkSockets(ConnectCall.Control.class, 1);
        IsolateConnect sent = new IsolateConnect(current(call), call.integer(0));
        Outbound.Address target = new Outbound.Address(call.string(1), call.integer(2), call.bool(3));
        Outbound outbound = WorkerInstance.of(call.isolate()).outbound();
        current(call).afterTurn(() -> outbound.connect(target, sent));
        return null;
    }

    private static @Nullable Object outboundRefusal(HostCall call) {
        return WorkerInstance.of(call.isolate()).outbound().refusal(call.string(0), call.string(1), current(call));
    }

    private static @Nullable Object closeConnection(HostCall call) {
        if (call.isolate().handles().remove(call.integer(0)) instanceof ConnectCall.Control connection) {
            connection.close();
        }
        return null;
    }

    private static @Nullable Object startTls(HostCall call) {
        IsolateConnect upgraded = new IsolateConnect(current(call), call.integer(0));
        call.handle(1, ConnectCall.Control.class).startTls(call.string(2), upgraded);
        return null;
    }

    private static @Nullable Object abortFetch(HostCall call) {
        IsolateFetch.abort(current(call), call.integer(0));
        return null;
    }
}
