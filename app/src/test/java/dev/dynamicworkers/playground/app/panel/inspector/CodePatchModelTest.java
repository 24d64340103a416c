package dev.dynamicworkers.playground.app.panel.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.fixture.SessionFixture;
import dev.dynamicworkers.playground.core.language.CodeAnswer;
import dev.dynamicworkers.playground.core.language.Narrowing;
import dev.dynamicworkers.playground.core.project.Grant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the rules take from a worker is written into the parent's code, or it is said why not.
final class CodePatchModelTest {
    private static final String GIVEN = "GREETER: ctx.exports.Greeter({ props: { limit: 3 } })";

    @TempDir
    Path folder;

    private SessionFixture fixture;
    private InspectorViewModel inspector;
    private final List<Narrowing> asked = new ArrayList<>();

    @BeforeEach
    void open() throws IOException, InterruptedException {
        fixture = new SessionFixture(folder);
        inspector = new InspectorViewModel(fixture.session());
        fixture.fx().runUntil(() -> !inspector.grants().isEmpty());
        inspector.workerProperty().set("greeter");
    }

    @AfterEach
    void close() {
        inspector.close();
        fixture.close();
    }

    private CodePatchModel model(String worker, CodeAnswer.LoaderSite... sites) {
        return new CodePatchModel(fixture.session(), worker, null, null, (wanted, then) -> {
            asked.add(wanted);
            then.accept(List.of(sites));
        });
    }

    private CodeAnswer.LoaderSite site(String name, String refusal) throws IOException {
        int start = parent().indexOf(GIVEN);
        return new CodeAnswer.LoaderSite(
                new CodeAnswer.Span("src/index.js", start, start, 14, 5),
                name,
                /* named= */ true,
                refusal,
                refusal.isEmpty()
                        ? List.of(new CodeAnswer.Edit(
                                new CodeAnswer.Span("src/index.js", start, start + GIVEN.length(), 18, 1), ""))
                        : List.of(),
                List.of());
    }

    private String parent() throws IOException {
        return Files.readString(folder.resolve("src/index.js"));
    }

    private void takeGreeterAway() throws InterruptedException {
        inspector.rules().setGrant("GREETER", Grant.Mode.OFF);
        inspector.rules().setGrant("NOTES", Grant.Mode.READ_ONLY);
        inspector.rules().setLimit("cpuMs", "20");
        fixture.fx().runUntil(() -> inspector.taken().size() == 3);
    }

    @Test
    void whatWouldBeWrittenIsShownThenWrittenAndTheRulesMayGo() throws InterruptedException, IOException {
        takeGreeterAway();
        CodePatchModel model = model("greeter", site("greeter", ""), site("other", ""));
        fixture.fx().runUntil(() -> !model.patchProperty().get().files().isEmpty());
        assertThat(asked.getLast())
                .isEqualTo(
                        new Narrowing(List.of("LOADER"), List.of("GREETER"), /* block= */ false, Map.of("cpuMs", 20L)));
        CodePatch patch = model.patchProperty().get();
        assertThat(patch.notes())
                .containsExactly("NOTES: read-only stays a rule of this playground; code has no word for it.");
        assertThat(patch.rows().stream().filter(row -> !row.isEqual())).hasSize(1);
        String before = parent();

        model.apply();
        fixture.fx().runUntil(() -> {
            try {
                return parent().equals(before.replace(GIVEN, ""));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        assertThat(fixture.session().openFiles().find("src/index.js")).isNotNull();
        var told = fixture.session().notices().all().getFirst();
        assertThat(told.text()).startsWith("Written into 1 file; Undo in the editor takes it back.");
        told.action().run();
        fixture.fx().runUntil(() -> inspector.taken().size() == 1);
    }

    @Test
    void aFileThatWasChangedMeanwhileIsLeftAlone() throws InterruptedException, IOException {
        takeGreeterAway();
        CodePatchModel model = model("greeter", site("greeter", ""));
        fixture.fx().runUntil(() -> !model.patchProperty().get().files().isEmpty());
        Files.writeString(folder.resolve("src/index.js"), "// other\n");
        model.apply();
        fixture.fx()
                .runUntil(() -> fixture.session().notices().all().stream()
                        .anyMatch(notice -> notice.text().startsWith("src/index.js was changed meanwhile")));
        assertThat(parent()).isEqualTo("// other\n");
    }

    @Test
    void whatCannotBeWrittenIsSaidAndGivenAsCode() throws InterruptedException, IOException {
        assertThat(model("greeter").patchProperty().get().sentence())
                .isEqualTo("The rules take nothing from greeter that code could say.");
        assertThat(model(InspectorViewModel.PARENT).patchProperty().get().sentence())
                .contains("wrangler.jsonc");
        takeGreeterAway();
        assertThat(model("greeter").patchProperty().get().sentence())
                .isEqualTo("No place of the parent's code loads dynamic workers by a name that can be followed.");
        assertThat(model("greeter", site("", ""), site("", ""))
                        .patchProperty()
                        .get()
                        .sentence())
                .isEqualTo("More than one place of the code may make greeter, and none names it: line src/index.js:14,"
                        + " src/index.js:14.");
        CodePatch refused = model("greeter", site("greeter", "The code at src/index.js:14 is what load() gives."))
                .patchProperty()
                .get();
        assertThat(refused.files()).isEmpty();
        assertThat(refused.notes()).contains("The code at src/index.js:14 is what load() gives.");
        assertThat(refused.snippet()).isEqualTo("""
            /** Takes from a WorkerCode what the rules of the playground take from greeter. */
            function narrowed(code) {
              const { GREETER, ...env } = code.env ?? {};
              return {
                ...code,
                env,
                limits: {
                  ...code.limits,
                  cpuMs: Math.min(code.limits?.cpuMs ?? Infinity, 20),
                },
              };
            }
            """);
        CodePatchModel model = model("greeter", site("", ""));
        model.blockProperty().set(true);
        fixture.fx().runUntil(() -> !model.patchProperty().get().files().isEmpty());
        assertThat(asked.getLast().block()).isTrue();
        assertThat(model.patchProperty().get().notes())
                .contains("The id is computed at src/index.js:14: what changes there, changes for all workers that it"
                        + " makes.");
    }
}
