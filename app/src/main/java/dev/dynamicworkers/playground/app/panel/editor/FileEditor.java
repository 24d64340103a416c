package dev.dynamicworkers.playground.app.panel.editor;

import dev.dynamicworkers.playground.app.code.CodeEditor;
import dev.dynamicworkers.playground.app.code.EditorAction;
import dev.dynamicworkers.playground.app.code.FindBar;
import dev.dynamicworkers.playground.app.code.Mark;
import dev.dynamicworkers.playground.app.code.TextEdit;
import dev.dynamicworkers.playground.app.code.diff.DiffView;
import dev.dynamicworkers.playground.app.code.diff.LineDiff;
import dev.dynamicworkers.playground.app.code.highlight.Language;
import dev.dynamicworkers.playground.app.fx.FxThread;
import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.session.EditHistory;
import dev.dynamicworkers.playground.app.session.EditorsState;
import dev.dynamicworkers.playground.app.session.OpenFile;
import dev.dynamicworkers.playground.app.settings.Setting;
import dev.dynamicworkers.playground.app.settings.SettingsModel;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// One open file: its editor, its find bar and the banners above it. FX thread.
final class FileEditor extends BorderPane implements AutoCloseable {
    private static final Duration SETTLE = Duration.millis(350);

    /// A lower editor keeps the room for code, in pixels.
    private static final double BAR_FROM = 150;

    private final EditorsViewModel model;
    private final OpenFile file;
    private final CodeEditor editor;
    private final FileHelp helping;
    private final FilePoints points;
    private final EditorBar bar;
    private final Subscriptions subscriptions = new Subscriptions();
    private Set<Integer> changedSinceRun = Set.of();
    private final BesidePane beside;
    private @Nullable StrippedView stripped;
    private List<Mark> marks = List.of();
    private final PauseTransition settle = new PauseTransition(SETTLE);
    private long edits;

    FileEditor(EditorsViewModel model, OpenFile file) {
        this.model = model;
        this.file = file;
        Language language = model.language(file);
        editor = new CodeEditor(
                "editor-" + file.path().replaceAll("[^A-Za-z0-9]+", "-"),
                file.role().word() + " " + file.path(),
                language,
                model.background());
        beside = new BesidePane(editor.node());
        FindBar find = new FindBar(editor);
        editor.onFind(find::act);
        editor.onAction(this::perform);
        points = new FilePoints(model, file, editor);
        editor.onPick(points::pick);
        subscriptions.listen(model.languageChangeProperty(), count -> editor.setLanguage(model.language(file)));
        helping = new FileHelp(model, file, editor);
        editor.assistant().helpedBy(helping);
        showWithHistory();
        boolean writable = file.savedProperty().get().readOnlyReason().isEmpty();
        subscriptions.observe(
                model.generatedProperty(), on -> editor.setEditable(writable && !model.isGenerated(file.path())));
        editor.onEdit(this::edited);
        file.attach(editor::text, editor::snapshot, editor::replace);
        file.onLineEnd(
                (before, after) -> editor.addStep(() -> file.takeLineEnd(before), () -> file.takeLineEnd(after)));
        subscriptions.listen(
                file.pathProperty(),
                path -> editor.focusTarget().setAccessibleText(file.role().word() + " " + path));
        boolean wasSplit = model.memory().isSplit(file.path());
        subscriptions.onChange(
                () -> model.memory().splitIs(file.path(), editor.splitProperty().get()),
                editor.splitProperty(),
                file.pathProperty());
        settle.setOnFinished(event -> {
            compareWithLastRun();
            points.show();
        });
        followSettings(model.settings());
        EditorMenu menu = new EditorMenu(model, file, editor, this::compareWithTextOfLastRun);
        bar = new EditorBar(editor, new Breadcrumb(editor, file.name(), subscriptions), menu::make);
        subscriptions.onChange(this::showMarks, model.marksChange());
        points.follow(subscriptions);
        subscriptions.listen(model.runCountProperty(), count -> compareWithLastRun());
        subscriptions.listen(editor.caretProperty(), caret -> {
            model.memory().caretAt(file.path(), editor.caretLine(), editor.caretColumn());
            followCaret();
        });
        subscriptions.listen(editor.focusTarget().focusedProperty(), focused -> followCaret());
        showMarks();
        setCenter(beside);
        heightProperty().subscribe(height -> Panes.show(bar, height.doubleValue() > BAR_FROM));
        setTop(new VBox(
                bar,
                find,
                readOnlyBanner(),
                generatedBanner(),
                plainBanner(),
                mixedBanner(),
                missingBanner(),
                conflictBanner()));
        restoreCaret(wasSplit);
        compareWithLastRun();
    }

