package dev.dynamicworkers.playground.core.io;

import dev.dynamicworkers.playground.core.trace.LogLevel;
import dev.dynamicworkers.playground.core.trace.SubrequestRecord;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import dev.dynamicworkers.playground.core.worker.GuestError;
import dev.dynamicworkers.playground.core.worker.InvocationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one invocation logged, threw and sent, kept for its tail workers and its report. Runs on the event loop's
/// thread.
public final class InvocationTrace {
    /// Bytes of log data that are kept, as on the platform.
    private static final long LIMIT_BYTES = 256 * 1024;

    static final String TRUNCATED =
            "Log size limit exceeded: More than 256KB of data (across console.log statements, exception, request"
                    + " metadata and headers) was logged during a single request. Subsequent data for this request will"
                    + " not be recorded in logs, appear when tailing this Worker's logs, or in Tail Workers.";

    private final long startMillis;
    private final long startNanos;
    private final List<Log> logs = new ArrayList<>();
    private final List<Thrown> exceptions = new ArrayList<>();
    private final List<SubrequestRecord> subrequests = new ArrayList<>();
    private long bytes;
    private int calls;
    private int exchanges;
    private boolean truncated;
    private @Nullable Integer responseStatus;
    private @Nullable Listener listener;

    /// Hears what happens while it happens.
    public interface Listener {
        void logged(Log log);

        void threw(Thrown thrown);

        /// The handler gave its result.
        ///
        /// @param status of a response, or null
        void returned(@Nullable Integer status);

        /// The call that the invocation is the session of was answered.
        void called(boolean succeeded);

        /// The invocation is over.
        void ended(EventOutcome outcome);
    }

    /// One console call.
    ///
    /// @param message JSON text of the array of arguments
    /// @param errorInfo JSON text, or null
    public record Log(
            long timestampMillis,
            LogLevel level,
            String message,
            @Nullable String errorInfo) {}

    /// One uncaught error.
    public record Thrown(long timestampMillis, GuestError error) {}

    InvocationTrace(long startMillis, long startNanos) {
        this.startMillis = startMillis;
        this.startNanos = startNanos;
    }

    public long startMillis() {
        return startMillis;
    }

    public long startNanos() {
        return startNanos;
    }

    public List<Log> logs() {
        return logs;
    }

    public List<Thrown> exceptions() {
        return exceptions;
    }

    public List<SubrequestRecord> subrequests() {
        return subrequests;
    }

    public boolean isTruncated() {
        return truncated;
    }

    public @Nullable Integer responseStatus() {
        return responseStatus;
    }

    void responded(int status) {
        responseStatus = status;
    }

    /// Tells a listener from now on.
    public void listen(Listener listener) {
        this.listener = listener;
    }

    void returned(@Nullable Integer status) {
        if (listener != null) {
            listener.returned(status);
        }
    }

    void called(boolean succeeded) {
        if (listener != null) {
            listener.called(succeeded);
        }
    }

    void ended(EventOutcome outcome) {
        if (listener != null) {
            listener.ended(outcome);
        }
    }

    private void keep(Log log) {
        logs.add(log);
        if (listener != null) {
            listener.logged(log);
        }
    }

    /// Keeps a console call while there is room.
    public void log(long now, LogLevel level, String message, @Nullable String errorInfo) {
        if (truncated) {
            return;
        }
        bytes += message.length();
        if (bytes > LIMIT_BYTES) {
            truncated = true;
            keep(new Log(now, LogLevel.WARN, "[" + Json.quote(TRUNCATED) + "]", null));
            return;
        }
        keep(new Log(now, level, message, errorInfo));
    }

    /// Keeps a warning of the runtime itself and shows it.
    void warn(WorkerInstance worker, InvocationId invocation, String text) {
        long now = worker.isolate().loop().currentTimeMillis();
        log(now, LogLevel.WARN, "[" + Json.quote(text) + "]", null);
        worker.emit(new TailEvent.LogLine(
                worker.id(),
                Instant.ofEpochMilli(now),
                invocation,
                LogLevel.WARN,
                text,
                List.of(Json.quote(text)),
                null));
    }

    /// Keeps an uncaught error.
    public void exception(GuestError error) {
        Thrown thrown = new Thrown(System.currentTimeMillis(), error);
        exceptions.add(thrown);
        if (listener != null) {
            listener.threw(thrown);
        }
    }

    /// One more call of it is recorded.
    ///
    /// @return how many there are now
    int callRecorded() {
        return ++calls;
    }

    /// What one more request of it consists of is recorded.
    ///
    /// @return how many there are now
    public int exchangeRecorded() {
        return ++exchanges;
    }

    /// Keeps an outgoing request.
    public void subrequest(SubrequestRecord request) {
        subrequests.add(request);
    }
}
