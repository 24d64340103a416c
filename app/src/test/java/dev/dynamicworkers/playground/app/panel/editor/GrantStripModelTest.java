package dev.dynamicworkers.playground.app.panel.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.fixture.Disk;
import dev.dynamicworkers.playground.app.fixture.SessionFixture;
import dev.dynamicworkers.playground.app.session.OpenFile;
import dev.dynamicworkers.playground.app.session.Wish;
import dev.dynamicworkers.playground.core.project.Grant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which rules the line under the code shows.
final class GrantStripModelTest {
    @TempDir
    Path folder;

    @Test
    void theRulesOfTheWorkerThatAFileBelongsToAreShown() throws IOException, InterruptedException {
        try (SessionFixture fixture = new SessionFixture(folder)) {
            Path rules = fixture.session().folder().resolve(".playground/playground.json");
            Files.createDirectories(rules.getParent());
            Disk.write(rules, """
                {
                  "network": { "mode": "open" },
                  "dynamicWorkers": { "greeter": { "network": { "mode": "blocked" }, "grants": { "GREETER": "off" } } }
                }
                """);
            fixture.session().policy().reload();
            SimpleObjectProperty<@Nullable OpenFile> front = new SimpleObjectProperty<>();
            try (GrantStripModel model = new GrantStripModel(fixture.session(), front)) {
                fixture.session().openFiles().open("dynamic/greeter.js", front::set);
                fixture.fx().runUntil(() -> model.stripProperty().get().worker().equals("greeter"));
                GrantStripModel.Strip strip = model.stripProperty().get();
                assertThat(strip.grants()).containsExactly(new GrantStripModel.Chip("GREETER", Grant.Mode.OFF));
                assertThat(strip.network()).isEqualTo("net: blocked");
                model.showGrant(strip.grants().getFirst());
                assertThat(fixture.session().wishProperty().get())
                        .isEqualTo(new Wish.Inspect(Wish.Page.GRANTS, "GREETER", "greeter"));
            }
        }
    }
}
