package dev.dynamicworkers.playground.app.session;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.dynamicworkers.playground.core.runtime.Header;
import dev.dynamicworkers.playground.core.runtime.InvocationResult.WorkerResponse;
import dev.dynamicworkers.playground.core.runtime.ResponseListener;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes one response as it comes, on the engine's thread, and keeps its first part.
final class ResponseCollector implements ResponseListener {
    private static final int MOST_CHUNKS = 10_000;

    private final long run;
    private final LiveResponse live;
    private final int limit;
    private final long startNanos = System.nanoTime();
    private final Object lock = new Object();

    @GuardedBy("lock")
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    @GuardedBy("lock")
    private final List<StreamChunk> chunks = new ArrayList<>();

    @GuardedBy("lock")
    private long total;

    @GuardedBy("lock")
    private double endMillis;

    private final Runnable ended;

    /// @param run number of the run
    /// @param limit most bytes of the body that are kept
    /// @param ended is run on the engine's thread when the response is complete
    ResponseCollector(long run, LiveResponse live, int limit, Runnable ended) {
        this.run = run;
        this.ended = ended;
        this.live = live;
        this.limit = limit;
    }

    @Override
    public void head(int status, String statusText, List<Header> headers) {
        live.head(run, (status + " " + statusText).strip());
    }

    @Override
    public void chunk(byte[] bytes) {
        StreamChunk chunk;
        synchronized (lock) {
            chunk = new StreamChunk((System.nanoTime() - startNanos) / 1e6, total, bytes.length);
            int room = limit - body.size();
            body.write(bytes, 0, Math.min(room, bytes.length));
            total += bytes.length;
            if (chunks.size() < MOST_CHUNKS) {
                chunks.add(chunk);
            }
        }
        live.piece(run, chunk, bytes);
    }

    @Override
    public void end(boolean complete) {
        // The outcome of the run tells whether it is whole.
        synchronized (lock) {
            endMillis = (System.nanoTime() - startNanos) / 1e6;
        }
        ended.run();
    }

    /// When the response ended, since the run was delivered; 0 while it has not.
    double endMillis() {
        synchronized (lock) {
            return endMillis;
        }
    }

    /// The response with what was collected.
    ///
    /// @param response as the result tells it; its body is empty when this listener took it
    RunRecord.@Nullable Reply reply(@Nullable WorkerResponse response) {
        if (response == null) {
            return null;
        }
        List<HeaderLine> headers = response.headers().stream()
                .map(header -> new HeaderLine(header.name(), header.value()))
                .toList();
        synchronized (lock) {
            boolean collected = total > 0;
            byte[] bytes = collected ? body.toByteArray() : response.body();
            return new RunRecord.Reply(
                    response.status(),
                    response.statusText(),
                    headers,
                    bytes,
                    response.truncated() ? RunRecord.Reply.UNKNOWN_LENGTH : collected ? total : bytes.length,
                    List.copyOf(chunks));
        }
    }
}
