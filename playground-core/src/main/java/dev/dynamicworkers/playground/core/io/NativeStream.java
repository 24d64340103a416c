package dev.dynamicworkers.playground.core.io;

import dev.dynamicworkers.playground.core.isolate.GuestThrow;
import dev.dynamicworkers.playground.core.js.HostCall;
import java.util.function.Supplier;

/// A stream that compresses or unpacks: it has memory outside of every heap, which no measure of an isolate counts.
/// Lives no longer than the invocation that started it. Runs on the isolate thread.
public interface NativeStream extends Held {
    /// What zlib takes for the one that takes most, in bytes.
    long EACH_BYTES = 256 << 10;

    /// So many a worker may have whatever its memory is.
    long FEWEST = 16;

    /// Starts one where the worker's memory has room for it.
    ///
    /// @return its handle
    /// @throws GuestThrow when there are too many
    static int start(HostCall call, Supplier<? extends NativeStream> make) {
        var handles = call.isolate().handles();
        long open = handles.count(NativeStream.class);
        long most = Math.max(
                FEWEST, WorkerInstance.of(call.isolate()).projectLimits().memoryBytes() / EACH_BYTES);
        if (open >= most) {
            throw GuestThrow.error("Too many compression streams: " + open
                    + " of this worker are open, which takes all of its memory (limit: memoryMb). End some of them"
                    + " first.");
        }
        InvocationContext invocation = call.isolate().current() instanceof InvocationContext current ? current : null;
        return invocation == null
                ? handles.put(make.get())
                : invocation.holdings().importOwn(make.get());
    }
}
