package dev.dynamicworkers.playground.app.panel.share;

import dev.dynamicworkers.playground.app.theme.Icons;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Asks for the address of a project and fetches it. Nothing is fetched before the button is pressed. FX thread.
public final class RepositoryView extends ShareView {
    private final TextField address = new TextField();

    /// @param found takes the zip file that came
    /// @param close takes the page away
    public RepositoryView(ShareViewModel model, Consumer<Path> found, Runnable close) {
        super(model, "repository", "Import from the network", close);
        address.setId("repository-address");
        address.setAccessibleText("Address of a repository, a folder in one, a gist, or a zip file");
        address.setPromptText("https://github.com/owner/name/tree/main/folder");
        HBox.setHgrow(address, Priority.ALWAYS);
        Button fetch = action(
                "repository-fetch",
                "Fetch",
                "Fetch the project from this address and show what is in it",
                Icons.IMPORT,
                () -> model.fetch(address.getText(), found));
        fetch.setDefaultButton(true);
        fetch.disableProperty()
                .bind(model.busyProperty().or(address.textProperty().isEmpty()));
        actions(address, fetch);
        show(
                "The address of a public repository of GitHub with a Wrangler project, of the project's folder in one,"
                        + " of a gist, or of a .zip or .dwplay file. It is fetched when you press Fetch; you see what"
                        + " is in it before anything is written, and nothing of it runs.",
                List.of());
    }

    @Override
    public void focusFirst() {
        address.requestFocus();
    }
}
