package dev.dynamicworkers.playground.app.panel.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.fixture.FakeProfile;
import dev.dynamicworkers.playground.app.fixture.SessionFixture;
import dev.dynamicworkers.playground.app.panel.profile.ProfileViewModel.Branch;
import dev.dynamicworkers.playground.app.panel.profile.ProfileViewModel.Isolate;
import dev.dynamicworkers.playground.app.session.RequestDraft;
import dev.dynamicworkers.playground.app.session.Warmth;
import dev.dynamicworkers.playground.app.session.Wish;
import dev.dynamicworkers.playground.app.session.profile.ProfiledRun;
import dev.dynamicworkers.playground.app.session.profile.Profiling.State;
import dev.dynamicworkers.playground.core.profile.CpuProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the profiler's panel says in each of its states, without a toolkit and without an engine.
final class ProfileViewModelTest {
    private SessionFixture fixture;
    private ProfileViewModel model;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException, InterruptedException {
        fixture = new SessionFixture(folder);
        model = new ProfileViewModel(fixture.session());
    }

    @AfterEach
    void close() {
        model.close();
        fixture.close();
    }

    private void send(String path) throws InterruptedException {
        long before = fixture.session().runState().number();
        fixture.session().profiling().send(new RequestDraft("GET", path, List.of(), ""), Warmth.KEEP);
        fixture.fx()
                .runUntil(() -> fixture.session().runState().number() > before
                        && !fixture.session().runState().liveProperty().get()
                        && !(state() instanceof State.UnderWay));
    }

    private State state() {
        return fixture.session().profiling().stateProperty().get();
    }

    private static List<String> texts(List<ProfileRow> rows) {
        return rows.stream()
                .map(row -> row.name() + " " + row.where() + " " + row.isolate().label() + " "
                        + ProfileRow.time(row.spent().selfMicros()) + " " + ProfileRow.percent(row.selfShare()) + " "
                        + ProfileRow.percent(row.totalShare()))
                .toList();
    }

    private static Stream<String> tree(List<Branch> branches, String indent) {
        return branches.stream()
                .flatMap(branch -> Stream.concat(
                        Stream.of(indent + branch.row().name() + " "
                                + ProfileRow.percent(branch.row().totalShare())),
                        tree(branch.calls(), indent + "-")));
    }

    @Test
    void beforeTheFirstProfileThereIsASentenceAndAButton() {
        assertThat(model.emptyProperty().get().sentence()).isEqualTo("No run was profiled");
        assertThat(model.emptyProperty().get().isButton()).isTrue();
        assertThat(model.foundProperty().get()).isFalse();
        model.profile();
        assertThat(fixture.session().wishProperty().get()).isEqualTo(new Wish.Run("profile-request"));
    }

    @Test
    void aProfiledRunShowsFunctionsLinesCallsAndHowItWasSampled() throws InterruptedException {
        send("/hello");

        assertThat(fixture.runtime().calls())
                .containsSubsequence("begin profile", "dispatch GET /hello", "end profile");
        assertThat(model.factsProperty().get())
                .isEqualTo("9 samples in 1.3 s, one each 1 ms \u00b7 12 missed \u00b7 #1  GET /hello");
        assertThat(texts(model.functions()))
                .containsExactly(
                        "(anonymous) made.js:4 greeter 910 ms 70 % 90 %",
                        "sort  greeter 254 ms 20 % 20 %",
                        "fetch dynamic/greeter.js:2 greeter 64 ms 4.9 % 94 %",
                        "fetch src/index.js:13 parent 41 ms 3.2 % 4.9 %",
                        "(runtime)  parent 23 ms 1.8 % 1.8 %",
                        "greet src/index.js:7 parent 7.4 ms 0.6 % 0.6 %",
                        "trim  parent 0.90 ms 0.1 % 0.1 %");
        assertThat(texts(model.lines()).getFirst()).isEqualTo("(anonymous) made.js:6 greeter 600 ms 46 % 46 %");
        assertThat(tree(model.callsProperty().get(), ""))
                .containsExactly(
                        "fetch 94 %",
                        "-(anonymous) 90 %",
                        "--(anonymous) 46 %",
                        "--sort 20 %",
                        "fetch 4.9 %",
                        "-(runtime) 1.8 %",
                        "greet 0.6 %",
                        "-trim 0.1 %");
        model.open(model.functions().get(2));
        assertThat(fixture.session().revealProperty().get().text()).isEqualTo("dynamic/greeter.js:2");
        model.open(model.functions().getFirst());
        assertThat(fixture.session().revealProperty().get().text())
                .as("no file has it")
                .isEqualTo("dynamic/greeter.js:2");
    }

