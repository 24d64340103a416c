package dev.dynamicworkers.playground.app.panel.inspector;

import dev.dynamicworkers.playground.app.fx.Panes;
import java.nio.file.Path;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// What is answered in place of a grant or one of its methods. FX thread.
final class AnswerForm extends VBox {
    private static final int ROWS = 4;
    private static final int DELAY_COLUMNS = 9;

    private final AnswerFiles files;
    private final ComboBox<AnswerDraft.Kind> kind = new ComboBox<>();
    private final TextArea text = new TextArea();
    private final TextField delay = new TextField();
    private final Label problem = new Label();

    /// @param subject what is answered for: `NOTES.get()`
    /// @param draft to begin with
    /// @param save takes the answer, gives what is wrong with it, empty when nothing is
    /// @param files what gives the text of a file
    /// @param close takes the form away
    AnswerForm(
            String subject, AnswerDraft draft, Function<AnswerDraft, String> save, AnswerFiles files, Runnable close) {
        this.files = files;
        setId("answer-form");
        getStyleClass().add("answer-form");
        Label title = new Label("Answer " + subject + " with");
        title.setMinWidth(0);
        kind.getItems().setAll(AnswerDraft.Kind.values());
        kind.setValue(draft.kind());
        kind.setId("answer-kind");
        kind.setAccessibleText("Whether " + subject + " returns or throws");
        kind.getStyleClass().add("small-combo");
        kind.setConverter(new StringConverter<>() {
            @Override
            public String toString(AnswerDraft.@Nullable Kind chosen) {
                return chosen == null ? "" : chosen.word();
            }

            @Override
            public AnswerDraft.Kind fromString(String word) {
                return AnswerDraft.Kind.valueOf(word);
            }
        });
        kind.valueProperty()
                .subscribe(chosen -> text.setPromptText(
                        chosen == AnswerDraft.Kind.ERROR
                                ? "TypeError: what it says"
                                : "JSON, such as {\"greeting\": \"hello\"}; nothing is undefined"));
        text.setId("answer-text");
        text.setAccessibleText("Answer of " + subject);
        text.setText(draft.text());
        text.setPrefRowCount(ROWS);
        text.getStyleClass().add("mono");
        delay.setId("answer-delay");
        delay.setText(draft.delay());
        delay.setPromptText("Delay, ms");
        delay.setAccessibleText("Delay of the answer in milliseconds");
        delay.setPrefColumnCount(DELAY_COLUMNS);
        delay.getStyleClass().addAll("mono", "small-field");
        delay.setOnAction(event -> save(save, close));
        Button done = new Button("Answer so");
        done.setId("answer-save");
        done.getStyleClass().add("small");
        done.setMinWidth(USE_PREF_SIZE);
        Panes.tip(done, "Writes it into the rules; calls are answered so from the next run on");
        done.setOnAction(event -> save(save, close));
        Button cancel = new Button("Cancel");
        cancel.setId("answer-cancel");
        cancel.getStyleClass().addAll("small", "flat");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(event -> close.run());
        problem.setId("answer-problem");
        problem.getStyleClass().add("killed");
        problem.setWrapText(true);
        Button file = new FileButton(
                "answer-file",
                "Take the answer from a file",
                "JSON as it is; another text as one value",
                "The answer",
                files::folder,
                this::take);
        FlowPane head = new FlowPane(title, kind, file);
        FlowPane end = new FlowPane(delay, done, cancel);
        for (FlowPane row : new FlowPane[] {head, end}) {
            row.getStyleClass().add("inspector-flow");
            row.setAlignment(Pos.CENTER_LEFT);
        }
        getChildren().addAll(head, text, end, problem);
    }

    private void save(Function<AnswerDraft, String> save, Runnable close) {
        String wrong = save.apply(new AnswerDraft(kind.getValue(), text.getText(), delay.getText()));
        problem.setText(wrong);
        if (wrong.isEmpty()) {
            close.run();
        }
    }

    /// Takes what a file says as the answer.
    void take(Path file) {
        files.value(
                file,
                json -> {
                    kind.setValue(AnswerDraft.Kind.VALUE);
                    text.setText(json);
                    problem.setText("");
                },
                problem::setText);
    }

    void focusText() {
        text.requestFocus();
    }
}
