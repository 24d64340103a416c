package dev.dynamicworkers.playground.app.error;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The one way of unexpected failures: to the log, and to a bar in the window that does not block.
public final class ErrorReporter implements Thread.UncaughtExceptionHandler {
    private static final System.Logger LOG = System.getLogger(ErrorReporter.class.getName());

    /// Messages of errors may be text of guest code, and a log may be a terminal.
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\r\n\t]]");

    private final Executor fx;

    /// volatile: set on the FX thread, used by whichever thread fails.
    private volatile UnaryOperator<String> mask = UnaryOperator.identity();

    private final ReadOnlyObjectWrapper<@Nullable ErrorNotice> latest = new ReadOnlyObjectWrapper<>();

    /// @param fx runs work on the FX thread
    public ErrorReporter(Executor fx) {
        this.fx = fx;
    }

    /// The newest failure; null when there is none or it was dismissed.
    public ReadOnlyObjectProperty<@Nullable ErrorNotice> latestProperty() {
        return latest.getReadOnlyProperty();
    }

    /// Has values of secrets taken out of what is reported from now on.
    public void maskedBy(UnaryOperator<String> masking) {
        mask = masking;
    }

    /// Reports a failure that nobody expected. Safe on any thread.
    public void report(String what, Throwable cause) {
        StringWriter trace = new StringWriter();
        cause.printStackTrace(new PrintWriter(trace));
        String title = mask.apply(what);
        String text = CONTROL.matcher(mask.apply(what + System.lineSeparator() + trace))
                .replaceAll("?");
        // Not the failure itself: the log would write its message as it is.
        LOG.log(Level.ERROR, text);
        fx.execute(() -> latest.set(new ErrorNotice(title, text)));
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
