package dev.dynamicworkers.playground.core.process;

import dev.dynamicworkers.playground.core.runtime.Header;
import dev.dynamicworkers.playground.core.runtime.Invocation;
import dev.dynamicworkers.playground.core.runtime.InvocationResult;
import dev.dynamicworkers.playground.core.runtime.ResponseListener;
import dev.dynamicworkers.playground.core.runtime.RunningProject;
import dev.dynamicworkers.playground.core.runtime.WorkerSocket;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import dev.dynamicworkers.playground.core.worker.GuestError;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One invocation in the child: hands the response on in frames as credit comes, feeds a streamed request body.
/// The listener's methods run on the invocation's own thread, [#handle] on the connection's reader.
final class ServedDispatch implements ResponseListener {
    private static final int PIECE = 64 * 1024;
    private static final int BODY_GRACE_SECONDS = 30;

    private final long id;
    private final FrameWriter writer;
    private final TailBatcher tail;
    private final Runnable finished;
    private final CreditWindow window = new CreditWindow();
    private final BodyInputStream requestBody;
    private final CompletableFuture<Void> responseOver = new CompletableFuture<>();
    private final CompletableFuture<Boolean> socketTaken = new CompletableFuture<>();
    // volatile: set by the invocation's thread, read by the connection's reader
    private volatile @Nullable ServedSocket socket;
    // volatile: written by the invocation's thread, read by the one that completes the result
    private volatile boolean headSent;
    // volatile: written by the connection's reader, read by the dispatching thread
    private volatile boolean canceled;
    // volatile: set right after the dispatch, read by the connection's reader
    private volatile @Nullable CompletableFuture<InvocationResult> result;

    ServedDispatch(long id, FrameWriter writer, TailBatcher tail, Runnable finished) {
        this.id = id;
        this.writer = writer;
        this.tail = tail;
        this.finished = finished;
        requestBody = new BodyInputStream(
                count -> writer.send(Frame.ofCount(FrameKind.BODY_CREDIT, id, count)),
                () -> writer.send(Frame.of(FrameKind.BODY_UNWANTED, id)));
    }

    /// Body of the request, for an invocation that streams one.
    BodyInputStream requestBody() {
        return requestBody;
    }

    void start(RunningProject project, Invocation invocation) {
        var outcome = project.dispatch(invocation, this);
        result = outcome;
        if (canceled) {
            outcome.cancel(true);
        }
        var unused = outcome.whenComplete((value, failure) -> {
            if (!headSent) {
                finish(value, failure);
                return;
            }
            // The application is told of the end of the body before the end of the invocation, in any case.
            var ignored = responseOver
                    .completeOnTimeout(null, BODY_GRACE_SECONDS, TimeUnit.SECONDS)
                    .whenComplete((over, never) -> finish(value, failure));
        });
    }

    /// Takes a frame that belongs to this invocation.
    void handle(Frame frame) {
        switch (frame.kind()) {
            case BODY -> requestBody.add(frame.payload());
            case BODY_END -> requestBody.end();
            case BODY_BROKEN -> requestBody.breakOff();
            case CREDIT -> window.give(frame.count());
            case CANCEL -> cancel();
            case UPGRADE_TAKEN -> socketTaken.complete(true);
            case UPGRADE_REFUSED -> socketTaken.complete(false);
            case SOCKET_TEXT, SOCKET_BINARY, SOCKET_CLOSE, SOCKET_LOST, SOCKET_CREDIT -> {
                var held = socket;
                if (held != null) {
                    held.handle(frame);
                }
            }
            default -> throw new IllegalStateException("an invocation does not take " + frame.kind());
        }
    }

    /// The application is gone.
    void abandon() {
        requestBody.breakOff();
        window.close();
        socketTaken.complete(false);
    }

    @Override
    public boolean upgrade(List<Header> headers, WorkerSocket offered) {
        var served = new ServedSocket(id, writer, offered, () -> responseOver.complete(null));
        socket = served;
        var all = Wire.write(headers);
        writer.send(
                new Frame(FrameKind.UPGRADE, id, all.length <= Wire.MOST_FROM_ENGINE ? all : Wire.write(List.of())));
        if (!socketTaken.join()) {
            socket = null;
            return false;
        }
        headSent = true;
        served.begin();
        return true;
    }

    @Override
    public void head(int status, String statusText, List<Header> headers) {
        headSent = true;
        var frame = new Frame(FrameKind.HEAD, id, Wire.writeAll(status, statusText, headers));
        // The application takes no message beyond that size, for it can't know who really sends it.
        boolean fits = frame.payload().length <= Wire.MOST_FROM_ENGINE;
        writer.send(fits ? frame : new Frame(FrameKind.HEAD, id, Wire.writeAll(status, statusText, List.of())));
    }

    @Override
    public void chunk(byte[] bytes) {
        for (int start = 0; start < bytes.length; start += PIECE) {
            int count = Math.min(PIECE, bytes.length - start);
            await(count);
            var piece = count == bytes.length ? bytes : Arrays.copyOfRange(bytes, start, start + count);
            writer.send(new Frame(FrameKind.CHUNK, id, piece));
        }
    }

    @Override
    public void end(boolean complete) {
        writer.send(Frame.of(complete ? FrameKind.END : FrameKind.END_BROKEN, id));
        responseOver.complete(null);
    }

    private void await(int count) {
        try {
            if (!window.take(count)) {
                throw new UncheckedIOException(new IOException("the client is gone"));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("stopped while the client took the response"));
        }
    }

    private void cancel() {
        canceled = true;
        window.close();
        requestBody.breakOff();
        socketTaken.complete(false);
        var held = socket;
        if (held != null) {
            held.finish();
        }
        var running = result;
        if (running != null) {
            running.cancel(true);
        }
    }

    private void finish(@Nullable InvocationResult value, @Nullable Throwable failure) {
        Damage.telling(writer, failure, () -> reply(value, failure));
    }

    private void reply(@Nullable InvocationResult value, @Nullable Throwable failure) {
        tail.flush();
        if (value != null) {
            reply(value);
        } else if (failure instanceof CancellationException) {
            reply(RemoteDispatch.withoutEngine(
                    headSent ? EventOutcome.RESPONSE_STREAM_DISCONNECTED : EventOutcome.CANCELED,
                    "the caller went away"));
        } else {
            writer.send(Frame.ofText(FrameKind.FAILURE, id, failure == null ? "no result" : Sentences.of(failure)));
        }
        finished.run();
    }

    private void reply(InvocationResult value) {
        var bytes = Wire.write(value);
        writer.send(new Frame(
                FrameKind.REPLY, id, bytes.length <= Wire.MOST_FROM_ENGINE ? bytes : Wire.write(shortened(value))));
    }

    /// A result that the application can take: console lines and requests were told as they came.
    static InvocationResult shortened(InvocationResult whole) {
        return new InvocationResult(
                whole.id(),
                null,
                whole.outcome(),
                whole.event(),
                whole.error() == null
                        ? null
                        : new GuestError(whole.error().name(), "its message is too large to be shown", null, List.of()),
                List.of(),
                whole.isolates(),
                List.of(),
                whole.timing(),
                List.of("The result was too large to be shown whole: its console lines and requests were left out."),
                List.of());
    }
}
