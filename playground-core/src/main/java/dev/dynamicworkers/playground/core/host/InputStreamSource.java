package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.eventloop.EventLoop;
import dev.dynamicworkers.playground.core.io.Failure;
import dev.dynamicworkers.playground.core.io.StreamSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.Executor;

/// Bytes that arrive from outside, one blocking read a pull on a virtual thread.
public final class InputStreamSource implements StreamSource {
    private static final System.Logger LOG = System.getLogger(InputStreamSource.class.getName());
    private static final int CHUNK = 64 * 1024;

    private final EventLoop loop;
    private final Executor executor;
    private final InputStream input;

    /// @param executor runs the reads
    public InputStreamSource(EventLoop loop, Executor executor, InputStream input) {
        this.loop = loop;
        this.executor = executor;
        this.input = input;
    }

    @Override
    public void pull(Receiver receiver) {
        executor.execute(() -> {
            try {
                byte[] buffer = new byte[CHUNK];
                int count = input.read(buffer);
                if (count < 0) {
                    input.close();
                    loop.post(() -> receiver.chunk(null));
                } else {
                    byte[] bytes = Arrays.copyOf(buffer, count);
                    loop.post(() -> receiver.chunk(bytes));
                }
            } catch (IOException e) {
                Failure failure =
                        Failure.of("Error", "Network connection lost: " + e.getMessage(), Failure.Remoteness.LOCAL);
                loop.post(() -> receiver.failed(failure));
            }
        });
    }

    @Override
    public void cancel() {
        executor.execute(() -> {
            try {
                input.close();
            } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, "closing a cancelled body failed", e);
            }
        });
    }
}
