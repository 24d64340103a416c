package dev.dynamicworkers.playground.app.panel.guide;

import dev.dynamicworkers.playground.app.panel.guide.GuidePages.Page;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Which page of the guide is read. FX thread.
public final class GuideViewModel {
    private final ProjectSession session;
    private final Consumer<URI> browser;
    private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>(GuidePages.ALL.getFirst());
    private final ReadOnlyObjectWrapper<List<MarkdownText.Block>> blocks = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper section = new ReadOnlyStringWrapper("");

    /// @param browser shows a page of the network
    public GuideViewModel(ProjectSession session, Consumer<URI> browser) {
        this.session = session;
        this.browser = browser;
    }

    /// The page.
    ReadOnlyObjectProperty<Page> pageProperty() {
        return page.getReadOnlyProperty();
    }

    /// What it says; empty until it was read.
    ReadOnlyObjectProperty<List<MarkdownText.Block>> blocksProperty() {
        return blocks.getReadOnlyProperty();
    }

    /// The section that is wanted; set before the blocks. Empty for the beginning.
    ReadOnlyStringProperty sectionProperty() {
        return section.getReadOnlyProperty();
    }

    /// Shows a page.
    ///
    /// @param wanted section of it, empty for its beginning
    public void open(String file, String wanted) {
        find(file).ifPresent(found -> open(found, wanted));
    }

    void open(Page found, String wanted) {
        page.set(found);
        section.set(wanted);
        session.tasks().run(() -> MarkdownText.parse(GuidePages.text(found))).onSuccess(read -> {
            if (page.get() == found) {
                // Set anew also where it is the same page: another section of it is wanted.
                blocks.set(List.of());
                blocks.set(read);
            }
        });
    }

    private static Optional<Page> find(String file) {
        return GuidePages.ALL.stream().filter(each -> each.file().equals(file)).findFirst();
    }

    /// Whether a link of a page leads anywhere here.
    static boolean leads(String target) {
        return target.startsWith("https://")
                || target.startsWith("#")
                || find(target.replaceFirst("#.*", "")).isPresent();
    }

    /// Follows a link of a page.
    void follow(String target) {
        if (target.startsWith("https://")) {
            browser.accept(URI.create(target));
            return;
        }
        int sign = target.indexOf('#');
        String file = sign < 0 ? target : target.substring(0, sign);
        String wanted = sign < 0 ? "" : target.substring(sign + 1);
        if (file.isEmpty()) {
            open(page.get(), wanted);
        } else {
            open(file, wanted);
        }
    }
}
