package dev.dynamicworkers.playground.app.panel.guide;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The pages of the guide that come with the application, in the order in which they are listed. Safe on any thread.
public final class GuidePages {
    /// Names of files, with the words of the list.
    public static final List<Page> ALL = List.of(
            new Page("window.md", "The window"),
            new Page("inspector.md", "Inspector and runs"),
            new Page("dynamic-workers.md", "Dynamic workers"),
            new Page("overlay.md", "Grants and overlay"),
            new Page("network.md", "Network rules"),
            new Page("limits.md", "Limits"),
            new Page("debugging.md", "Debugging"),
            new Page("profiling.md", "Profiling"),
            new Page("bindings.md", "Bindings and events"),
            new Page("state.md", "State"),
            new Page("web-platform.md", "Web platform"),
            new Page("node.md", "Node.js modules"),
            new Page("run-json.md", "Output as JSON"),
            new Page("accessibility.md", "Accessibility"),
            new Page("settings.md", "Settings"));

    private GuidePages() {}

    /// @param file name of the page's file
    /// @param title in the list
    public record Page(String file, String title) {
        @Override
        public String toString() {
            return title;
        }
    }

    /// The text of a page. Blocks.
    ///
    /// @throws IOException when it did not come with the application
    static String text(Page page) throws IOException {
        try (InputStream stream = GuidePages.class.getResourceAsStream("pages/" + page.file())) {
            if (stream == null) {
                throw new IOException(page.file() + " is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
