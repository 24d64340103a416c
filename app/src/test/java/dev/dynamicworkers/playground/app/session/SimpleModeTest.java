package dev.dynamicworkers.playground.app.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamicworkers.playground.app.fixture.SessionFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SimpleModeTest {
    @Test
    void theParentOfAProjectThatIsThereIsGeneratedAndTheAuthorsOwnIsKept(@TempDir Path folder)
            throws IOException, InterruptedException {
        try (SessionFixture fixture = new SessionFixture(folder)) {
            SimpleMode simple = fixture.session().simpleMode();
            Path main = folder.resolve("src/index.js");
            String own = Files.readString(main);
            assertThat(simple.activeProperty().get()).isFalse();
            assertThat(simple.refusal()).isEmpty();
            List<String> kept = new ArrayList<>();
            simple.generateParent(kept::add);
            fixture.fx().runUntil(() -> simple.activeProperty().get());
            assertThat(Files.readString(main))
                    .startsWith(SimpleParent.MARK)
                    .contains("from '../dynamic/greeter.js'", "getEntrypoint().fetch(request)");
            assertThat(kept).containsExactly("src/index-copy.js");
            assertThat(Files.readString(folder.resolve("src/index-copy.js"))).isEqualTo(own);
            assertThat(simple.refusal()).isEqualTo("The parent is generated already.");
            assertThatThrownBy(() -> simple.generateParent(kept::add)).isInstanceOf(IllegalStateException.class);
            simple.keepParent();
            fixture.fx().runUntil(() -> !read(main).startsWith(SimpleParent.MARK));
        }
    }

    @Test
    void aProjectWithoutALoaderIsToldWhatItLacks(@TempDir Path folder) throws IOException, InterruptedException {
        try (SessionFixture fixture = new SessionFixture(folder)) {
            Path configuration = folder.resolve("wrangler.jsonc");
            SimpleMode simple = fixture.session().simpleMode();
            fixture.session()
                    .fileOperations()
                    .edit("wrangler.jsonc", text -> text.replaceAll("(?s)\"worker_loaders\": *\\[.*?\\],?", ""));
            fixture.fx().runUntil(() -> simple.refusal().startsWith("This project has no worker loader"));
            assertThat(configuration).content().doesNotContain("worker_loaders");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
