package dev.dynamicworkers.playground.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class UserFoldersTest {
    private static Path folder(Map<String, String> environment) {
        return UserFolders.xdg("XDG_CONFIG_HOME", ".config", environment, "/home/grace");
    }

    @Test
    void theEnvironmentSaysWhereAPersonsFoldersAre() {
        assertThat(folder(Map.of("XDG_CONFIG_HOME", "/x/c", "HOME", "/home/ada")))
                .isEqualTo(Path.of("/x/c"));
        assertThat(folder(Map.of("HOME", "/home/ada"))).isEqualTo(Path.of("/home/ada/.config"));
        assertThat(folder(Map.of())).isEqualTo(Path.of("/home/grace/.config"));
    }

    @Test
    void aRelativePathDoesNotCount() {
        assertThat(folder(Map.of("XDG_CONFIG_HOME", "c", "HOME", "/home/ada"))).isEqualTo(Path.of("/home/ada/.config"));
    }
}
