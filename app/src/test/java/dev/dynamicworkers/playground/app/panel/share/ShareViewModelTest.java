package dev.dynamicworkers.playground.app.panel.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.fixture.SessionFixture;
import dev.dynamicworkers.playground.app.session.Sharing;
import dev.dynamicworkers.playground.core.project.PlaygroundFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ShareViewModelTest {
    @TempDir
    private Path folder;

    @Test
    void aProjectGoesOutAndComesBackWithNothingGranted() throws IOException, InterruptedException {
        try (SessionFixture fixture = new SessionFixture(folder.resolve("mine"))) {
            Files.writeString(folder.resolve("mine/.dev.vars"), "API_KEY=hunter2\n");
            ShareViewModel out = new ShareViewModel(fixture.session());
            out.look();
            assertThat(out.busyProperty().get()).isTrue();
            fixture.fx().runUntil(() -> out.exportProperty().get() != null);
            assertThat(ShareViewModel.lines(
                            Objects.requireNonNull(out.exportProperty().get())))
                    .extracting(ShareViewModel.Line::text)
                    .anyMatch(line -> line.startsWith("Secrets go by name only") && line.endsWith("API_KEY."))
                    .contains("Stays here: .dev.vars (has secrets)");
            Path file = folder.resolve("mine.dwplay");
            List<String> written = new ArrayList<>();
            out.write(file, Sharing.Company.NONE, () -> written.add("done"));
            fixture.fx().runUntil(() -> !written.isEmpty());

            ShareViewModel in = new ShareViewModel(fixture.session());
            in.read(file);
            fixture.fx().runUntil(() -> in.archiveProperty().get() != null);
            Path target = folder.resolve("theirs");
            in.unpack(target, report -> written.addAll(report.mapped()));
            fixture.fx().runUntil(() -> written.size() > 1);
            assertThat(PlaygroundFile.read(target).text()).contains("\"*\": \"off\"");
            in.unpack(target, report -> {});
            fixture.fx().runUntil(() -> !in.problemProperty().get().isEmpty());
            assertThat(in.problemProperty().get()).contains("is there already; name a new folder");
            assertThat(in.busyProperty().get()).isFalse();
            in.read(Files.writeString(folder.resolve("no.zip"), "no"));
            fixture.fx().runUntil(() -> in.problemProperty().get().contains("it is no zip file"));
        }
    }
}
