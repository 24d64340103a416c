package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.Wish;
import dev.dynamicworkers.playground.app.settings.layout.Panel;
import dev.dynamicworkers.playground.core.worker.Question;
import java.net.URI;
import java.util.Arrays;
import javafx.collections.ListChangeListener;
import org.jspecify.annotations.Nullable;

/// Does what panels ask of one another: brings the tool to the front that was asked for. FX thread.
final class WishDesk implements AutoCloseable {
    private final MainWindow window;
    private final Panels panels;
    private final ProjectSession session;
    private final Subscriptions subscriptions = new Subscriptions();

    WishDesk(MainWindow window, ProjectSession session, Panels panels) {
        this.window = window;
        this.panels = panels;
        this.session = session;
        subscriptions.listen(session.wishProperty(), this::fulfil);
        ListChangeListener<Question> asked = change -> {
            if (!session.questions().open().isEmpty()) {
                window.front(Panel.NETWORK);
            }
        };
        session.questions().open().addListener(asked);
        subscriptions.add(() -> session.questions().open().removeListener(asked));
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
                window.open(Panel.REQUEST);
            }
            case Wish.ShowSheet(Wish.Sheet sheet) -> {
                switch (sheet) {
                    case WRITE_INTO_CODE -> window.sheets().showPatch(panels.inspectorModel.patch());
                    case ADD_GRANT -> window.sheets().showAddGrant(null);
                }
            }
            case Wish.Fake(String method, String url) -> {
                String wrong = panels.inspectorModel.network().fake(method, url);
                if (wrong.isEmpty()) {
                    session.notices()
                            .tell(
                                    "Such requests are answered with 200 and {} from now on.",
                                    "Change the answer",
                                    panels.inspectorModel::openFile);
                } else {
                    session.notices().problem(wrong);
                }
            }
            case Wish.Run(String command) -> window.commands().get(command).run();
            case Wish.ReadGuide(String page, String section) -> window.sheets().showGuide(page, section);
            case Wish.Browse(URI address) -> window.browse(address);
            case Wish.SaveBody save -> panels.response.saveBody();
            case Wish.HandOver(String name) -> window.sheets().showPatch(panels.inspectorModel.handOver(name));
            case Wish.Compare(var first, var second) -> {
                panels.inspectorModel.compareCode(first, second);
                session.wish(new Wish.Inspect(Wish.Page.CODE, ""));
            }
            case Wish.Inspect inspect -> window.front(Panel.INSPECTOR);
            case Wish.ShowModule module -> window.front(Panel.INSPECTOR);
        }
    }

    private void show(Wish.Tool wanted, String filter) {
        switch (wanted) {
            case CONSOLE -> panels.consoleModel.filterProperty().set(filter);
            case NETWORK -> panels.networkModel.filterProperty().set(filter);
            case CALLS -> panels.callsModel.filterProperty().set(filter);
            case PROBLEMS, ISOLATES, TIMELINE, PROFILE, RUNS -> {
                // Their lists are not narrowed.
            }
        }
        Arrays.stream(Panel.values())
                .filter(tool -> tool.name().equals(wanted.name()))
                .findFirst()
                .ifPresent(window::open);
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