    @Test
    void oneIsolateIsLookedAtAndTheNextProfileBeginsWithAll() throws InterruptedException {
        send("/hello");
        assertThat(model.isolates()).extracting(Isolate::label).containsExactly("All isolates", "parent", "greeter");
        model.isolateProperty().set(model.isolates().get(1));
        assertThat(model.functions())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.isolate().label()).isEqualTo("parent"));
        assertThat(ProfileRow.percent(model.functions().getFirst().selfShare())).isEqualTo("57 %");
        send("/hello");
        assertThat(model.isolateProperty().get()).isEqualTo(Isolate.ALL);
        assertThat(model.functions()).hasSize(7);
    }

    @Test
    void aRunThatIsNotProfiledLeavesTheProfileAlone() throws InterruptedException {
        send("/hello");
        fixture.send("/hello");
        assertThat(fixture.runtime().calls().stream().filter("begin profile"::equals))
                .hasSize(1);
        assertThat(model.factsProperty().get()).endsWith("#1  GET /hello");
    }

    @Test
    void whileARunIsProfiledThatIsSaidAndNoOtherIsSent() throws InterruptedException {
        fixture.session().profiling().send(new RequestDraft("GET", "/loop", List.of(), ""), Warmth.KEEP);
        fixture.fx().runUntil(() -> fixture.runtime().calls().contains("dispatch GET /loop"));
        assertThat(model.emptyProperty().get().sentence()).isEqualTo("Run #1 is being profiled");
        assertThat(model.emptyProperty().get().isButton()).isFalse();
        assertThat(model.liveProperty().get()).isTrue();
        fixture.session().stop();
        fixture.fx().runUntil(() -> state() instanceof State.Found);
        assertThat(model.functions())
                .as("a run that was stopped has its samples")
                .isNotEmpty();
    }

    @Test
    void aLostEngineIsSaid() throws InterruptedException {
        fixture.runtime().loseProfiles();
        send("/hello");
        assertThat(model.emptyProperty().get().sentence()).isEqualTo("There is no profile of run #1");
        assertThat(model.emptyProperty().get().hint())
                .isEqualTo("The engine process was lost, and its samples with it.");
        assertThat(model.emptyProperty().get().isButton()).isTrue();
        assertThat(model.foundProperty().get()).isFalse();
    }

    @Test
    void aRunThatWasOverBeforeTheFirstSampleIsSaid() {
        CpuProfile nothing = new CpuProfile(
                Instant.EPOCH, 1_000, 0, List.of(), List.of(), List.of(), List.of(new CpuProfile.Sample(-1, 400)));
        fixture.session().profiling().show(new State.Found(new ProfiledRun(4, "GET /", nothing)));
        assertThat(model.functions()).isEmpty();
        assertThat(model.emptyProperty().get().sentence()).isEqualTo("No sample found code that ran");
        assertThat(model.emptyProperty().get().hint())
                .isEqualTo("Run #4 was over too soon: a sample is taken each 1 ms.");
    }

    @Test
    void itIsWrittenForOtherTools(@TempDir Path folder) throws InterruptedException, IOException {
        fixture.session().profiling().show(new State.Found(new ProfiledRun(4, "GET /", FakeProfile.of())));
        Path file = folder.resolve(model.fileName());
        assertThat(file).hasFileName("run-4.cpuprofile");
        model.export(file);
        fixture.fx().runUntil(() -> Files.exists(file));
        assertThat(Files.readString(file))
                .contains(
                        "\"functionName\":\"greet\"", fixture.session().folder().toUri() + "src/index.js");
    }
}
