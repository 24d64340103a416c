package dev.dynamicworkers.playground.core.isolate;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.SourceSection;
import org.graalvm.polyglot.Value;

/// Code of the guest on its way into an isolate. Runs on the event loop's thread.
public final class GuestCode {
    private final SharedEngine engine;
    private final Context context;

    GuestCode(SharedEngine engine, Context context) {
        this.engine = engine;
        this.context = context;
    }

    /// The function that imports a module of this isolate by its absolute name.
    public Value importFunction() {
        return engine.importFunction(context);
    }

    /// The value of a script of the guest, under a name for stack traces. Runs within a turn.
    public Value evaluateScript(String name, String code) {
        return context.eval(Source.newBuilder("js", code, name).buildLiteral());
    }

    /// Parses a module without running it.
    ///
    /// @throws GuestThrow a SyntaxError with the engine's text; a RangeError where the source is too deep for its
    /// parser
    public void checkSyntax(String name, String code) {
        Source source = Source.newBuilder("js", code, name)
                .mimeType("application/javascript+module")
                .buildLiteral();
        try {
            context.parse(source);
        } catch (PolyglotException e) {
            if (e.isResourceExhausted()) {
                throw GuestThrow.rangeError("Maximum call stack size exceeded");
            }
            SourceSection at = e.getSourceLocation();
            String where = at == null ? "" : "\n  at " + name + ":" + at.getStartLine() + ":" + at.getStartColumn();
            throw GuestThrow.syntaxError(syntaxText(e) + where);
        }
    }

    /// The frames of guest code that an error came through, a line each.
    static String frames(PolyglotException e) {
        StringBuilder text = new StringBuilder();
        for (PolyglotException.StackFrame frame : e.getPolyglotStackTrace()) {
            if (frame.isGuestFrame()) {
                text.append("\n    at ").append(frame);
            }
        }
        return text.toString();
    }

    private static String syntaxText(PolyglotException e) {
        String message = e.getMessage() == null ? "Invalid syntax" : e.getMessage();
        return message.startsWith("SyntaxError: ") ? message.substring(13) : message;
    }
}
