package dev.dynamicworkers.playground.app.panel.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.fixture.SessionFixture;
import dev.dynamicworkers.playground.app.session.body.JsonSpan;
import dev.dynamicworkers.playground.core.project.network.NetworkRule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Answers in place of grants and of the network that are taken from files.
final class AnswerFilesTest {
    @TempDir
    Path folder;

    private SessionFixture fixture;
    private InspectorViewModel inspector;
    private AnswerFiles files;
    private final List<String> taken = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    @BeforeEach
    void open() throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("project"));
        fixture = new SessionFixture(folder.resolve("project"));
        inspector = new InspectorViewModel(fixture.session());
        files = inspector.network().files();
    }

    @AfterEach
    void close() {
        inspector.close();
        fixture.close();
    }

    private String value(Path file) throws InterruptedException {
        taken.clear();
        wrong.clear();
        files.value(file, taken::add, wrong::add);
        return result();
    }

    private String body(Path file) throws InterruptedException {
        taken.clear();
        wrong.clear();
        files.body(file, taken::add, wrong::add);
        return result();
    }

    private String result() throws InterruptedException {
        fixture.fx().runUntil(() -> taken.size() + wrong.size() > 0);
        return taken.isEmpty() ? wrong.getFirst() : taken.getFirst();
    }

    private Path elsewhere(String name, String text) throws IOException {
        return Files.writeString(
                Files.createDirectories(folder.resolve("elsewhere")).resolve(name), text);
    }

    @Test
    void aGrantIsAnsweredByJsonAsItIsAndByOtherTextAsOneValue() throws IOException, InterruptedException {
        String json = value(elsewhere("a.json", "\uFEFF{\"a\":[1, 2]}\r\n"));
        assertThat(json).startsWith("{\n");
        assertThat(JsonSpan.oneLine(json)).isEqualTo("{\"a\":[1,2]}");
        assertThat(value(elsewhere("a.txt", "two\nlines \"quoted\""))).isEqualTo("\"two\\nlines \\\"quoted\\\"\"");
        AnswerDraft draft = new AnswerDraft(AnswerDraft.Kind.VALUE, taken.getFirst(), "");
        assertThat(draft.problem()).isEmpty();
    }

    @Test
    void whatIsNoTextOrTooLargeIsToldWhy() throws IOException, InterruptedException {
        Path binary = elsewhere("a.bin", "");
        Files.write(binary, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThat(value(binary)).isEqualTo("a.bin is not UTF-8 text, which an answer of a grant has to be.");
        assertThat(value(elsewhere("large.txt", "x".repeat((1 << 20) + 1))))
                .startsWith("large.txt has 1.0 MB, more than")
                .endsWith(": the rules have such an answer whole.");
        assertThat(body(folder.resolve("elsewhere"))).isEqualTo("elsewhere is no file.");
        assertThat(taken).isEmpty();
    }

    @Test
    void aBodyOfTheNetworkIsCopiedOnceAndFoundByTheRule() throws IOException, InterruptedException {
        Path sun = elsewhere("weather.json", "{\"sun\":true}");
        assertThat(body(sun)).isEqualTo("file:fixtures/weather.json");
        assertThat(fixture.session().notices().all().getFirst().text())
                .isEqualTo("weather.json was copied to .playground/fixtures/weather.json.");
        assertThat(body(sun)).isEqualTo("file:fixtures/weather.json");
        assertThat(files.folder()).endsWith(Path.of(".playground", "fixtures"));
        assertThat(body(elsewhere("weather.json", "{\"rain\":true}"))).isEqualTo("file:fixtures/weather-2.json");
        int notices = fixture.session().notices().all().size();
        Path inside = folder.resolve("project/.playground/fixtures/weather.json");
        assertThat(body(inside)).isEqualTo("file:fixtures/weather.json");
        assertThat(fixture.session().notices().all()).hasSize(notices);

        inspector
                .network()
                .add(RuleDraft.of("weather.example", NetworkRule.Action.ANSWER).answering("200", taken.getFirst()));
        fixture.fx().runUntil(() -> answers("sun"));
        // The rule has what the file has by then.
        Files.writeString(inside, "{\"snow\":true}");
        fixture.fx().runUntil(() -> answers("snow"));
    }

    private boolean answers(String text) {
        return fixture.session().policy().stateProperty().get().network().everyone().rules().stream()
                .map(NetworkRule::answer)
                .anyMatch(answer -> answer != null && new String(answer.body(), StandardCharsets.UTF_8).contains(text));
    }
}
