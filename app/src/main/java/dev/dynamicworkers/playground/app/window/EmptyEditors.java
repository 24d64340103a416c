package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.command.CommandRegistry;
import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.theme.Icons;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What stands in the place of the code while no file is open: the way to a file, and the samples. FX thread.
final class EmptyEditors extends StackPane {
    /// A lower window has room for the way to a file only.
    private static final double WITH_SAMPLES = 300;

    EmptyEditors(CommandRegistry commands, WindowActions actions) {
        setId("editors-empty");
        setMinSize(0, 0);
        Button file = new Button("Go to file\u2026");
        file.setId("empty-go-to-file");
        file.setOnAction(event -> commands.get("go-to-file").run());
        Node sentence = Panes.emptyState(
                        Icons.FILE.node(28, "muted-icon"),
                        "No file is open",
                        "Pick one from the files, or press Ctrl+P.")
                .with(file);
        Label or = new Label("Or start from a sample; a copy of it is opened, and nothing of it runs.");
        or.getStyleClass().add("muted");
        or.setWrapText(true);
        VBox samples = new VBox(or, SamplePicker.cards(actions.samples(), "empty-sample-", () -> {}));
        samples.setAlignment(Pos.TOP_CENTER);
        VBox all = new VBox(sentence, samples);
        all.setAlignment(Pos.CENTER);
        var scroll = Panes.scrolling(all);
        scroll.setFitToHeight(true);
        getChildren().add(scroll);
        boolean any = !actions.samples().isEmpty();
        heightProperty().subscribe(height -> Panes.show(samples, any && height.doubleValue() >= WITH_SAMPLES));
    }
}
