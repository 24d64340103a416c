package dev.dynamicworkers.playground.app.panel.editor;

import dev.dynamicworkers.playground.app.code.CodeEditor;
import dev.dynamicworkers.playground.app.code.EditorAction;
import dev.dynamicworkers.playground.app.code.LineSign;
import dev.dynamicworkers.playground.app.fx.FxThread;
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
    /// As of the time when its points were last placed.
    private String text;

    FilePoints(EditorsViewModel model, OpenFile file, CodeEditor editor) {
        this.model = model;
        this.file = file;
        this.editor = editor;
        text = editor.text();
    }

    /// Draws what there is now, and what comes.
    void follow(Subscriptions subscriptions) {
        Debugging debugging = model.debugging();
        subscriptions.onChange(
                this::draw,
                model.logpoints().versionProperty(),
                debugging.breakpoints().versionProperty());
        // Another text from the disk is in the editor a moment after it is known.
        subscriptions.listen(file.savedProperty(), saved -> FxThread.onNextFrame(this::show));
        subscriptions.onChange(this::showStanding, debugging.pauseProperty(), debugging.frameProperty());
        debugging.breakpoints().find(file.path(), text);
        model.logpoints().find(file.path(), text);
        draw();
        showStanding();
    }

    /// Lets what there is beside the lines go where the lines went, and draws it there.
    void show() {
        keepUp();
        draw();
    }

    private void keepUp() {
        String now = editor.text();
        if (!now.equals(text)) {
            String before = text;
            text = now;
            model.debugging().breakpoints().follow(file.path(), before, now);
            model.logpoints().follow(file.path(), before, now);
        }
    }

    private void draw() {
        editor.markLogpoints(shown(model.logpoints()));
        editor.markBreakpoints(shown(model.debugging().breakpoints()));
    }

    private Map<Integer, LineSign> shown(LinePoints points) {
        Map<Integer, LineSign> shown = new HashMap<>();
        points.placed(file.path(), editor.text())
                .forEach(point -> shown.putIfAbsent(
                        point.line(), new LineSign(point.expression(), point.isLost() ? point.code() : null)));
        return shown;
    }

    private void showStanding() {
        PausedFrame frame = model.debugging().frame();
        editor.markStanding(frame != null && file.path().equals(frame.file()) ? frame.line() : 0);
    }

    /// Does what a person picked beside a line; only a question takes the caret there.
    void pick(int line, EditorAction action) {
        if (action == EditorAction.BREAKPOINT) {
            toggleBreakpoint(line);
            return;
        }
        editor.caretTo(line);
        if (action == EditorAction.LOGPOINT) {
            toggleLogpoint(line);
        } else {
            askCondition(line);
        }
    }

    /// Takes the breakpoint of a line away, or sets one at it or near it.
    void toggleBreakpoint(int line) {
        keepUp();
        LinePoints breakpoints = model.debugging().breakpoints();
        if (!breakpoints.remove(file.path(), editor.text(), line)) {
            int nearest = nearest(line, "breakpoint", "code stands still before a statement");
            if (nearest > 0 && !breakpoints.remove(file.path(), editor.text(), nearest)) {
                breakpoints.put(file.path(), editor.text(), nearest, "");
            }
        }
    }

    /// Asks for the condition of the breakpoint of a line, or of a new one at it or near it.
    void askCondition(int line) {
        keepUp();
        int nearest = nearest(line, "breakpoint", "code stands still before a statement");
        if (nearest > 0) {
            LinePoints breakpoints = model.debugging().breakpoints();
            ask(
                    line,
                    nearest,
                    "Stand still at line " + nearest + " where this is true",
                    before(breakpoints, nearest),
                    breakpoints);
        }
    }

    private String before(LinePoints points, int line) {
        return points.of(file.path(), editor.text()).stream()
                .filter(point -> point.line() == line)
                .findFirst()
                .map(LinePoints.Point::expression)
                .orElse("");
    }

    /// Takes the logpoint of a line away, or asks what to log at it or near it.
    void toggleLogpoint(int line) {
        keepUp();
        if (model.logpoints().remove(file.path(), editor.text(), line)) {
            return;
        }
        int nearest = nearest(line, "logpoint", "it is logged before a statement");
        if (nearest > 0) {
            ask(
                    line,
                    nearest,
                    "What to log when line " + nearest + " is reached",
                    editor.nameAtCaret(),
                    model.logpoints());
        }
    }

    private void ask(int wanted, int line, String question, String proposal, LinePoints points) {
        editor.assistant()
                .ask(
                        line == wanted
                                ? question
                                : question + ", where the next statement to line " + wanted + " begins",
                        proposal,
                        expression -> {
                            keepUp();
                            points.put(file.path(), editor.text(), line, expression);
                        });
    }

    /// The line that takes a point: this one, or one near it; 0 for none, which the person is told.
    private int nearest(int line, String what, String why) {
        if (!CodeHelp.isCode(file.path())) {
            model.tell(file.name() + " takes no " + what + "s: only code in JavaScript and TypeScript is run.");
            return 0;
        }
        int nearest = Logpoints.nearest(editor.text(), line);
        if (nearest == 0) {
            model.tell("Nothing near line " + line + " takes a " + what + ": " + why
                    + ", and none begins there. A statement begins after ; or { or }.");
        }
        return nearest;
    }
}
