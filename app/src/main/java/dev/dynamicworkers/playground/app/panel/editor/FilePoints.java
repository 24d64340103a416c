package dev.dynamicworkers.playground.app.panel.editor;

import dev.dynamicworkers.playground.app.code.CodeEditor;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.session.CodeHelp;
import dev.dynamicworkers.playground.app.session.OpenFile;
import dev.dynamicworkers.playground.app.session.debug.Debugging;
import dev.dynamicworkers.playground.app.session.logpoint.LinePoints;
import dev.dynamicworkers.playground.app.session.logpoint.Logpoints;
import dev.dynamicworkers.playground.core.debug.PausedFrame;
import java.util.HashMap;
import java.util.Map;

/// Logpoints and breakpoints of one file, and the line at which its code stands still. FX thread.
final class FilePoints {
    private final EditorsViewModel model;
    private final OpenFile file;
    private final CodeEditor editor;

    FilePoints(EditorsViewModel model, OpenFile file, CodeEditor editor) {
        this.model = model;
        this.file = file;
        this.editor = editor;
    }

    /// Draws what there is now, and what comes.
    void follow(Subscriptions subscriptions) {
        Debugging debugging = model.debugging();
        subscriptions.onChange(
                this::show,
                model.logpoints().versionProperty(),
                debugging.breakpoints().versionProperty());
        subscriptions.onChange(this::showStanding, debugging.pauseProperty(), debugging.frameProperty());
        show();
        showStanding();
    }

    /// Draws what there is beside the lines where it is now.
    void show() {
        editor.markLogpoints(shown(model.logpoints()));
        editor.markBreakpoints(shown(model.debugging().breakpoints()));
    }

    private Map<Integer, String> shown(LinePoints points) {
        Map<Integer, String> shown = new HashMap<>();
        points.of(file.path(), editor.text()).forEach(point -> shown.put(point.line(), point.expression()));
        return shown;
    }

    private void showStanding() {
        PausedFrame frame = model.debugging().frame();
        editor.markStanding(frame != null && file.path().equals(frame.file()) ? frame.line() : 0);
    }

    /// Takes the breakpoint of the caret's line away, or sets one.
    void toggleBreakpoint() {
        if (!model.debugging().breakpoints().remove(file.path(), editor.text(), editor.caretLine())) {
            int line = lineFor("breakpoint", "code stands still before a statement");
            if (line > 0 && !model.debugging().breakpoints().remove(file.path(), editor.text(), line)) {
                model.debugging().breakpoints().put(file.path(), editor.text(), line, "");
            }
        }
    }

    /// Asks for the condition of the breakpoint on the caret's line, or of a new one.
    void askCondition() {
        int line = lineFor("breakpoint", "code stands still before a statement");
        if (line > 0) {
            ask(
                    line,
                    "Stand still at line " + line + " where this is true",
                    before(model.debugging().breakpoints(), line),
                    model.debugging().breakpoints());
        }
    }

    private String before(LinePoints points, int line) {
        return points.of(file.path(), editor.text()).stream()
                .filter(point -> point.line() == line)
                .findFirst()
                .map(LinePoints.Point::expression)
                .orElse("");
    }

    /// Takes the logpoint of the caret's line away, or asks what to log there.
    void toggleLogpoint() {
        if (model.logpoints().remove(file.path(), editor.text(), editor.caretLine())) {
            return;
        }
        int line = lineFor("logpoint", "it is logged before a statement");
        if (line > 0) {
            ask(line, "What to log when line " + line + " is reached", editor.nameAtCaret(), model.logpoints());
        }
    }

    private void ask(int line, String question, String proposal, LinePoints points) {
        editor.assistant()
                .ask(
                        line == editor.caretLine()
                                ? question
                                : question + ", where the next statement to line " + editor.caretLine() + " begins",
                        proposal,
                        expression -> points.put(file.path(), editor.text(), line, expression));
    }

    /// The line at the caret, or near it, that takes a point; 0 for none, which the person is told.
    private int lineFor(String what, String why) {
        if (!CodeHelp.isCode(file.path())) {
            model.tell(file.name() + " takes no " + what + "s: only code in JavaScript and TypeScript is run.");
            return 0;
        }
        int line = editor.caretLine();
        int nearest = Logpoints.nearest(editor.text(), line);
        if (nearest == 0) {
            model.tell("Nothing near line " + line + " takes a " + what + ": " + why
                    + ", and none begins there. A statement begins after ; or { or }.");
        }
        return nearest;
    }
}
