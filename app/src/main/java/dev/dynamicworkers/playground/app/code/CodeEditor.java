package dev.dynamicworkers.playground.app.code;

import dev.dynamicworkers.playground.app.code.assist.Assistant;
import dev.dynamicworkers.playground.app.code.highlight.Language;
import dev.dynamicworkers.playground.app.code.highlight.Lexer;
import dev.dynamicworkers.playground.app.code.search.TextMatch;
import dev.dynamicworkers.playground.app.code.structure.CodeStructure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.PlainTextChange;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.fxmisc.richtext.util.UndoUtils;
import org.jspecify.annotations.Nullable;
import org.reactfx.EventStreams;
import org.reactfx.Subscription;

/// A code editor made of a RichTextFX code area. FX thread.
public final class CodeEditor implements EditorView {
    private static final int LONGEST_LINE = 20_000;
    private static final int LARGEST_TEXT = 2_000_000;
    private static final Duration SETTLE = Duration.millis(200);

    private final AccessibleCodeArea area = new AccessibleCodeArea();
    private final VirtualizedScrollPane<CodeArea> scroll = new CodeScrollPane(area);
    private Language language;
    private final EditorBackground background;
    private final ChangeLog log = new ChangeLog();
    private final LineStyler styler = new LineStyler(area);
    private final Brackets brackets = new Brackets(area, styler);
    private final ProblemMarks marks = new ProblemMarks();
    private final Folds folds = new Folds(area);
    private final Gutter gutter = new Gutter(area, marks, folds);
    private final LineMessages messages = new LineMessages(area, marks);
    private final LineCommands lines = new LineCommands(area);
    private final MultiCaret multi = new MultiCaret(area, styler);
    private final AutoClose pairs = new AutoClose(area, styler);
    private final Assistant assistant = new Assistant(area, this::isCaretInCode, marks::text);
    private final EditorKeys keys = new EditorKeys(area, assistant, multi, pairs, lines);
    private final SideSteps sideSteps = new SideSteps(this::text);
    private final CaretRest rest = new CaretRest(area.getCaretSelectionBind().getUnderlyingCaret());
    private final EditorHalves halves;
    private final PauseTransition settle = new PauseTransition(SETTLE);
    private final ReadOnlyObjectWrapper<CodeStructure> structure = new ReadOnlyObjectWrapper<>(CodeStructure.NONE);
    private final ObservableValue<String> caret = Bindings.createStringBinding(
            () -> "Ln " + (area.getCurrentParagraph() + 1) + ", Col " + (area.getCaretColumn() + 1)
                    + (area.getSelection().getLength() == 0
                            ? ""
                            : " (" + area.getSelection().getLength() + " selected)"),
            area.caretPositionProperty(),
            area.currentParagraphProperty(),
            area.selectionProperty());
    private final Subscription subscription;
    private Runnable onEdit = () -> {};
    private Consumer<EditorAction> finder = action -> {};
    private Consumer<EditorAction> other = action -> {};
    private boolean loading;
    private boolean plain;
    private long version;
    private @Nullable String text;

    /// An editor of a short text, or of one that is only read.
    ///
    /// @param id stable id of the code area
    /// @param name what screen readers call it
    public CodeEditor(String id, String name, Language language) {
        this(id, name, language, EditorBackground.direct());
    }

