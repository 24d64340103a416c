package dev.dynamicworkers.playground.core.io;

import dev.dynamicworkers.playground.core.trace.TailEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A request that goes on to its worker's global outbound when the handler fails, once guest code has asked for that
/// with `ctx.passThroughOnException()`. Its body goes along unless somebody has begun to read it. Runs on the event
/// loop's thread.
final class PassThrough implements StreamSource {
    private final FetchMessage message;
    private final @Nullable StreamSource stream;
    private boolean asked;
    private boolean begun;
    private boolean taken;

    PassThrough(FetchMessage message) {
        this.message = message;
        stream = message.body() instanceof Body.Stream(StreamSource source) ? source : null;
    }

    /// The body for the handler.
    Body body() {
        return stream == null ? message.body() : new Body.Stream(this);
    }

    void ask() {
        asked = true;
    }

    boolean isAsked() {
        return asked;
    }

    /// Sends the request on in place of the invocation's own answer.
    void send(InvocationContext failed, FetchCall call) {
        WorkerInstance worker = failed.worker();
        if (stream != null && begun) {
            call.fail(Failure.of(
                    "TypeError",
                    "ctx.passThroughOnException() can't send the request on, because its body has been read.",
                    Failure.Remoteness.LOCAL));
            return;
        }
        taken = true;
        worker.emit(new TailEvent.Note(
                worker.id(),
                Instant.now(),
                "ctx.passThroughOnException() sent the request on to the global outbound: " + message.url()));
        Body body = stream == null ? message.body() : new Body.Stream(stream);
        worker.outbound()
                .fetch(
                        new FetchMessage(
                                message.method(), message.url(), message.headers(), body, "manual", message.cf()),
                        new SentOn(failed, call));
    }

    /// A request whose sender is the invocation that failed: its worker's rules decide, and the answer goes to whoever
    /// waits for it.
    private record SentOn(InvocationContext failed, FetchCall call) implements FetchCall {
        @Override
        public InvocationContext sender() {
            return failed;
        }

        @Override
        public boolean isUnwanted() {
            return call.isUnwanted();
        }

        @Override
        public void respond(Answer answer) {
            call.respond(answer);
        }

        @Override
        public void fail(Failure failure) {
            call.fail(failure);
        }

        @Override
        public void deliveredTo(InvocationContext callee) {
            call.deliveredTo(callee);
        }
    }

    @Override
    public void pull(Receiver receiver) {
        begun = true;
        if (stream != null) {
            stream.pull(receiver);
        }
    }

    @Override
    public void cancel() {
        if (stream != null && !taken) {
            stream.cancel();
        }
    }
}
