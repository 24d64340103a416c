package dev.dynamicworkers.playground.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.fixture.SampleProject;
import dev.dynamicworkers.playground.app.session.DiskProjects;
import dev.dynamicworkers.playground.app.session.ProjectSource.Loaded;
import dev.dynamicworkers.playground.app.session.ProjectSource.UnreadableProject;
import dev.dynamicworkers.playground.app.settings.Setting;
import dev.dynamicworkers.playground.app.settings.Settings;
import dev.dynamicworkers.playground.core.worker.Limit;
import dev.dynamicworkers.playground.core.worker.Limits;
import dev.dynamicworkers.playground.core.worker.Retention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChosenOptionsTest {
    @Test
    void aSetOfLimitsHoldsExceptForThoseThatHaveAValueOfTheirOwn() {
        assertThat(ChosenOptions.limits(Settings.DEFAULT)).isEqualTo(Limits.DEFAULT);
        Settings strict = Settings.DEFAULT.with(Setting.LIMITS, "strict");
        Settings changed = ChosenOptions.with(ChosenOptions.with(strict, Limit.MEMORY, 64), Limit.WAIT_UNTIL, 7);
        assertThat(ChosenOptions.limits(changed))
                .isEqualTo(Limits.Preset.STRICT.limits().with(Limit.MEMORY, 64));
        assertThat(ChosenOptions.limits(changed.with(Setting.ISOLATES, 3)).get(Limit.ISOLATES))
                .isEqualTo(3);
    }

    @Test
    void idleWorkersStayAsTheSettingsSayUnlessTheProjectDoes(@TempDir Path folder)
            throws IOException, UnreadableProject {
        SampleProject.write(folder);
        ChosenOptions options = new ChosenOptions(new DiskProjects());
        Loaded before = options.read(folder, Map.of());
        assertThat(before.options().retention()).isEqualTo(Retention.DEFAULT);
        options.choose(Settings.DEFAULT.with(Setting.IDLE_SECONDS, 5).with(Setting.IDLE_WORKERS, 2));
        Loaded after = options.read(folder, Map.of());
        assertThat(after.options().retention()).isEqualTo(new Retention(20, 2, Duration.ofSeconds(5)));
        assertThat(after.fingerprint()).as("so that it starts anew").isNotEqualTo(before.fingerprint());
        Path rules = folder.resolve(".playground/playground.json");
        Files.createDirectories(rules.getParent());
        Files.writeString(rules, "{ \"retention\": { \"idleSeconds\": 600 } }");
        assertThat(options.read(folder, Map.of()).options().retention())
                .isEqualTo(new Retention(20, 2, Duration.ofMinutes(10)));
    }
}
