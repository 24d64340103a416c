package dev.dynamicworkers.playground.core.process;

import dev.dynamicworkers.playground.core.project.secret.Secrets;
import dev.dynamicworkers.playground.core.util.PlainLine;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// Standard error of an engine process: all that its loggers write goes out here, line by line, with secrets masked,
/// cut and without control characters, because messages of errors may be guest code's own text. Safe on any thread.
final class EngineErrors extends OutputStream {
    /// More of a line than is written, so that a secret that is cut is found.
    private static final int MOST_KEPT = 64 * 1024;

    private final PrintStream out;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    /// volatile: learnt by the thread that starts a project.
    private volatile Secrets secrets = Secrets.NONE;

    private EngineErrors(PrintStream out) {
        this.out = out;
    }

    /// Takes the place of standard error, before anything has been logged.
    @SuppressWarnings("SystemOut") // standard error is what this stands in front of
    static EngineErrors install() {
        EngineErrors errors = new EngineErrors(System.err);
        System.setErr(errors.asPrintStream());
        return errors;
    }

    /// @param out where lines go
    static EngineErrors before(PrintStream out) {
        return new EngineErrors(out);
    }

    PrintStream asPrintStream() {
        return new PrintStream(this, /* autoFlush= */ true, StandardCharsets.UTF_8);
    }

    /// Masks the secrets of one more project.
    synchronized void learn(Secrets more) {
        secrets = more.and(secrets);
    }

    @Override
    public synchronized void write(int each) {
        if (each == '\n') {
            writeLine();
        } else if (line.size() < MOST_KEPT) {
            line.write(each);
        }
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            write(bytes[i]);
        }
    }

    private void writeLine() {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        out.println(PlainLine.of(secrets.mask(text.stripTrailing()), PlainLine.MOST));
    }
}
