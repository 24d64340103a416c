package dev.dynamicworkers.playground.core.process;

import dev.dynamicworkers.playground.core.runtime.Header;
import dev.dynamicworkers.playground.core.runtime.InvocationResult;
import dev.dynamicworkers.playground.core.runtime.InvocationResult.Timing;
import dev.dynamicworkers.playground.core.runtime.InvocationResult.WorkerResponse;
import dev.dynamicworkers.playground.core.runtime.ResponseListener;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import dev.dynamicworkers.playground.core.worker.GuestError;
import dev.dynamicworkers.playground.core.worker.InvocationId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One invocation in the application: takes the response's frames on a thread of its own, where the listener may block,
/// and pumps a streamed request body. Ends with the reply or with the engine.
final class RemoteDispatch {
    private static final int PIECE = 32 * 1024;
    private static final String SOCKET_OVER = "The worker is done.";

    private final long id;
    private final FrameWriter writer;
    private final @Nullable ResponseListener listener;
    private final Consumer<String> violated;
    private final AnswerOrder order = new AnswerOrder();
    private final LinkedBlockingQueue<Object> inbox = new LinkedBlockingQueue<>();
    private final CompletableFuture<InvocationResult> result = new CompletableFuture<>();
    private final CreditWindow uploadWindow = new CreditWindow();
    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
    // volatile: written by this call's thread, read by the connection's reader
    private volatile @Nullable RemoteSocket socket;
    private boolean headTaken;
    private boolean listenerGone;

    /// @param listener null to collect the body in the result
    /// @param violated hears what the engine must not have sent
    RemoteDispatch(long id, FrameWriter writer, @Nullable ResponseListener listener, Consumer<String> violated) {
        this.violated = violated;
        this.id = id;
        this.writer = writer;
        this.listener = listener;
    }

    /// Starts the thread.
    ///
    /// @param upload the request body to pump, null when there is none to stream
    CompletableFuture<InvocationResult> start(@Nullable InputStream upload) {
        Thread.ofVirtual().name("engine-call-" + id).start(this::takeFrames);
        if (upload != null) {
            Thread.ofVirtual().name("engine-upload-" + id).start(() -> pump(upload));
        }
        var unused = result.whenComplete((value, failure) -> {
            if (result.isCancelled()) {
                writer.send(Frame.of(FrameKind.CANCEL, id));
            }
        });
        return result;
    }

    /// Takes a frame of this call; never waits.
    ///
    /// @throws WireViolation where the engine must not send it
    void handle(Frame frame) {
        switch (frame.kind()) {
            case BODY_CREDIT -> uploadWindow.give(frame.count());
            case BODY_UNWANTED -> uploadWindow.close();
            case SOCKET_TEXT, SOCKET_BINARY, SOCKET_CLOSE, SOCKET_LOST, SOCKET_CREDIT -> {
                var held = socket;
                if (held == null) {
                    throw new WireViolation("a message " + frame.kind() + " without a web socket");
                }
                held.handle(frame);
            }
            default -> {
                if (order.accept(frame)) {
                    inbox.add(frame);
                }
            }
        }
    }

    /// The engine is gone.
    void lost(EventOutcome outcome, String reason) {
        inbox.add(withoutEngine(outcome, reason));
    }

    /// The result of an invocation that no engine could finish.
    static InvocationResult withoutEngine(EventOutcome outcome, String reason) {
        return new InvocationResult(
                new InvocationId(0),
                null,
                outcome,
                new GuestError("Error", reason, null, List.of()),
                List.of(),
                List.of(),
                List.of(),
                new Timing(0, 0, 0, 0),
                List.of());
    }

