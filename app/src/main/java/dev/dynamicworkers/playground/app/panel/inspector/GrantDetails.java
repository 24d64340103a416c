package dev.dynamicworkers.playground.app.panel.inspector;

import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.TimedCopy;
import dev.dynamicworkers.playground.app.session.Amounts;
import dev.dynamicworkers.playground.core.project.Grant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What the grant that is selected permits, and the rules of its single methods. FX thread.
final class GrantDetails extends VBox implements AutoCloseable {
    private static final String NO_RULE = "as the grant";

    private final InspectorViewModel model;
    private final TimedCopy copies;
    private @Nullable GrantRow shown;
    private String shownGiven = "";
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
        String given = model.given(row.name());
        if (row.equals(shown) && given.equals(shownGiven)) {
            return;
        }
        shown = row;
        shownGiven = given;
        Label sentence = new Label(row.sentence());
        sentence.setId("grant-sentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        List<Node> parts = new ArrayList<>(List.of(sentence));
        if (!given.isEmpty()) {
            Label is = new Label(given);
            is.setId("grant-given");
            is.setWrapText(true);
            is.setMinHeight(USE_PREF_SIZE);
            is.getStyleClass().addAll("mono", "muted");
            parts.add(is);
        }
        if (row.kind().equals("secret")) {
            model.secret(row.name()).ifPresent(value -> parts.add(secret(row.name(), value)));
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
        parts.add(field(row));
        getChildren().setAll(parts);
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
        Arrays.stream(Grant.Access.values())
                .filter(each -> each != Grant.Access.FIXTURE || method.access() == each)
                .forEach(each -> access.getItems().add(each.word()));
        Grant.Access said = method.access();
        access.setValue(said == null ? NO_RULE : said.word());
        access.getStyleClass().add("small-combo");
        access.setId("grant-method-" + row.name() + "-" + method.name());
        access.setAccessibleText("Rule for " + row.name() + "." + method.name() + "()");
        access.setMinWidth(USE_PREF_SIZE);
        access.setOnAction(event -> model.rules().setMethod(row, method.name(), access(access.getValue())));
        HBox line = new HBox(8, name, calls, Panes.spacer(), access);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Grant.@Nullable Access access(String word) {
        return Arrays.stream(Grant.Access.values())
                .filter(access -> access.word().equals(word))
                .findFirst()
                .orElse(null);
    }

    private TextField field(GrantRow row) {
        TextField method = new TextField();
        method.setId("grant-method-name");
        method.setPromptText("Method to deny, then Enter");
        method.setAccessibleText("Name of a method of " + row.name() + " to deny");
        method.getStyleClass().addAll("mono", "small-field");
        method.setMaxWidth(240);
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
