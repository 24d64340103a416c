package dev.dynamicworkers.playground.app.panel.inspector;

import dev.dynamicworkers.playground.app.fx.FxThread;
import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.TimedCopy;
import dev.dynamicworkers.playground.app.session.Amounts;
import dev.dynamicworkers.playground.app.session.body.JsonSpan;
import dev.dynamicworkers.playground.app.theme.Icons;
import dev.dynamicworkers.playground.core.project.Fixture;
import dev.dynamicworkers.playground.core.project.Grant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What the grant that is selected permits, and the rules of its single methods. FX thread.
final class GrantDetails extends VBox implements AutoCloseable {
    private static final String NO_RULE = "as the grant";
    private static final String ANSWER = "answer with\u2026";

    private final InspectorViewModel model;
    private final TimedCopy copies;
    private final VBox answering = new VBox();
    private @Nullable GrantRow shown;
    private @Nullable GrantRow latest;
    private @Nullable SecretValue secret;

    GrantDetails(InspectorViewModel model) {
        this.model = model;
        copies = new TimedCopy(new SecretValue.SystemBoard(), model::later);
        setId("grant-details");
        getStyleClass().addAll("details", "grant-details");
        Panes.hide(this);
    }

    void show(@Nullable GrantRow row) {
        Panes.show(this, row != null);
        if (row == null) {
            shown = null;
            secret = null;
            getChildren().clear();
            return;
        }
        latest = row;
        boolean isAnswered = !answering.getChildren().isEmpty();
        if (row.equals(shown) || (isAnswered && shown != null && row.name().equals(shown.name()))) {
            // What is being typed outlives a run and a change of the rules.
            return;
        }
        shown = row;
        answering.getChildren().clear();
        Label sentence = new Label(row.sentence());
        sentence.setId("grant-sentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        List<Node> parts = new ArrayList<>(List.of(sentence));
        if (row.kind().equals("secret")) {
            model.secret(row.name()).ifPresent(value -> parts.add(secret(row.name(), value)));
        } else if (!row.target().isEmpty()) {
            parts.add(fact("grant-target", row.isPlain() ? "Value" : "Goes to", row.target()));
        }
        if (!row.props().isEmpty() && !row.props().equals("{}")) {
            parts.add(fact("grant-props", "ctx.props", row.props()));
        }
        if (row.calls() > 0) {
            Label traffic = new Label(row.traffic().sentence());
            traffic.setId("grant-traffic");
            traffic.getStyleClass().add("muted");
            traffic.setWrapText(true);
            traffic.setMinHeight(USE_PREF_SIZE);
            parts.add(traffic);
        }
        List<GrantMethod> methods = model.methods(row);
        for (GrantMethod method : methods) {
            parts.add(line(row, method));
        }
        parts.add(actions(row));
        parts.add(answering);
        getChildren().setAll(parts);
    }

    /// A text of the worker's with its name before it; JSON is laid out.
    private static VBox fact(String id, String name, String text) {
        Label label = new Label(name);
        label.getStyleClass().addAll("muted", "grant-kind");
        Label shown = new Label(JsonSpan.of(text).map(JsonSpan::pretty).orElse(text));
        shown.setId(id);
        shown.setWrapText(true);
        shown.setMinHeight(USE_PREF_SIZE);
        shown.getStyleClass().add("mono");
        return new VBox(label, shown);
    }

    /// The one that is there already stays: somebody may hold its button while a rule is read.
    private SecretValue secret(String name, String value) {
        SecretValue present = secret;
        if (present == null || !present.shows(name, value)) {
            present = new SecretValue(name, value, copies);
            secret = present;
        }
        return present;
    }

    private HBox line(GrantRow row, GrantMethod method) {
        Label name = new Label("." + method.name() + "()");
        name.getStyleClass().add("mono");
        name.setMinWidth(0);
        Label calls = new Label(method.calls() == 0 ? "" : Amounts.count(method.calls(), "call", "calls"));
        calls.getStyleClass().add("muted");
        calls.setMinWidth(USE_PREF_SIZE);
        ComboBox<String> access = new ComboBox<>();
        access.getItems().add(NO_RULE);
        Arrays.stream(Grant.Access.values()).forEach(each -> access.getItems().add(word(each)));
        Grant.Access said = method.access();
        access.setValue(said == null ? NO_RULE : word(said));
        access.getStyleClass().add("small-combo");
        access.setId("grant-method-" + row.name() + "-" + method.name());
        access.setAccessibleText("Rule for " + row.name() + "." + method.name() + "()");
        access.setMinWidth(USE_PREF_SIZE);
        access.setOnAction(event -> {
            if (access.getValue().equals(ANSWER)) {
                answer(row, method.name());
            } else {
                model.rules().setMethod(row, method.name(), access(access.getValue()));
            }
        });
        HBox line = new HBox(8, name, calls, Panes.spacer(), access);
        if (said == Grant.Access.FIXTURE) {
            Button edit = Panes.iconButton(
                    "grant-answer-" + row.name() + "-" + method.name(),
                    Icons.RENAME.node(14),
                    "Change the answer of " + row.name() + "." + method.name() + "()",
                    () -> answer(row, method.name()));
            line.getChildren().add(edit);
        }
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Grant.@Nullable Access access(String word) {
        return Arrays.stream(Grant.Access.values())
                .filter(access -> word(access).equals(word))
                .findFirst()
                .orElse(null);
    }

    private static String word(Grant.Access access) {
        return access == Grant.Access.FIXTURE ? ANSWER : access.word();
    }

    /// What can be said of the grant as a whole, and of a method that was not called.
    private HBox actions(GrantRow row) {
        HBox actions = new HBox(8, field(row));
        actions.setAlignment(Pos.CENTER_LEFT);
        // Nothing but code answers for a loader.
        if (!row.kind().equals("loader")) {
            Button answer =
                    new Button(row.mode() == Grant.Mode.FIXTURE ? "Change the answer\u2026" : "Answer with\u2026");
            answer.setId("grant-answer");
            answer.setAccessibleText(answer.getText() + " for all of " + row.name());
            answer.getStyleClass().addAll("small", "flat");
            answer.setMinWidth(USE_PREF_SIZE);
            answer.setOnAction(event -> answer(row, null));
            actions.getChildren().add(answer);
        }
        return actions;
    }

    /// @param method null for all
    private void answer(GrantRow row, @Nullable String method) {
        Grant.Method said = method == null ? null : row.grant().methods().get(method);
        Fixture fixture = method == null ? row.grant().fixture() : said == null ? null : said.fixture();
        String otherwise = method == null ? (row.isPlain() ? row.target() : "") : model.lastResult(row, method);
        AnswerForm form = new AnswerForm(
                method == null ? "env." + row.name() : row.name() + "." + method + "()",
                AnswerDraft.of(fixture, otherwise),
                draft -> model.rules().setAnswer(row, method, draft),
                model.network().files(),
                this::endAnswer);
        answering.getChildren().setAll(form);
        FxThread.onNextFrame(form::focusText);
    }

    /// A choice that was given up goes back to what is said.
    private void endAnswer() {
        answering.getChildren().clear();
        shown = null;
        show(latest);
    }

    private TextField field(GrantRow row) {
        TextField method = new TextField();
        method.setId("grant-method-name");
        method.setPromptText("Method to deny");
        method.setAccessibleText("Name of a method of " + row.name() + " to deny");
        Panes.tip(method, "Enter denies the calls of this method");
        method.getStyleClass().addAll("mono", "small-field");
        method.setMaxWidth(240);
        HBox.setHgrow(method, Priority.ALWAYS);
        method.setOnAction(event -> {
            String name = method.getText().strip().replaceAll("^\\.|\\(\\)$", "");
            if (!name.isEmpty()) {
                model.rules().setMethod(row, name, Grant.Access.DENY);
            }
        });
        return method;
    }

    @Override
    public void close() {
        copies.close();
    }
}
