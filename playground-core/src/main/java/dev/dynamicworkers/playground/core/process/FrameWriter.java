package dev.dynamicworkers.playground.core.process;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/// Writes frames to a pipe from a thread of its own, so that no sender ever waits for the other process.
/// Bodies are bounded by credit and tail events by [TailBatcher], so the queue stays small.
final class FrameWriter implements AutoCloseable {
    private static final Frame LAST = Frame.of(FrameKind.PING, -1);

    private final LinkedBlockingQueue<Frame> queue = new LinkedBlockingQueue<>();
    private final AtomicLong waitingBytes = new AtomicLong();
    private final DataOutputStream output;
    private final Thread thread;

    FrameWriter(OutputStream output, String name) {
        this.output = new DataOutputStream(new BufferedOutputStream(output, 64 * 1024));
        thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    /// Starts to write: the greeting first.
    void start() {
        thread.start();
    }

    /// Queues a frame. Frames leave in the order of the calls; after the end of the pipe they are dropped.
    void send(Frame frame) {
        waitingBytes.addAndGet(frame.payload().length);
        queue.add(frame);
    }

    /// Bytes that the other process has not taken yet.
    long waitingBytes() {
        return waitingBytes.get();
    }

    /// Ends the thread and closes the pipe once all queued frames are written. Does not wait for that.
    @Override
    public void close() {
        queue.add(LAST);
    }

    private void run() {
        try (output) {
            output.write(FrameReader.GREETING);
            output.flush();
            while (true) {
                var frame = queue.poll();
                if (frame == null) {
                    output.flush();
                    frame = queue.take();
                }
                if (frame == LAST) {
                    return;
                }
                write(frame);
            }
        } catch (IOException gone) {
            // The reader of the same pipe pair sees the end too and tells everybody.
            queue.clear();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(Frame frame) throws IOException {
        var payload = frame.payload();
        output.writeInt(FrameReader.HEAD_LENGTH + payload.length);
        output.writeByte(frame.kind().ordinal());
        output.writeLong(frame.id());
        output.write(payload);
        waitingBytes.addAndGet(-payload.length);
    }
}
