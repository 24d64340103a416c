package dev.dynamicworkers.playground.app.code;

import dev.dynamicworkers.playground.app.code.highlight.Language;
import dev.dynamicworkers.playground.app.code.highlight.Lexer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.fxmisc.richtext.util.UndoUtils;
import org.reactfx.EventStreams;
import org.reactfx.Subscription;

/// A code editor made of a RichTextFX code area. FX thread.
public final class CodeEditor implements EditorView {
    private static final int LONGEST_LINE = 20_000;
    private static final int LARGEST_TEXT = 2_000_000;

    private final AccessibleCodeArea area = new AccessibleCodeArea();
    private final VirtualizedScrollPane<CodeArea> scroll = new CodeScrollPane(area);
    private final Language language;
    private final LineStyler styler = new LineStyler(area);
    private final Brackets brackets = new Brackets(area, styler);
    private final Gutter gutter = new Gutter(area, styler);
    private final LineCommands lines = new LineCommands(area);
    private final ObservableValue<String> caret = Bindings.createStringBinding(
            () -> "Ln " + (area.getCurrentParagraph() + 1) + ", Col " + (area.getCaretColumn() + 1),
            area.caretPositionProperty(),
            area.currentParagraphProperty());
    private final Subscription subscription;
    private Runnable onEdit = () -> {};
    private Consumer<EditorAction> finder = action -> {};
    private boolean loading;
    private boolean plain;
    private boolean tabMovesFocus;

    /// @param id stable id of the code area
    /// @param name what screen readers call it
    public CodeEditor(String id, String name, Language language) {
        this.language = language;
        area.setId(id);
        area.setAccessibleText(name);
        area.getStyleClass().add("code-editor");
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        area.addEventFilter(KeyEvent.KEY_TYPED, event -> lines.typed(event.getCharacter()));
        subscription = Subscription.multi(
                EventStreams.changesOf(area.focusedProperty()).subscribe(change -> {
                    if (!plain) {
                        brackets.caretMoved();
                    }
                }),
                area.plainTextChanges().subscribe(change -> {
                    if (!loading) {
                        if (!plain) {
                            styler.changed(change);
                        }
                        gutter.forgetEdited();
                        onEdit.run();
                    }
                }),
                EventStreams.valuesOf(area.caretPositionProperty()).subscribe(position -> {
                    if (!loading && !plain) {
                        brackets.caretMoved();
                    }
                    area.notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTION_START);
                }));
    }

    @Override
    public Node node() {
        return scroll;
    }

    @Override
    public Node focusTarget() {
        return area;
    }

    @Override
    public String text() {
        return area.getText();
    }

    @Override
    public void show(String text) {
        load(text);
        area.setUndoManager(UndoUtils.plainTextUndoManager(area));
        area.moveTo(0);
        area.scrollToPixel(0, 0);
    }

    private void load(String text) {
        loading = true;
        try {
            area.replaceText(text);
            plain = text.length() > LARGEST_TEXT || text.lines().anyMatch(line -> line.length() > LONGEST_LINE);
            gutter.clear();
            styler.restart(plain ? Lexer.plain() : language.lexer());
        } finally {
            loading = false;
        }
    }

    @Override
    public void replace(String text) {
        int line = area.getCurrentParagraph();
        int column = area.getCaretColumn();
        load(text);
        int kept = Math.min(line, area.getParagraphs().size() - 1);
        area.moveTo(kept, Math.min(column, area.getParagraphLength(kept)));
    }

    @Override
    public void onEdit(Runnable action) {
        onEdit = action;
    }

    @Override
    public void setEditable(boolean editable) {
        area.setEditable(editable);
    }

    @Override
    public void goTo(int line, int column) {
        int paragraph = Math.clamp(line - 1, 0, area.getParagraphs().size() - 1);
        area.moveTo(paragraph, Math.clamp(column - 1, 0, area.getParagraphLength(paragraph)));
        area.showParagraphAtCenter(paragraph);
        area.requestFollowCaret();
        area.requestFocus();
    }

    @Override
    public ObservableValue<String> caretProperty() {
        return caret;
    }

    @Override
    public void mark(List<Mark> marks) {
        gutter.mark(marks, plain ? Gutter.UnderlineProblems.NO : Gutter.UnderlineProblems.YES);
    }

    @Override
    public boolean isPlain() {
        return plain;
    }

    @Override
    public void setWrap(boolean wrap) {
        area.setWrapText(wrap);
    }

    @Override
    public void select(int start, int end) {
        area.selectRange(start, end);
        area.requestFollowCaret();
    }

    @Override
    public int selectionStart() {
        return area.getSelection().getStart();
    }

    @Override
    public String selectedText() {
        return area.getSelectedText();
    }

    @Override
    public void showMatches(List<Integer> offsets, int length) {
        if (plain) {
            return;
        }
        List<LineStyler.Overlay> overlays = new ArrayList<>();
        for (int offset : offsets) {
            var position = area.offsetToPosition(offset, Bias.Forward);
            overlays.add(new LineStyler.Overlay(
                    LineStyler.Owner.MATCH,
                    position.getMajor(),
                    position.getMinor(),
                    position.getMinor() + length,
                    "find-match"));
        }
        styler.overlay(LineStyler.Owner.MATCH, overlays);
    }

    // Keys

    private void keyPressed(KeyEvent event) {
        var action = EditorAction.of(event);
        if (action.isPresent()) {
            perform(action.get());
            event.consume();
            return;
        }
        boolean free = !event.isShortcutDown() && !event.isAltDown();
        if (!area.isEditable() || !free) {
            return;
        }
        if (event.getCode() == KeyCode.TAB && !tabMovesFocus) {
            lines.tab(event.isShiftDown());
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            lines.newLine();
            event.consume();
        }
    }

    @Override
    public void perform(EditorAction action) {
        switch (action) {
            case UNDO -> area.undo();
            case REDO -> area.redo();
            case TOGGLE_COMMENT -> lines.toggleComment(language.lineComment());
            case MOVE_LINE_UP -> lines.move(-1);
            case MOVE_LINE_DOWN -> lines.move(1);
            case COPY_LINE_UP -> lines.copy(0);
            case COPY_LINE_DOWN -> lines.copy(1);
            case DELETE_LINE -> lines.delete();
            case SELECT_LINE -> lines.select();
            case SELECT_NEXT_MATCH -> selectNextMatch();
            case NEXT_PROBLEM -> goToProblem(1);
            case PREVIOUS_PROBLEM -> goToProblem(-1);
            case TOGGLE_TAB_FOCUS -> tabMovesFocus = !tabMovesFocus;
            case FIND, FIND_NEXT, FIND_PREVIOUS -> finder.accept(action);
        }
    }

    /// Names who searches.
    public void onFind(Consumer<EditorAction> action) {
        finder = action;
    }

    private void selectNextMatch() {
        String wanted = area.getSelectedText();
        if (wanted.isEmpty()) {
            area.selectWord();
            return;
        }
        String text = area.getText();
        int next = text.indexOf(wanted, area.getSelection().getEnd());
        next = next < 0 ? text.indexOf(wanted) : next;
        select(next, next + wanted.length());
    }

    private void goToProblem(int step) {
        gutter.problem(area.getCurrentParagraph(), step)
                .ifPresent(line -> goTo(
                        line + 1,
                        LineEdit.indent(area.getParagraph(line).getText()).length() + 1));
    }

    @Override
    public void close() {
        subscription.unsubscribe();
        area.dispose();
    }
}
