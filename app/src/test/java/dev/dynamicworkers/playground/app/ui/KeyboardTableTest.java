package dev.dynamicworkers.playground.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.command.Command;
import dev.dynamicworkers.playground.app.command.KeySequence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The table of keys in `docs/howto/ui.md` is true.
final class KeyboardTableTest extends WindowTest {
    private static final Path DOCUMENT = Path.of("../docs/howto/ui.md");

    @Test
    void theTableNamesAllKeysAndNoOthers() throws IOException {
        List<String> expected = new ArrayList<>();
        for (Command command : wiring().commands().all()) {
            for (KeySequence keys : command.keys()) {
                expected.add("| " + keys.text() + " | " + command.title() + " |");
            }
        }
        if (Boolean.getBoolean("fixtures.write")) {
            write(expected);
        }
        List<String> written = Files.readAllLines(DOCUMENT).stream()
                .dropWhile(line -> !line.startsWith("## Keys"))
                .filter(line -> line.startsWith("| ") && !line.startsWith("| Key "))
                .toList();
        assertThat(written).containsExactlyElementsOf(expected);
    }

    private static void write(List<String> table) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(DOCUMENT));
        int first = lines.indexOf("| Key | Command |") + 2;
        while (lines.get(first).startsWith("| ")) {
            lines.remove(first);
        }
        lines.addAll(first, table);
        Files.writeString(DOCUMENT, String.join("\n", lines) + "\n");
    }

    /// What the keys of the window's design do, by the ids of their commands.
    private static final String DESIGN = """
        Ctrl+Enter run, F5 run, Ctrl+Shift+Enter run-fresh, Shift+F5 stop, Ctrl+F5 run-fresh,
        Ctrl+Shift+P palette, F1 palette, Ctrl+P go-to-file, Ctrl+Shift+O go-to-symbol, Ctrl+G go-to-line,
        Ctrl+B toggle-side-bar, Ctrl+Alt+B toggle-inspector, Ctrl+J toggle-tools,
        Ctrl+Shift+E show-files, Ctrl+Shift+F show-search, Ctrl+Shift+X show-requests, Ctrl+Shift+L open-sample,
        Ctrl+Shift+M show-problems, Ctrl+Shift+Y show-console, Ctrl+Shift+` filter-console,
        Ctrl+Alt+I show-isolates, Ctrl+Alt+N show-network, Ctrl+Alt+C show-calls,
        Ctrl+Alt+G show-grants, Ctrl+Alt+Y show-timeline, Ctrl+Alt+A add-grant,
        Ctrl+Alt+1 toggle-grant-1, Ctrl+Alt+9 toggle-grant-9, Ctrl+Alt+0 toggle-network, Ctrl+Alt+K kill-isolate,
        Ctrl+1 focus-parent, Ctrl+2 focus-dynamic, Ctrl+\\ edit-split, F6 next-region, Shift+F6 previous-region,
        Ctrl+S save, Ctrl+Shift+S save-all, Ctrl+N new-file, Ctrl+O open-folder, Ctrl+W close-tab,
        Ctrl+Shift+T reopen-tab, Ctrl+Tab next-tab, Ctrl+F edit-find, Ctrl+H edit-replace, F3 edit-find-next,
        Shift+F3 edit-find-previous, Ctrl+/ edit-toggle-comment, Shift+Alt+F edit-format, Alt+Up edit-move-line-up,
        Alt+Down edit-move-line-down, Shift+Alt+Up edit-copy-line-up, Shift+Alt+Down edit-copy-line-down,
        Ctrl+Shift+K edit-delete-line, Ctrl+D edit-select-next-match, Ctrl+Space edit-complete,
        Ctrl+Shift+Space edit-parameters, F12 edit-definition, F2 edit-rename, F8 edit-next-problem,
        Shift+F8 edit-previous-problem, Ctrl+. edit-quick-fix, Alt+Enter edit-quick-fix, Ctrl+L edit-select-line,
        Ctrl+M edit-toggle-tab-focus, Alt+Z toggle-wrap, Ctrl+= zoom-in, Ctrl+- zoom-out, Ctrl+0 zoom-reset,
        Ctrl+, settings, Ctrl+K Ctrl+S keyboard, Ctrl+K Ctrl+T choose-theme, Ctrl+Alt+Z restore-run,
        F9 edit-breakpoint, Shift+F9 edit-logpoint, F10 debug-over, F11 debug-in, Shift+F11 debug-out,
        Ctrl+Alt+D show-debug, Ctrl+Shift+V paste-untrusted\
        """;

    @Test
    void eachKeyOfTheDesignHasItsCommand() {
        Map<String, String> found = new HashMap<>();
        for (Command command : wiring().commands().all()) {
            command.keys().forEach(keys -> found.put(keys.text(), command.id()));
        }
        Map<String, String> wanted = new HashMap<>();
        for (String row : DESIGN.strip().split(",\\s+(?=[A-Z])")) {
            int end = row.strip().lastIndexOf(' ');
            wanted.put(row.strip().substring(0, end), row.strip().substring(end + 1));
        }
        assertThat(found).containsAllEntriesOf(wanted);
    }

    @Test
    void noKeyHasTwoCommandsInOnePlace() {
        Map<String, String> seen = new HashMap<>();
        for (Command command : wiring().commands().all()) {
            for (KeySequence keys : command.keys()) {
                assertThat(seen.put(keys.text(), command.id())).as(keys.text()).isNull();
            }
        }
    }
}
