package dev.dynamicworkers.playground.app.code.assist;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// A small text beside the code: what a name is, or which parameter comes next. FX thread.
final class Bubble {
    private static final double WIDTH = 520;

    private final TextFlow signature = new TextFlow();
    private final Label documentation = new Label();
    private final Label problem = new Label();
    private final VBox box = new VBox(problem, signature, documentation);
    private final Floating floating = new Floating(box);

    Bubble(String id) {
        box.setId(id);
        box.getStyleClass().add("bubble");
        signature.getStyleClass().add("signature");
        signature.setMaxWidth(WIDTH);
        documentation.getStyleClass().add("documentation");
        problem.getStyleClass().add("bubble-problem");
        for (Label label : List.of(documentation, problem)) {
            label.setWrapText(true);
            label.setMaxWidth(WIDTH);
        }
        box.setMaxWidth(WIDTH + 24);
        box.setMouseTransparent(true);
    }

    boolean isShown() {
        return floating.isShown();
    }

    /// @param problems what is wrong at the place, may be empty
    void show(Node owner, Bounds place, String problems, CodeAssist.Explanation explanation) {
        signature.getChildren().setAll(text(ProposalList.cut(explanation.signature()), "bubble-text"));
        set(problem, problems);
        set(documentation, ProposalList.cut(explanation.documentation()));
        signature.setVisible(!explanation.signature().isEmpty());
        signature.setManaged(signature.isVisible());
        floating.show(owner, place);
    }

    void show(Node owner, Bounds place, CodeAssist.Parameters parameters) {
        String label = parameters.label();
        signature
                .getChildren()
                .setAll(
                        text(label.substring(0, parameters.start()), "bubble-text"),
                        text(label.substring(parameters.start(), parameters.end()), "bubble-active"),
                        text(label.substring(parameters.end()), "bubble-text"));
        set(problem, "");
        set(documentation, ProposalList.cut(parameters.documentation()));
        floating.show(owner, place);
    }

    private static Text text(String words, String styleClass) {
        Text text = new Text(words);
        text.getStyleClass().add(styleClass);
        return text;
    }

    private static void set(Label label, String words) {
        label.setText(words);
        label.setVisible(!words.isEmpty());
        label.setManaged(!words.isEmpty());
    }

    void hide() {
        floating.hide();
    }
}