    private void takeFrames() {
        try {
            boolean bodyOpen = false;
            while (true) {
                var next = inbox.take();
                if (!(next instanceof Frame frame)) {
                    if (bodyOpen) {
                        tell(this::endBroken);
                    }
                    over(reason((InvocationResult) next));
                    result.complete((InvocationResult) next);
                    return;
                }
                switch (frame.kind()) {
                    case UPGRADE -> upgrade(frame);
                    case HEAD -> {
                        bodyOpen = true;
                        head(frame);
                    }
                    case CHUNK -> chunk(frame);
                    case END, END_BROKEN -> {
                        bodyOpen = false;
                        tell(to -> to.end(frame.kind() == FrameKind.END));
                    }
                    case REPLY -> {
                        over(SOCKET_OVER);
                        result.complete(whole(Shapes.result(Wire.read(frame.payload(), InvocationResult.class))));
                        return;
                    }
                    case FAILURE -> {
                        over(frame.text());
                        result.complete(withoutEngine(EventOutcome.INTERNAL_ERROR, frame.text()));
                        return;
                    }
                    default -> throw new IllegalStateException("a call does not take " + frame.kind());
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            result.complete(withoutEngine(EventOutcome.CANCELED, "interrupted"));
        } catch (RuntimeException malformed) {
            var what = WireViolation.of(malformed);
            over(SOCKET_OVER);
            tell(this::endBroken);
            violated.accept(what);
            result.complete(withoutEngine(
                    EventOutcome.INTERNAL_ERROR, "The engine process was ended, because it sent " + what + "."));
        }
    }

    private static String reason(InvocationResult result) {
        var error = result.error();
        return error == null ? SOCKET_OVER : error.message();
    }

    /// The call needs neither its request body nor its web socket any more.
    private void over(String reason) {
        uploadWindow.close();
        var held = socket;
        if (held != null) {
            held.over(reason);
        }
    }

    /// Asks the listener whether it holds the web socket that the worker accepted.
    private void upgrade(Frame frame) {
        var headers = List.of(Wire.read(frame.payload(), Header[].class));
        headers.forEach(Shapes::header);
        var offered = new RemoteSocket(id, writer);
        // Before the listener has it: what it sends may be answered before it returns.
        socket = offered;
        boolean taken = false;
        try {
            taken = listener != null && !listenerGone && listener.upgrade(headers, offered);
        } catch (RuntimeException gone) {
            listenerGone = true;
            writer.send(Frame.of(FrameKind.CANCEL, id));
        }
        if (taken) {
            order.socketHeld();
        } else {
            socket = null;
        }
        writer.send(Frame.of(taken ? FrameKind.UPGRADE_TAKEN : FrameKind.UPGRADE_REFUSED, id));
    }

    private void head(Frame frame) {
        headTaken = true;
        var parts = Wire.readAll(frame.payload());
        int status = Wire.part(parts, 0, Integer.class);
        var text = Wire.part(parts, 1, String.class);
        var headers = List.of(Wire.part(parts, 2, Header[].class));
        headers.forEach(Shapes::header);
        tell(to -> to.head(status, text, headers));
    }

    private void chunk(Frame frame) {
        if (listener == null) {
            collected.writeBytes(frame.payload());
        } else {
            tell(to -> to.chunk(frame.payload()));
        }
        order.taken(frame.payload().length);
        writer.send(Frame.ofCount(FrameKind.CREDIT, id, frame.payload().length));
    }

    private void endBroken(ResponseListener to) {
        to.end(false);
    }

    /// Calls the listener; one that throws has gone, and the worker's stream is canceled.
    private void tell(Consumer<ResponseListener> word) {
        if (listener == null || listenerGone) {
            return;
        }
        try {
            word.accept(listener);
        } catch (RuntimeException gone) {
            listenerGone = true;
            writer.send(Frame.of(FrameKind.CANCEL, id));
        }
    }

    private InvocationResult whole(InvocationResult sent) {
        var response = sent.response();
        if (response == null || listener != null || !headTaken) {
            return sent;
        }
        return sent.withResponse(new WorkerResponse(
                response.status(),
                response.statusText(),
                response.headers(),
                collected.toByteArray(),
                response.truncated()));
    }

    private void pump(InputStream upload) {
        try (upload) {
            var buffer = new byte[PIECE];
            for (int count = upload.read(buffer); count >= 0; count = upload.read(buffer)) {
                if (!uploadWindow.take(count)) {
                    return;
                }
                writer.send(new Frame(FrameKind.BODY, id, Arrays.copyOf(buffer, count)));
            }
            writer.send(Frame.of(FrameKind.BODY_END, id));
        } catch (IOException broken) {
            writer.send(Frame.of(FrameKind.BODY_BROKEN, id));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            writer.send(Frame.of(FrameKind.BODY_BROKEN, id));
        }
    }
}