    /// Shows the text, and lets what was done to it in the last session be undone.
    private void showWithHistory() {
        EditHistory history = model.memory().history(file.path(), file.text());
        if (history == null) {
            editor.show(file.text());
        } else {
            editor.show(
                    history.base(),
                    history.steps().stream()
                            .map(step -> new TextEdit(step.start(), step.end(), step.text()))
                            .toList());
        }
        model.memory()
                .keepHistory(
                        file.path(),
                        () -> new EditHistory(
                                editor.textBefore(),
                                editor.editsSince().stream()
                                        .map(edit -> new EditHistory.Step(edit.start(), edit.end(), edit.text()))
                                        .toList()));
    }

    private void followSettings(SettingsModel settings) {
        subscriptions.add(settings.observe(Setting.WRAP_LINES, on -> editor.setWrap((Boolean) on)));
        subscriptions.add(settings.observe(Setting.AUTO_CLOSE, on -> editor.setAutoClose((Boolean) on)));
        subscriptions.add(settings.observe(Setting.TAB_SIZE, columns -> editor.setTabSize((Integer) columns)));
        subscriptions.add(settings.observe(Setting.LINE_MESSAGES, on -> editor.showLineMessages((Boolean) on)));
        subscriptions.add(settings.observe(
                Setting.CODE_FONT_SIZE, size -> editor.focusTarget().setStyle("-fx-font-size: " + size + "px;")));
    }

    /// @param wasSplit whether there was a second view, which starts where the caret is
    private void restoreCaret(boolean wasSplit) {
        EditorsState.Caret caret = model.memory().caret(file.path());
        if (caret != null || wasSplit) {
            FxThread.onNextFrame(() -> {
                if (caret != null && caret.line() > 1 && editor.caretLine() == 1) {
                    editor.showAt(caret.line(), caret.column());
                }
                if (wasSplit) {
                    editor.splitProperty().set(true);
                }
            });
        }
    }

    private void edited() {
        edits++;
        if (stripped != null) {
            stripped.edited();
        }
        file.edited();
        helping.edited();
        settle.playFromStart();
    }

    private void compareWithLastRun() {
        long asked = edits;
        String before = file.lastRunText();
        Supplier<String> now = editor.snapshot();
        model.background().<Set<Integer>>compute(() -> LineDiff.changedLines(before, now.get()), changed -> {
            if (asked == edits) {
                editor.markChanged(changed);
                changedSinceRun = changed;
                showMarks();
            }
        });
    }

    private void perform(EditorAction action) {
        switch (action) {
            case TOGGLE_LINE_MESSAGES -> model.settings().toggle(Setting.LINE_MESSAGES);
            case ACCESSIBLE_VIEW -> showAccessible();
            case LOGPOINT -> points.toggleLogpoint(editor.caretLine());
            case BREAKPOINT -> points.toggleBreakpoint(editor.caretLine());
            case BREAKPOINT_CONDITION -> points.askCondition(editor.caretLine());
            default -> helping.perform(action);
        }
    }

