package dev.dynamicworkers.playground.app.code;

import dev.dynamicworkers.playground.app.code.highlight.Language;
import dev.dynamicworkers.playground.app.code.highlight.Lexer;
import dev.dynamicworkers.playground.app.theme.Icons;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
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
    private final VirtualizedScrollPane<CodeArea> scroll = new VirtualizedScrollPane<>(area);
    private final Language language;
    private final LineStyler styler = new LineStyler(area);
    private final Brackets brackets = new Brackets(area, styler);
    private final Map<Integer, String> messages = new HashMap<>();
    private final ObservableValue<String> caret = Bindings.createStringBinding(
            () -> "Ln " + (area.getCurrentParagraph() + 1) + ", Col " + (area.getCaretColumn() + 1),
            area.caretPositionProperty(),
            area.currentParagraphProperty());
    private final Subscription subscription;
    private Runnable onEdit = () -> {};
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
        area.setParagraphGraphicFactory(this::gutter);
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        area.addEventFilter(KeyEvent.KEY_TYPED, this::keyTyped);
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
                        forgetMessages();
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
            messages.clear();
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
    public void mark(List<Mark> marks) {
        TreeSet<Integer> touched = new TreeSet<>(messages.keySet());
        messages.clear();
        List<LineStyler.Overlay> overlays = new ArrayList<>();
        for (Mark mark : marks) {
            int line = mark.line() - 1;
            if (line < 0 || line >= area.getParagraphs().size()) {
                continue;
            }
            messages.merge(line, mark.message(), (a, b) -> a + "\n" + b);
            touched.add(line);
            String text = area.getParagraph(line).getText();
            int start = wordStart(text, Math.clamp(mark.column() - 1, 0, Math.max(0, text.length() - 1)));
            int end = wordEnd(text, start);
            overlays.add(new LineStyler.Overlay(LineStyler.Owner.PROBLEM, line, start, end, "error-mark"));
        }
        if (!plain) {
            styler.overlay(LineStyler.Owner.PROBLEM, overlays);
        }
        redrawGutter(touched);
    }

    private void redrawGutter(Iterable<Integer> lines) {
        for (int line : lines) {
            if (line < area.getParagraphs().size()) {
                area.recreateParagraphGraphic(line);
            }
        }
    }

    private void forgetMessages() {
        if (!messages.isEmpty()) {
            TreeSet<Integer> touched = new TreeSet<>(messages.keySet());
            messages.keySet().retainAll(styler.lines(LineStyler.Owner.PROBLEM));
            touched.removeAll(messages.keySet());
            redrawGutter(touched);
        }
    }

    private static int wordStart(String text, int at) {
        int start = at;
        while (start > 0
                && at < text.length()
                && Character.isJavaIdentifierPart(text.charAt(at))
                && Character.isJavaIdentifierPart(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static int wordEnd(String text, int start) {
        int end = start;
        while (end < text.length() && (Character.isJavaIdentifierPart(text.charAt(end)) || text.charAt(end) == '.')) {
            end++;
        }
        return end > start ? end : Math.min(text.length(), start + 1);
    }

    private Node gutter(int line) {
        Label number = new Label(String.valueOf(line + 1));
        number.getStyleClass().add("lineno");
        StackPane glyph = new StackPane();
        glyph.getStyleClass().add("gutter-glyph");
        String message = messages.get(line);
        HBox gutter = new HBox(glyph, number);
        gutter.getStyleClass().add("gutter");
        gutter.setAlignment(Pos.CENTER_RIGHT);
        if (message != null) {
            Node icon = Icons.ERROR.node(14, "error-icon");
            glyph.getChildren().add(icon);
            Tooltip.install(gutter, new Tooltip(message));
            gutter.getStyleClass().add("has-error");
        }
        int digits = Math.max(2, String.valueOf(area.getParagraphs().size()).length());
        number.setMinWidth(digits * 8.2 + 4);
        return gutter;
    }

    @Override
    public ObservableValue<String> caretProperty() {
        return caret;
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
            tab(event.isShiftDown());
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            newLine();
            event.consume();
        }
    }

    /// A closing bracket that is first on its line goes one step to the left.
    private void keyTyped(KeyEvent event) {
        String typed = event.getCharacter();
        if (!area.isEditable() || typed.length() != 1 || "}])".indexOf(typed.charAt(0)) < 0) {
            return;
        }
        String before = currentLine().substring(0, area.getCaretColumn());
        if (!before.isEmpty() && before.isBlank() && area.getSelection().getLength() == 0) {
            String unit = LineEdit.unit(area.getText());
            int start = area.getCaretPosition() - before.length();
            area.replaceText(
                    start,
                    area.getCaretPosition(),
                    LineEdit.indentLess(List.of(before), unit).getFirst());
        }
    }

    private String currentLine() {
        return area.getParagraph(area.getCurrentParagraph()).getText();
    }

    private void newLine() {
        String line = currentLine();
        int column = Math.min(area.getCaretColumn(), line.length());
        if (area.getSelection().getLength() > 0) {
            area.replaceSelection("");
            line = currentLine();
            column = area.getCaretColumn();
        }
        LineEdit.NewLine insert =
                LineEdit.newLine(line.substring(0, column), line.substring(column), LineEdit.unit(area.getText()));
        int at = area.getCaretPosition();
        area.insertText(at, insert.text());
        area.moveTo(at + insert.caret());
        area.requestFollowCaret();
    }

    private void tab(boolean back) {
        String unit = LineEdit.unit(area.getText());
        if (back) {
            editLines(lines -> LineEdit.indentLess(lines, unit));
        } else if (area.getSelectedText().contains("\n")) {
            editLines(lines -> LineEdit.indentMore(lines, unit));
        } else {
            int width = unit.equals("\t") ? 0 : unit.length() - area.getCaretColumn() % unit.length();
            area.replaceSelection(width == 0 ? unit : " ".repeat(width));
        }
    }

    private interface LineChange {
        List<String> apply(List<String> lines);
    }

    private int firstLine() {
        return area.offsetToPosition(area.getSelection().getStart(), Bias.Forward)
                .getMajor();
    }

    private int lastLine() {
        var end = area.offsetToPosition(area.getSelection().getEnd(), Bias.Forward);
        boolean atLineStart = end.getMinor() == 0 && end.getMajor() > firstLine();
        return atLineStart ? end.getMajor() - 1 : end.getMajor();
    }

    private List<String> lines(int first, int last) {
        List<String> lines = new ArrayList<>();
        for (int i = first; i <= last; i++) {
            lines.add(area.getParagraph(i).getText());
        }
        return lines;
    }

    /// Changes the selected lines in one undoable step and keeps them selected.
    private void editLines(LineChange change) {
        int first = firstLine();
        int last = lastLine();
        List<String> before = lines(first, last);
        List<String> after = change.apply(before);
        if (after.equals(before)) {
            return;
        }
        boolean selected = area.getSelection().getLength() > 0;
        int column = area.getCaretColumn();
        int shift = after.getLast().length() - before.getLast().length();
        area.getUndoManager().preventMerge();
        area.replaceText(first, 0, last, area.getParagraphLength(last), String.join("\n", after));
        area.getUndoManager().preventMerge();
        if (selected) {
            area.selectRange(first, 0, last, area.getParagraphLength(last));
        } else {
            area.moveTo(last, Math.clamp(column + shift, 0, area.getParagraphLength(last)));
        }
    }

    @Override
    public void perform(EditorAction action) {
        switch (action) {
            case UNDO -> area.undo();
            case REDO -> area.redo();
            case TOGGLE_COMMENT -> {
                if (!language.lineComment().isEmpty() && area.isEditable()) {
                    editLines(lines -> LineEdit.toggleComment(lines, language.lineComment()));
                }
            }
            case MOVE_LINE_UP -> moveLines(-1);
            case MOVE_LINE_DOWN -> moveLines(1);
            case COPY_LINE_UP -> copyLines(0);
            case COPY_LINE_DOWN -> copyLines(1);
            case DELETE_LINE -> deleteLines();
            case SELECT_LINE -> {
                int last = lastLine();
                boolean more = last + 1 < area.getParagraphs().size();
                area.selectRange(firstLine(), 0, more ? last + 1 : last, more ? 0 : area.getParagraphLength(last));
            }
            case SELECT_NEXT_MATCH -> selectNextMatch();
            case NEXT_PROBLEM -> goToProblem(1);
            case PREVIOUS_PROBLEM -> goToProblem(-1);
            case TOGGLE_TAB_FOCUS -> tabMovesFocus = !tabMovesFocus;
            case FIND, FIND_NEXT, FIND_PREVIOUS -> finder.accept(action);
        }
    }

    private java.util.function.Consumer<EditorAction> finder = action -> {};

    /// Names who searches.
    public void onFind(java.util.function.Consumer<EditorAction> action) {
        finder = action;
    }

    private void moveLines(int step) {
        int first = firstLine();
        int last = lastLine();
        int target = step < 0 ? first - 1 : last + 1;
        if (!area.isEditable() || target < 0 || target >= area.getParagraphs().size()) {
            return;
        }
        int column = area.getCaretColumn();
        boolean selected = area.getSelection().getLength() > 0;
        List<String> block = lines(first, last);
        String neighbour = area.getParagraph(target).getText();
        List<String> after = new ArrayList<>(block);
        after.add(step < 0 ? after.size() : 0, neighbour);
        int from = Math.min(first, target);
        int to = Math.max(last, target);
        area.getUndoManager().preventMerge();
        area.replaceText(from, 0, to, area.getParagraphLength(to), String.join("\n", after));
        area.getUndoManager().preventMerge();
        if (selected) {
            area.selectRange(first + step, 0, last + step, area.getParagraphLength(last + step));
        } else {
            area.moveTo(last + step, column);
        }
        area.requestFollowCaret();
    }

    private void copyLines(int step) {
        if (!area.isEditable()) {
            return;
        }
        int first = firstLine();
        int last = lastLine();
        int column = area.getCaretColumn();
        area.insertText(last, area.getParagraphLength(last), "\n" + String.join("\n", lines(first, last)));
        area.moveTo(last + step * (last - first + 1), column);
        area.requestFollowCaret();
    }

    private void deleteLines() {
        if (!area.isEditable()) {
            return;
        }
        int first = firstLine();
        int last = lastLine();
        if (last + 1 < area.getParagraphs().size()) {
            area.replaceText(first, 0, last + 1, 0, "");
        } else if (first > 0) {
            area.replaceText(first - 1, area.getParagraphLength(first - 1), last, area.getParagraphLength(last), "");
        } else {
            area.replaceText("");
        }
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
        TreeSet<Integer> lines = new TreeSet<>(messages.keySet());
        if (lines.isEmpty()) {
            return;
        }
        int current = area.getCurrentParagraph();
        Integer target = step > 0 ? lines.higher(current) : lines.lower(current);
        int line = target != null ? target : step > 0 ? lines.first() : lines.last();
        goTo(line + 1, LineEdit.indent(area.getParagraph(line).getText()).length() + 1);
    }

    @Override
    public void close() {
        subscription.unsubscribe();
        area.dispose();
    }

    /// A code area that screen readers take for a text area.
    private static final class AccessibleCodeArea extends CodeArea {
        AccessibleCodeArea() {
            setAccessibleRole(AccessibleRole.TEXT_AREA);
        }

        @Override
        public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
            return switch (attribute) {
                case TEXT -> getText();
                case EDITABLE -> isEditable();
                case CARET_OFFSET -> getCaretPosition();
                case SELECTION_START -> getSelection().getStart();
                case SELECTION_END -> getSelection().getEnd();
                case LINE_FOR_OFFSET ->
                    offsetToPosition((Integer) parameters[0], Bias.Forward).getMajor();
                case LINE_START -> position((Integer) parameters[0], 0).toOffset();
                case LINE_END -> {
                    int line = (Integer) parameters[0];
                    yield position(line, getParagraphLength(line)).toOffset();
                }
                default -> super.queryAccessibleAttribute(attribute, parameters);
            };
        }
    }
}
