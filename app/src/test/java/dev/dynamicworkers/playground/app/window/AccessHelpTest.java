package dev.dynamicworkers.playground.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What the help says to people who do not see the window.
final class AccessHelpTest {
    @Test
    void onLinuxItSaysThatNoScreenReaderHearsTheWindowBeforeAnythingElse() {
        AccessHelp help = AccessHelp.of("Linux", "/home/ada/hello", id -> "F6");
        assertThat(help.parts().getFirst().sentences().getFirst()).contains("No screen reader", "AT-SPI");
        assertThat(texts(help)).contains("playground run /home/ada/hello --url /", "playground check /home/ada/hello");
    }

    @Test
    void elsewhereItSaysWhatIsSaidAndWhereThatIsNotSo() {
        AccessHelp help = AccessHelp.of("Windows 11", "C:\\code\\hello", id -> "F6");
        assertThat(help.parts().getFirst().sentences())
                .anySatisfy(words -> assertThat(words).contains("Narrator"))
                .anySatisfy(words -> assertThat(words).contains("On Linux"));
        assertThat(AccessHelp.of("Mac OS X", "/x", id -> "").parts().getFirst().sentences())
                .first()
                .asString()
                .contains("VoiceOver");
    }

    @Test
    void aFolderWithBlanksIsQuotedAsTheShellWantsIt() {
        assertThat(texts(AccessHelp.of("Linux", "/home/ada/Ada's code", id -> "")))
                .contains("playground test '/home/ada/Ada'\\''s code'");
        assertThat(texts(AccessHelp.of("Windows 11", "C:\\my code", id -> "")))
                .contains("playground test \"C:\\my code\"");
    }

    @Test
    void keysAreThoseThatThePersonChose() {
        AccessHelp help = AccessHelp.of("Linux", "/x", id -> id.equals("next-region") ? "Ctrl+F9" : "");
        assertThat(help.parts().getLast().sentences().getFirst())
                .startsWith("From region to region: Ctrl+F9, and back: (no keys).");
    }

    private static List<String> texts(AccessHelp help) {
        return help.parts().stream()
                .flatMap(part -> part.commands().stream())
                .map(AccessHelp.Line::text)
                .toList();
    }
}