    /// @param id stable id of the code area
    /// @param name what screen readers call it
    /// @param background reads the structure of the text
    public CodeEditor(String id, String name, Language language, EditorBackground background) {
        this.language = language;
        this.background = background;
        halves = new EditorHalves(
                new StackPane(scroll, messages), area, () -> this.language.lineComment(), this::performHere);
        area.setId(id);
        area.setAccessibleText(name);
        area.getStyleClass().add("code-editor");
        halves.node().getProperties().put(EditorView.class, this);
        area.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> multi.clear());
        settle.setOnFinished(event -> readStructure());
        subscription = Subscription.multi(
                EventStreams.changesOf(area.focusedProperty()).subscribe(change -> {
                    rest.woken();
                    if (!plain) {
                        brackets.caretMoved();
                    }
                }),
                area.plainTextChanges().subscribe(this::textChanged),
                EventStreams.valuesOf(area.caretPositionProperty()).subscribe(position -> caretMoved()));
    }

    private void textChanged(PlainTextChange change) {
        version++;
        text = null;
        log.add(change.getPosition(), change.getRemoved(), change.getInserted());
        if (loading) {
            return;
        }
        int line = area.offsetToPosition(change.getPosition(), Bias.Forward).getMajor();
        marks.edited(line, LineStyler.count(change.getRemoved()), LineStyler.count(change.getInserted()));
        if (!plain) {
            styler.changed(change);
        }
        if (multi.isActive()) {
            multi.clear();
        }
        gutter.textChanged();
        messages.soon();
        settle.playFromStart();
        onEdit.run();
        assistant.typed(change.getInserted());
    }

    private boolean isCaretInCode() {
        int column = area.getCaretColumn();
        return !plain && (column == 0 || styler.isCode(area.getCurrentParagraph(), column - 1));
    }

    /// What helps to write in this editor.
    public Assistant assistant() {
        return assistant;
    }

    private void caretMoved() {
        rest.woken();
        if (!loading && !plain && !folds.isBusy()) {
            folds.reveal(area.getCurrentParagraph());
            brackets.caretMoved();
        }
        area.notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTION_START);
    }

    private void readStructure() {
        if (plain) {
            structure.set(CodeStructure.NONE);
            return;
        }
        long asked = version;
        Supplier<String> snapshot = snapshot();
        background.compute(() -> CodeStructure.of(snapshot.get(), language), found -> {
            if (asked == version) {
                gutter.redraw(folds.set(found.folds()));
                structure.set(found);
            }
        });
    }

    @Override
    public Node node() {
        return halves.node();
    }

    @Override
    public Node focusTarget() {
        return area;
    }

    @Override
    public String text() {
        String known = text;
        if (known == null) {
            known = area.getText();
            text = known;
        }
        return known;
    }

    @Override
    public Supplier<String> snapshot() {
        var content = area.getContent().snapshot();
        return content::getText;
    }

    @Override
    public void show(String text) {
        load(text, () -> area.replaceText(text));
        area.setUndoManager(UndoUtils.plainTextUndoManager(area));
        area.moveTo(0);
        area.scrollToPixel(0, 0);
    }

    /// Shows a text that was something else before, so that this can be undone.
    ///
    /// @param base what it was
    /// @param edits that made of it what is shown, each of the text that the one before it left
    public void show(String base, List<TextEdit> edits) {
        show(base);
        loading = true;
        try {
            for (TextEdit edit : edits) {
                area.replaceText(edit.start(), edit.end(), edit.text());
                area.getUndoManager().preventMerge();
            }
            styler.restart(plain ? Lexer.plain() : language.lexer());
            gutter.textChanged();
            readStructure();
        } finally {
            loading = false;
        }
        area.moveTo(0);
        area.scrollToPixel(0, 0);
    }

    /// The text before all that can be undone.
    public String textBefore() {
        return log.base();
    }

    /// What was done to it since, in order.
    public List<TextEdit> editsSince() {
        return log.edits();
    }

    private void load(String text, Runnable change) {
        loading = true;
        try {
            multi.clear();
            sideSteps.clear();
            marks.clear();
            change.run();
            log.restart(text);
            plain = text.length() > LARGEST_TEXT || text.lines().anyMatch(line -> line.length() > LONGEST_LINE);
            styler.restart(plain ? Lexer.plain() : language.lexer());
            gutter.textChanged();
            readStructure();
        } finally {
            loading = false;
        }
    }

    @Override
    public void replace(String text) {
        Reload reload = new Reload(area, text(), text);
        load(text, reload::apply);
        reload.restore();
    }

    @Override
    public void edit(List<TextEdit> edits) {
        if (edits.isEmpty() || !area.isEditable()) {
            return;
        }
        TextEdit joined = TextEdit.joined(text(), edits);
        int line = area.getCurrentParagraph();
        int column = area.getCaretColumn();
        area.getUndoManager().preventMerge();
        area.replaceText(joined.start(), joined.end(), joined.text());
        area.getUndoManager().preventMerge();
        if (edits.size() > 1) {
            int kept = Math.min(line, area.getParagraphs().size() - 1);
            area.moveTo(kept, Math.min(column, area.getParagraphLength(kept)));
        }
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
    public boolean isEditable() {
        return area.isEditable();
    }

    @Override
    public void goTo(int line, int column) {
        int paragraph = Math.clamp(line - 1, 0, area.getParagraphs().size() - 1);
        folds.reveal(paragraph);
        area.moveTo(paragraph, Math.clamp(column - 1, 0, area.getParagraphLength(paragraph)));
        area.showParagraphAtCenter(paragraph);
        // What follows the caret would undo it: that is only for the columns, once the lines are where they belong.
        area.layout();
        area.requestFollowCaret();
        area.requestFocus();
    }

    /// Moves the caret without taking the focus, both counted from 1.
    public void showAt(int line, int column) {
        int paragraph = Math.clamp(line - 1, 0, area.getParagraphs().size() - 1);
        area.moveTo(paragraph, Math.clamp(column - 1, 0, area.getParagraphLength(paragraph)));
        area.showParagraphAtCenter(paragraph);
    }

    /// The line at the top of what is seen, counted from 1.
    public int firstLine() {
        return area.getVisibleParagraphs().isEmpty() ? 1 : area.firstVisibleParToAllParIndex() + 1;
    }

    /// Puts a line at the top, counted from 1.
    public void showFrom(int line) {
        area.showParagraphAtTop(Math.clamp(line - 1, 0, area.getParagraphs().size() - 1));
    }

    @Override
    public ObservableValue<CodeStructure> structureProperty() {
        return structure.getReadOnlyProperty();
    }

    @Override
    public ObservableValue<Boolean> tabMovesFocusProperty() {
        return keys.tabMovesFocusProperty();
    }

    @Override
    public ObservableValue<String> caretProperty() {
        return caret;
    }

    @Override
    public int caret() {
        return area.getCaretPosition();
    }

    /// The name that the caret is in or beside, may be empty.
    public String nameAtCaret() {
        String line = area.getParagraph(area.getCurrentParagraph()).getText();
        int start = area.getCaretColumn();
        int end = start;
        while (start > 0 && Character.isJavaIdentifierPart(line.charAt(start - 1))) {
            start--;
        }
        while (end < line.length() && Character.isJavaIdentifierPart(line.charAt(end))) {
            end++;
        }
        return line.substring(start, end);
    }

    /// Offset of the first character on the caret's line.
    public int lineStart() {
        return area.getAbsolutePosition(area.getCurrentParagraph(), 0);
    }

    /// Offset after the last character on the caret's line.
    public int lineEnd() {
        return lineStart() + area.getParagraphLength(area.getCurrentParagraph());
    }

    @Override
    public int caretLine() {
        return area.getCurrentParagraph() + 1;
    }

    @Override
    public int caretColumn() {
        return area.getCaretColumn() + 1;
    }

    @Override
    public void mark(List<Mark> wanted) {
        TreeSet<Integer> touched = marks.set(wanted);
        if (!plain) {
            List<LineStyler.Overlay> overlays = new ArrayList<>();
            for (Mark mark : wanted) {
                int line = mark.line() - 1;
                if (line >= 0 && line < area.getParagraphs().size()) {
                    overlays.add(underline(line, mark));
                }
            }
            styler.overlay(LineStyler.Owner.PROBLEM, overlays);
        }
        gutter.redraw(touched);
        messages.soon();
    }

    private LineStyler.Overlay underline(int line, Mark mark) {
        String text = area.getParagraph(line).getText();
        int column = mark.column() == 0 ? LineEdit.indent(text).length() : mark.column() - 1;
        int start = Words.start(text, Math.clamp(column, 0, Math.max(0, text.length() - 1)));
        String style = mark.tone().word() + "-mark";
        return new LineStyler.Overlay(LineStyler.Owner.PROBLEM, line, start, Words.end(text, start), style);
    }

    @Override
    public void markChanged(Set<Integer> wanted) {
        gutter.markChanged(wanted.stream().map(line -> line - 1).collect(Collectors.toCollection(HashSet::new)));
    }

    /// Marks lines with breakpoints, by line counted from 1; their conditions are empty for always.
    public void markBreakpoints(Map<Integer, LineSign> breakpoints) {
        gutter.markBreakpoints(breakpoints);
    }

    /// Colours and reads the text as another language; the text stays.
    public void setLanguage(Language wanted) {
        if (language != wanted) {
            language = wanted;
            if (!plain) {
                styler.restart(language.lexer());
            }
            readStructure();
        }
    }

    /// Puts the caret where the code of a line begins, counted from 1, and gives it the focus. A line that can be seen
    /// stays where it is.
    public void caretTo(int line) {
        int paragraph = Math.clamp(line - 1, 0, area.getParagraphs().size() - 1);
        area.moveTo(
                paragraph,
                LineEdit.indent(area.getParagraph(paragraph).getText()).length());
        area.requestFollowCaret();
        area.requestFocus();
    }

    /// Hears of what a person picks beside a line, counted from 1. The caret stays where it is.
    public void onPick(BiConsumer<Integer, EditorAction> action) {
        gutter.onPick((line, picked) -> action.accept(line + 1, picked));
    }

    /// Marks the line at which code stands still, counted from 1; 0 for none.
    public void markStanding(int line) {
        gutter.markStanding(line - 1);
        StandingLine.mark(area, line);
    }

    /// Draws a sign beside lines that log, with what they log, by line counted from 1.
    public void markLogpoints(Map<Integer, LineSign> logpoints) {
        gutter.markLogpoints(logpoints);
    }

    @Override
    public void showLineMessages(boolean shown) {
        messages.show(shown);
    }

    @Override
    public boolean isPlain() {
        return plain;
    }

    @Override
    public void setWrap(boolean wrap) {
        area.setWrapText(wrap);
    }

    /// Says how many columns one step of indentation takes where the text has none yet.
    public void setTabSize(int columns) {
        area.tabSizeProperty().set(columns);
    }

    /// Whether brackets and quotes are typed in pairs.
    public void setAutoClose(boolean on) {
        pairs.set(on);
    }

    @Override
    public void select(int start, int end) {
        folds.reveal(area.offsetToPosition(start, Bias.Forward).getMajor());
        area.selectRange(start, end);
        area.requestFollowCaret();
    }

    @Override
    public int selectionStart() {
        return area.getSelection().getStart();
    }

    @Override
    public String selectedText() {
        return halves.selectedText();
    }

    @Override
    public void showMatches(List<TextMatch> matches) {
        if (!plain) {
            List<LineStyler.Overlay> overlays = new ArrayList<>();
            for (TextMatch match : matches) {
                overlays.addAll(styler.overlays(LineStyler.Owner.MATCH, match.start(), match.end(), "find-match"));
            }
            styler.overlay(LineStyler.Owner.MATCH, overlays);
        }
    }

    @Override
    public void perform(EditorAction action) {
        if (!sideSteps.perform(action)) {
            halves.perform(action);
        }
    }

    /// Whether there is a second view of the text; who sets it leaves the focus where it is.
    public BooleanProperty splitProperty() {
        return halves.splitProperty();
    }

    /// Takes note of what the person changed besides the text, so that it is undone in its turn.
    public void addStep(Runnable undo, Runnable redo) {
        sideSteps.add(undo, redo);
    }

    private void performHere(EditorAction action) {
        switch (action) {
            case UNDO -> area.undo();
            case REDO -> area.redo();
            case TOGGLE_COMMENT, MOVE_LINE_UP, MOVE_LINE_DOWN, COPY_LINE_UP, COPY_LINE_DOWN, DELETE_LINE, SELECT_LINE ->
                lines.perform(action, language.lineComment());
            case SELECT_NEXT_MATCH -> multi.addNext();
            case SELECT_ALL_MATCHES -> multi.addAll();
            case FOLD -> folds.foldAround(area.getCurrentParagraph());
            case UNFOLD -> folds.unfold(area.getCurrentParagraph());
            case FOLD_ALL -> folds.foldAll();
            case UNFOLD_ALL -> folds.unfoldAll();
            case NEXT_PROBLEM -> goToProblem(1);
            case PREVIOUS_PROBLEM -> goToProblem(-1);
            case TOGGLE_TAB_FOCUS -> keys.toggleTabFocus();
            case SPLIT -> throw new IllegalStateException("a view does not split itself");
            case FIND, REPLACE, FIND_NEXT, FIND_PREVIOUS -> finder.accept(action);
            case COMPLETE -> assistant.complete();
            case PARAMETERS -> assistant.showParameters();
            case HOVER -> assistant.explain();
            case FORMAT,
                    DEFINITION,
                    REFERENCES,
                    RENAME,
                    QUICK_FIX,
                    TOGGLE_LINE_MESSAGES,
                    ACCESSIBLE_VIEW,
                    BREAKPOINT,
                    BREAKPOINT_CONDITION,
                    LOGPOINT -> other.accept(action);
        }
    }

    /// Names who searches.
    public void onFind(Consumer<EditorAction> action) {
        finder = action;
    }

    @Override
    public void onAction(Consumer<EditorAction> action) {
        other = action;
    }

    private void goToProblem(int step) {
        marks.next(area.getCurrentParagraph(), step)
                .ifPresent(line -> goTo(
                        line + 1,
                        LineEdit.indent(area.getParagraph(line).getText()).length() + 1));
    }

    @Override
    public void close() {
        settle.stop();
        halves.close();
        subscription.unsubscribe();
        messages.close();
        rest.close();
        assistant.close();
        area.dispose();
    }
}
