package dev.dynamicworkers.playground.app.panel.editor;

import dev.dynamicworkers.playground.app.code.CodeEditor;
import dev.dynamicworkers.playground.app.code.EditorAction;
import dev.dynamicworkers.playground.app.code.assist.CodeAssist;
import dev.dynamicworkers.playground.app.session.CodeHelp;
import dev.dynamicworkers.playground.app.session.OpenFile;
import dev.dynamicworkers.playground.core.debug.Look;
import dev.dynamicworkers.playground.core.language.CodeAnswer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// What an editor asks of the language service for its file. FX thread.
final class FileHelp implements CodeAssist {
    private final EditorsViewModel model;
    private final OpenFile file;
    private final CodeEditor editor;

    FileHelp(EditorsViewModel model, OpenFile file, CodeEditor editor) {
        this.model = model;
        this.file = file;
        this.editor = editor;
    }

    private boolean isCode() {
        return CodeHelp.isCode(file.path());
    }

    private CodeHelp help() {
        return model.codeHelp();
    }

    /// Takes note of a change.
    void edited() {
        if (isEager()) {
            help().lookSoon();
        }
    }

    @Override
    public boolean isEager() {
        return isCode() && help().onProperty().get() && !editor.isPlain();
    }

    @Override
    public void complete(int offset, Consumer<List<Proposal>> then) {
        if (isCode()) {
            help().complete(
                            file.path(),
                            offset,
                            found -> then.accept(
                                    found.stream().map(FileHelp::proposal).toList()));
        }
    }

    private static Proposal proposal(CodeAnswer.Proposal found) {
        return new Proposal(
                found.label(), found.kind(), found.insert(), found.start(), found.order(), found.deprecated());
    }

    @Override
    public void describe(int offset, Proposal proposal, Consumer<Explanation> then) {
        help().describe(file.path(), offset, proposal.label(), found -> explain(found, then));
    }

    @Override
    public void explain(int offset, Consumer<Explanation> then) {
        String name = model.debugging().frame() == null ? "" : PausedName.at(editor.text(), offset);
        if (!name.isEmpty()) {
            model.debugging()
                    .look(
                            new Look.Evaluate(model.debugging().frameProperty().get(), name),
                            seen -> then.accept(new Explanation(
                                    name + " = " + seen.getFirst().value(), "Its value where the code stands still.")));
        } else if (isCode()) {
            help().hover(file.path(), offset, found -> explain(found, then));
        }
    }

    private static void explain(Optional<CodeAnswer.Description> found, Consumer<Explanation> then) {
        found.ifPresent(text -> then.accept(new Explanation(text.signature(), text.documentation())));
    }

    @Override
    public void parameters(int offset, Consumer<Parameters> then) {
        if (isCode()) {
            help().signature(
                            file.path(),
                            offset,
                            found -> found.ifPresent(call -> then.accept(
                                    new Parameters(call.label(), call.start(), call.end(), call.documentation()))));
        }
    }

    @Override
    public void goToDefinition(int offset) {
        if (isCode()) {
            help().goToDefinition(file.path(), offset);
        }
    }

    /// Does what the editor can't do by itself.
    void perform(EditorAction action) {
        if (action == EditorAction.FORMAT) {
            model.format(file, () -> {});
        } else if (action == EditorAction.QUICK_FIX) {
            offerFixes();
        } else if (!isCode()) {
            model.tell("This is for JavaScript and TypeScript only.");
        } else {
            switch (action) {
                case DEFINITION -> goToDefinition(editor.caret());
                case REFERENCES -> help().references(file.path(), editor.caret(), this::offerReferences);
                case RENAME -> rename();
                default -> throw new IllegalArgumentException(action + " is done by the editor itself");
            }
        }
    }

    private void rename() {
        int at = editor.caret();
        String name = editor.nameAtCaret();
        if (name.isEmpty()) {
            model.tell("Put the caret on the name that you want to change.");
            return;
        }
        editor.assistant().ask("New name for " + name, name, wanted -> help().rename(file.path(), at, wanted));
    }

    private void offerReferences(List<CodeAnswer.Span> found) {
        if (found.isEmpty()) {
            model.tell("Nothing in the project uses a name at the caret.");
            return;
        }
        Map<String, Runnable> choices = new LinkedHashMap<>();
        found.forEach(span -> choices.put(
                span.path() + "  line " + span.line() + ", column " + span.column(), () -> model.show(span)));
        editor.assistant().choose(found.size() == 1 ? "1 use" : found.size() + " uses", choices);
    }

    private void offerFixes() {
        Map<String, Runnable> known = model.solutions(file, editor.caretLine());
        if (!isCode()) {
            offer(known);
            return;
        }
        int start = editor.lineStart();
        help().fixes(file.path(), start, editor.lineEnd(), found -> {
            found.forEach(repair -> known.put(repair.title(), () -> help().apply(repair.edits())));
            offer(known);
        });
    }

    private void offer(Map<String, Runnable> fixes) {
        if (fixes.isEmpty()) {
            model.tell("There is nothing to fix on this line.");
        } else {
            editor.assistant().choose("Fix here", fixes);
        }
    }
}
