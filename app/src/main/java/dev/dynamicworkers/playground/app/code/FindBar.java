package dev.dynamicworkers.playground.app.code;

import dev.dynamicworkers.playground.app.code.search.TextMatch;
import dev.dynamicworkers.playground.app.code.search.TextQuery;
import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.theme.Icons;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The bar above an editor that searches in it, and replaces what it finds.
public final class FindBar extends VBox {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final int MOST_MATCHES = 20_000;
    private static final int MOST_DRAWN = 1_000;

    private final EditorView editor;
    private final TextField field = field("find-field", "Find", "Find in this file");
    private final TextField with = field("find-replace-field", "Replace with", "Replace with");
    private final ToggleButton matchCase = toggle("find-case", "Aa", "Match case");
    private final ToggleButton wholeWord = toggle("find-word", "ab|", "Whole words");
    private final ToggleButton regex = toggle("find-regex", ".*", "Regular expression");
    private final Label count = new Label();
    private final HBox findRow;
    private final HBox replaceRow;
    private final Button more;
    private List<TextMatch> matches = List.of();

    /// @param editor that is searched
    public FindBar(EditorView editor) {
        this.editor = editor;
        getStyleClass().add("find-bar");
        count.getStyleClass().add("muted");
        count.setId("find-count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        field.textProperty().subscribe(text -> search());
        for (ToggleButton option : List.of(matchCase, wholeWord, regex)) {
            option.selectedProperty().subscribe(selected -> search());
        }
        field.addEventFilter(
                KeyEvent.KEY_PRESSED, event -> keyPressed(event, () -> step(event.isShiftDown() ? -1 : 1)));
        with.addEventFilter(KeyEvent.KEY_PRESSED, event -> keyPressed(event, this::replaceOne));
        more = Panes.iconButton(
                "find-more", Icons.EXPAND.node(14), "Show replace", () -> showReplace(!isReplaceShown()));
        findRow = row(
                more,
                field,
                matchCase,
                wholeWord,
                regex,
                count,
                Panes.iconButton("find-previous", Icons.PREVIOUS.node(14), "Previous match", () -> step(-1)),
                Panes.iconButton("find-next", Icons.NEXT.node(14), "Next match", () -> step(1)),
                Panes.iconButton("find-close", Icons.CLOSE.node(14), "Close find", this::dismiss));
        Region indent = new Region();
        indent.setMinWidth(28);
        replaceRow = row(
                indent,
                with,
                button("find-replace-one", "Replace", "Replace this match", this::replaceOne),
                button("find-replace-all", "Replace all", "Replace all matches", this::replaceAll));
        Panes.hide(replaceRow);
        Panes.hide(this);
    }

    private static HBox row(Node... nodes) {
        HBox row = new HBox(nodes);
        row.getStyleClass().add("find-row");
        return row;
    }

    private static TextField field(String id, String prompt, String name) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        field.setAccessibleText(name);
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    private static ToggleButton toggle(String id, String text, String name) {
        ToggleButton toggle = new ToggleButton(text);
        toggle.setId(id);
        toggle.setAccessibleText(name);
        Panes.tip(toggle, name);
        toggle.setMinWidth(Region.USE_PREF_SIZE);
        toggle.getStyleClass().addAll("flat", "small-toggle");
        return toggle;
    }

    private static Button button(String id, String text, String name, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.setAccessibleText(name);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.getStyleClass().add("small");
        button.setOnAction(event -> action.run());
        return button;
    }

    private void keyPressed(KeyEvent event, Runnable enter) {
        switch (event.getCode()) {
            case ENTER -> enter.run();
            case ESCAPE -> dismiss();
            case F3 -> step(event.isShiftDown() ? -1 : 1);
            default -> {
                boolean replace = event.getCode() == KeyCode.H && event.isShortcutDown();
                if (!replace) {
                    return;
                }
                act(EditorAction.REPLACE);
            }
        }
        event.consume();
    }

    /// Opens the bar or goes on to another match.
    public void act(EditorAction action) {
        switch (action) {
            case FIND_NEXT -> step(1);
            case FIND_PREVIOUS -> step(-1);
            case REPLACE -> {
                showReplace(/* shown= */ true);
                open();
            }
            default -> open();
        }
    }

    private boolean isReplaceShown() {
        return replaceRow.isVisible();
    }

    @SuppressWarnings("BooleanParameter") // what the row's own property takes
    private void showReplace(boolean shown) {
        boolean visible = shown && editor.isEditable();
        Panes.show(replaceRow, visible);
        more.setGraphic((visible ? Icons.COLLAPSE : Icons.EXPAND).node(14));
        more.setAccessibleText(visible ? "Hide replace" : "Show replace");
    }

    private void open() {
        // Every editor has a bar, and most are never opened: the toolkit styles none that has no rows yet.
        boolean isFirst = getChildren().isEmpty();
        if (isFirst) {
            getChildren().addAll(findRow, replaceRow);
        }
        more.setVisible(editor.isEditable());
        Panes.show(this);
        if (isFirst) {
            // A field that gets its skin while it has the focus selects its text, and the next key would replace it.
            applyCss();
        }
        String selected = editor.selectedText();
        if (!selected.isEmpty() && !selected.contains("\n")) {
            field.setText(selected);
        }
        field.requestFocus();
        field.selectAll();
        search();
    }

    private void dismiss() {
        Panes.hide(this);
        editor.showMatches(List.of());
        editor.focusTarget().requestFocus();
    }

    private TextQuery query() {
        Set<TextQuery.Option> options = EnumSet.noneOf(TextQuery.Option.class);
        if (matchCase.isSelected()) {
            options.add(TextQuery.Option.CASE);
        }
        if (wholeWord.isSelected()) {
            options.add(TextQuery.Option.WORD);
        }
        if (regex.isSelected()) {
            options.add(TextQuery.Option.REGEX);
        }
        return new TextQuery(field.getText(), options);
    }

    private void search() {
        if (!isVisible()) {
            return;
        }
        try {
            matches = query().in(editor.text(), MOST_MATCHES);
            say(field.getText().isEmpty() ? "" : matches.isEmpty() ? "No matches" : amount(), /* wrong= */ false);
        } catch (TextQuery.InvalidQuery e) {
            matches = List.of();
            say(String.valueOf(e.getMessage()), /* wrong= */ true);
        }
        editor.showMatches(matches.subList(0, Math.min(matches.size(), MOST_DRAWN)));
    }

    private String amount() {
        return matches.size() == MOST_MATCHES ? MOST_MATCHES + " and more" : String.valueOf(matches.size());
    }

    @SuppressWarnings("BooleanParameter") // state of the field
    private void say(String text, boolean wrong) {
        count.setText(text);
        field.pseudoClassStateChanged(ERROR, wrong);
    }

    private void step(int direction) {
        search();
        if (matches.isEmpty()) {
            return;
        }
        int here = editor.selectionStart();
        int index = -1;
        if (direction > 0) {
            boolean selected = !editor.selectedText().isEmpty();
            for (int i = 0; i < matches.size() && index < 0; i++) {
                int start = matches.get(i).start();
                index = start > here || (start == here && !selected) ? i : -1;
            }
            index = Math.max(index, 0);
        } else {
            for (int i = matches.size() - 1; i >= 0 && index < 0; i--) {
                index = matches.get(i).start() < here ? i : -1;
            }
            index = index < 0 ? matches.size() - 1 : index;
        }
        TextMatch match = matches.get(index);
        editor.select(match.start(), match.end());
        count.setText((index + 1) + " of " + amount());
    }

    /// Replaces the match that is selected and goes on; selects the next one when none is.
    private void replaceOne() {
        search();
        int start = editor.selectionStart();
        int end = start + editor.selectedText().length();
        for (TextMatch match : matches) {
            if (match.start() == start && match.end() == end && end > start) {
                replace(List.of(match));
                break;
            }
        }
        step(1);
    }

    private void replaceAll() {
        search();
        int before = matches.size();
        if (before > 0 && replace(matches)) {
            search();
            count.setText("Replaced " + before);
        }
    }

    private boolean replace(List<TextMatch> some) {
        if (!editor.isEditable()) {
            return false;
        }
        String text = editor.text();
        TextQuery query = query();
        try {
            List<TextEdit> edits = new ArrayList<>();
            for (TextMatch match : some) {
                edits.add(new TextEdit(match.start(), match.end(), query.replacement(text, match, with.getText())));
            }
            editor.edit(edits);
            return true;
        } catch (TextQuery.InvalidQuery e) {
            say(String.valueOf(e.getMessage()), /* wrong= */ true);
            return false;
        }
    }
}
