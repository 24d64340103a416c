package dev.dynamicworkers.playground.core.rpc;

import dev.dynamicworkers.playground.core.io.Failure;
import dev.dynamicworkers.playground.core.io.IoHostFunctions;
import dev.dynamicworkers.playground.core.io.IsolateStream;
import dev.dynamicworkers.playground.core.io.PositionMapper;
import dev.dynamicworkers.playground.core.io.StreamSink;
import dev.dynamicworkers.playground.core.io.StreamSource;
import dev.dynamicworkers.playground.core.isolate.Isolate;
import dev.dynamicworkers.playground.core.js.HostCall;
import dev.dynamicworkers.playground.core.js.HostFunctions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What runtime source `io/streams` asks the host for.
final class StreamHostFunctions {
    /// What a consumer is told when a stream that came as a value breaks.
    private static final String DISCONNECTED = "ReadableStream received over RPC disconnected prematurely.";

    private StreamHostFunctions() {}

    static void register(HostFunctions table) {
        table.add("stream.pull", StreamHostFunctions::pull);
        table.add("stream.cancel", StreamHostFunctions::cancel);
        table.add("stream.chunk", StreamHostFunctions::chunk);
        table.add("stream.write", StreamHostFunctions::write);
        table.add("stream.writeDone", StreamHostFunctions::writeDone);
    }

    private static @Nullable Object pull(HostCall call) {
        int op = call.integer(0);
        Isolate isolate = call.isolate();
        isolate.beginOp(op);
        boolean overRpc = call.bool(2);
        StreamSource source = isolate.handles().find(call.integer(1), StreamSource.class);
        if (source == null) {
            isolate.completeOp(op, null);
            return null;
        }
        source.pull(new StreamSource.Receiver() {
            @Override
            public void chunk(byte @Nullable [] bytes) {
                isolate.completeOp(op, bytes);
            }

            @Override
            public void failed(Failure failure) {
                Failure told = overRpc ? Failure.of("Error", DISCONNECTED, Failure.Remoteness.LOCAL) : failure;
                isolate.answerOp(op, "io/outbound.refuse", op, told.encoded(), told.remote());
            }
        });
        return null;
    }

    private static @Nullable Object cancel(HostCall call) {
        if (call.isolate().handles().remove(call.integer(0)) instanceof StreamSource source) {
            source.cancel();
        }
        return null;
    }

    private static @Nullable Object chunk(HostCall call) {
        byte[] bytes = call.isNullish(1) ? null : call.bytes(1);
        Failure failure = call.isNullish(3)
                ? null
                : Failure.of(
                        call.string(3), call.string(4), call.string(5), call.stringOrNull(6), PositionMapper.IDENTITY);
        IsolateStream.answer(IoHostFunctions.current(call), call.longValue(0), bytes, call.bool(2), failure);
        return null;
    }

    private static @Nullable Object write(HostCall call) {
        int op = call.integer(0);
        Isolate isolate = call.isolate();
        StreamSink sink = call.handle(1, StreamSink.class);
        sink.operate(call.string(2), call.isNullish(3) ? null : call.bytes(3), failure -> {
            if (failure == null) {
                isolate.completeOp(op, null);
            } else {
                isolate.answerOp(op, "io/outbound.refuse", op, failure.encoded(), failure.remote());
            }
        });
        return null;
    }

    private static @Nullable Object writeDone(HostCall call) {
        long key = call.longValue(0);
        IsolateSink sink = call.isolate().handles().find((int) (key / 1_000_000), IsolateSink.class);
        String encoded = call.stringOrNull(1);
        if (sink != null) {
            call.isolate().handles().remove((int) (key / 1_000_000));
            sink.answer(
                    (int) (key % 1_000_000),
                    encoded == null
                            ? null
                            : Failure.of(
                                    Objects.requireNonNull(encoded),
                                    "Error",
                                    "The stream failed.",
                                    null,
                                    PositionMapper.IDENTITY));
        }
        return null;
    }
}
