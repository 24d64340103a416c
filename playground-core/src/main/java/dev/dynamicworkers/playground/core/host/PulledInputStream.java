package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.eventloop.EventLoop;
import dev.dynamicworkers.playground.core.io.Failure;
import dev.dynamicworkers.playground.core.io.StreamSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/// A stream of an isolate as blocking input for host code on a virtual thread: each read beyond the last chunk is one
/// pull.
public final class PulledInputStream extends InputStream {
    private final EventLoop loop;
    private final StreamSource source;
    private final BlockingQueue<Answer> answers = new ArrayBlockingQueue<>(1);
    private byte[] chunk = new byte[0];
    private int position;
    private boolean ended;

    @SuppressWarnings("ArrayRecordComponent")
    private record Answer(byte @Nullable [] bytes, @Nullable Failure failure) {}

    public PulledInputStream(EventLoop loop, StreamSource source) {
        this.loop = loop;
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (position >= chunk.length) {
            if (ended || !next()) {
                return -1;
            }
        }
        int count = Math.min(length, chunk.length - position);
        System.arraycopy(chunk, position, target, offset, count);
        position += count;
        return count;
    }

    private boolean next() throws IOException {
        loop.post(() -> source.pull(new StreamSource.Receiver() {
            @Override
            public void chunk(byte @Nullable [] bytes) {
                answers.add(new Answer(bytes, null));
            }

            @Override
            public void failed(Failure failure) {
                answers.add(new Answer(null, failure));
            }
        }));
        Answer answer;
        try {
            answer = answers.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        if (answer.failure != null) {
            ended = true;
            throw new IOException(answer.failure.error().message());
        }
        byte[] bytes = answer.bytes;
        if (bytes == null) {
            ended = true;
            return false;
        }
        chunk = bytes;
        position = 0;
        return true;
    }

    @Override
    public void close() {
        if (!ended) {
            ended = true;
            loop.post(source::cancel);
        }
    }
}
