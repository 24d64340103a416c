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

    @Test
    void noKeyHasTwoCommandsInOnePlace() {
        Map<String, String> seen = new HashMap<>();
        for (Command command : wiring().commands().all()) {
            for (KeySequence keys : command.keys()) {
                assertThat(seen.put(keys.text(), command.id()))
                        .as(keys.text())
                        .isNull();
            }
        }
    }
}
