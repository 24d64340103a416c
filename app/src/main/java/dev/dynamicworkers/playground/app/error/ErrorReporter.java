package dev.dynamicworkers.playground.app.error;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The one way of unexpected failures: to the log, and to a bar in the window that does not block.
public final class ErrorReporter implements Thread.UncaughtExceptionHandler {
    private static final System.Logger LOG = System.getLogger(ErrorReporter.class.getName());

    private final Executor fx;
    private final ReadOnlyObjectWrapper<@Nullable ErrorNotice> latest = new ReadOnlyObjectWrapper<>();

    /// @param fx runs work on the FX thread
    public ErrorReporter(Executor fx) {
        this.fx = fx;
    }

    /// The newest failure; null when there is none or it was dismissed.
    public ReadOnlyObjectProperty<@Nullable ErrorNotice> latestProperty() {
        return latest.getReadOnlyProperty();
    }

    /// Reports a failure that nobody expected. Safe on any thread.
    public void report(String what, Throwable cause) {
        LOG.log(Level.ERROR, what, cause);
        StringWriter text = new StringWriter();
        cause.printStackTrace(new PrintWriter(text));
        fx.execute(() -> latest.set(new ErrorNotice(what, what + System.lineSeparator() + text)));
    }

    /// Takes the notice away.
    public void dismiss() {
        latest.set(null);
    }

    @Override
    public void uncaughtException(Thread thread, Throwable cause) {
        report("Something in the app failed. Your code is safe.", cause);
    }
}