    /// Shows the text in a plain text area, which all screen readers know; Esc goes back.
    private void showAccessible() {
        TextArea area = new TextArea(editor.text());
        area.setId("accessible-view");
        area.setAccessibleText("Accessible view of " + file.path() + ", Escape goes back");
        area.getStyleClass().addAll("mono", "bare");
        area.setEditable(editor.isEditable());
        area.positionCaret(editor.caret());
        area.textProperty().subscribe(text -> {
            if (!text.equals(editor.text())) {
                file.change(text);
            }
        });
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean again = event.getCode() == KeyCode.F1 && event.isAltDown();
            if (event.getCode() == KeyCode.ESCAPE || again) {
                int at = area.getCaretPosition();
                showEditor();
                editor.select(at, at);
                event.consume();
            }
        });
        setCenter(area);
        area.requestFocus();
    }

    /// Shows the JavaScript that the engine makes of the file beside it, or takes it away.
    void toggleStripped() {
        StrippedView present = stripped;
        if (present != null) {
            stripped = null;
            beside.alone();
            present.close();
            editor.focusTarget().requestFocus();
            return;
        }
        StrippedView view = new StrippedView(model.stripped(file), file.name(), editor::goTo, this::toggleStripped);
        stripped = view;
        subscriptions.add(model.settings()
                .observe(
                        Setting.CODE_FONT_SIZE,
                        size -> view.code().focusTarget().setStyle("-fx-font-size: " + size + "px;")));
        showEditor();
        beside.with(view);
        editor.focusTarget().requestFocus();
    }

    private void showEditor() {
        setCenter(beside);
        editor.focusTarget().requestFocus();
    }

    private Node readOnlyBanner() {
        return Banners.of(file.savedProperty().get().readOnlyReason());
    }

    private Node generatedBanner() {
        HBox banner = Banners.of(
                "Generated from the Inspector and wrangler.jsonc; it follows them.",
                Banners.button(
                        "generated-keep",
                        "Keep as my code",
                        "Keep the parent as my own code, which nothing writes anew",
                        model::keepGenerated));
        banner.setId("generated-banner");
        subscriptions.observe(model.generatedProperty(), on -> Panes.show(banner, model.isGenerated(file.path())));
        return banner;
    }

    private Node plainBanner() {
        return Banners.of(
                editor.isPlain() ? "Plain mode: a line is longer than 20 KB, so colours and folding are off." : "");
    }

    private Node missingBanner() {
        HBox banner = Banners.of(
                "This file is no longer on disk. What is here is the last that was read of it.",
                Banners.button(
                        "missing-restore",
                        "Restore it",
                        "Write the file again as it is here",
                        () -> model.restore(file)),
                Banners.button("missing-close", "Close", "Close the tab of the file", () -> model.close(file)));
        banner.getStyleClass().add("warning");
        subscriptions.observe(file.missingProperty(), missing -> Panes.show(banner, missing));
        return banner;
    }

    private Node mixedBanner() {
        Label words = new Label();
        HBox banner = Banners.of(words);
        banner.setId("mixed-banner");
        subscriptions.onChange(() -> showMixed(banner, words), file.savedProperty(), file.lineEndProperty());
        showMixed(banner, words);
        return banner;
    }

    private void showMixed(HBox banner, Label words) {
        String mixed = file.savedProperty().get().mixed();
        Panes.show(banner, !mixed.isEmpty());
        words.setText("The line ends of this file are mixed (" + mixed + "). The next save ends all lines with "
                + file.lineEndProperty().get() + ".");
    }

    private Node conflictBanner() {
        HBox banner = Banners.of(
                "This file changed on disk while you were editing it.",
                Banners.button(
                        "conflict-compare", "Compare", "Compare my text with the file on disk", this::compareWithDisk),
                Banners.button(
                        "conflict-reload", "Reload", "Reload the file and drop my changes", () -> model.reload(file)),
                Banners.button("conflict-keep", "Keep mine", "Keep my text and overwrite the file", () -> {
                    showEditor();
                    model.keepMine(file);
                }));
        banner.getStyleClass().add("warning");
        subscriptions.observe(file.conflictProperty(), conflict -> {
            Panes.show(banner, conflict);
            if (!conflict && getCenter() instanceof DiffView) {
                showEditor();
            }
        });
        return banner;
    }

    private void compareWithDisk() {
        model.textOnDisk(file, disk -> compare("On disk", disk, "Mine"));
    }

    /// Shows what was changed since the last run.
    void compareWithTextOfLastRun() {
        compare("At the last run", file.lastRunText(), "As it is");
    }

    /// Shows another version of the text beside this one.
    private void compare(String otherName, String other, String name) {
        String now = editor.text();
        model.background().compute(() -> LineDiff.rows(other, now), rows -> {
            DiffView view = new DiffView(otherName, name, rows, this::showEditor);
            setCenter(view);
            view.focusLines();
        });
    }

    private void showMarks() {
        marks = model.marks(file, changedSinceRun);
        editor.mark(marks);
        bar.show(MarkCount.of(marks));
    }

    private void followCaret() {
        if (editor.focusTarget().isFocused()) {
            model.caretProblem().moved(file.path(), editor.caretLine(), () -> marks);
        }
    }

    CodeEditor editor() {
        return editor;
    }

    OpenFile file() {
        return file;
    }

    @Override
    public void close() {
        settle.stop();
        if (stripped != null) {
            stripped.close();
        }
        file.detach();
        subscriptions.close();
        editor.close();
    }
}
