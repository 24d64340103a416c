package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.Wish;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Does what panels ask of one another: brings the tool to the front that was asked for. FX thread.
final class WishDesk implements AutoCloseable {
    private final MainWindow window;
    private final Panels panels;
    private final Subscriptions subscriptions = new Subscriptions();

    WishDesk(MainWindow window, ProjectSession session, Panels panels) {
        this.window = window;
        this.panels = panels;
        subscriptions.listen(session.wishProperty(), this::fulfil);
    }

    private void fulfil(@Nullable Wish wish) {
        switch (wish) {
            case null -> {
                // Between two wishes.
            }
            case Wish.ShowTool(Wish.Tool tool, String filter) -> show(tool, filter);
            case Wish.Compose(var draft) -> {
                panels.requestModel.startNew();
                panels.requestModel.show(draft);
                panels.request.focusUrl();
            }
            case Wish.Inspect inspect -> {
                // The inspector hears of it itself.
            }
        }
    }

    private void show(Wish.Tool wanted, String filter) {
        if (wanted == Wish.Tool.CONSOLE) {
            panels.consoleModel.filterProperty().set(filter);
        }
        Arrays.stream(ToolTabs.Tool.values())
                .filter(tool -> tool.name().equals(wanted.name()))
                .findFirst()
                .ifPresent(window::openTool);
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
