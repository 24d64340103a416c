package dev.dynamicworkers.playground.app.panel.response;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.fixture.SessionFixture;
import dev.dynamicworkers.playground.app.session.FixedState;
import dev.dynamicworkers.playground.app.session.Place;
import dev.dynamicworkers.playground.app.session.Problem;
import dev.dynamicworkers.playground.app.session.RunRecord;
import dev.dynamicworkers.playground.app.session.RunState;
import dev.dynamicworkers.playground.app.session.RunVerdict;
import dev.dynamicworkers.playground.app.session.Warmth;
import dev.dynamicworkers.playground.app.session.Wish;
import dev.dynamicworkers.playground.core.worker.Limit;
import dev.dynamicworkers.playground.core.worker.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every state of the response panel, without a toolkit.
final class ResponseViewModelTest {
    @TempDir
    Path folder;

    private SessionFixture fixture;
    private ResponseViewModel model;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        fixture = new SessionFixture(folder.resolve("project"));
        model = new ResponseViewModel(fixture.session());
    }

    @AfterEach
    void close() {
        model.close();
        fixture.close();
    }

    private FailureCard card() {
        return Objects.requireNonNull(model.cardProperty().get());
    }

    private List<String> actions() {
        return card().actions().stream().map(CardAction::title).toList();
    }

    @Test
    void beforeTheFirstRunThereIsNothing() {
        assertThat(model.runProperty().get()).isNull();
        assertThat(model.cardProperty().get()).isNull();
        assertThat(model.body().modes()).isEmpty();
        assertThat(model.timing()).isEmpty();
        assertThat(model.diffRemark()).isEqualTo("Pin a run to compare the next ones with it.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /cpu         | KILLED_CPU    | TIME        | Used all of its 50 ms of CPU time at dynamic/greeter.js:4 | Go to line, Limit set by the code, Show isolates, Profile, Read more, Cloudflare docs ↗
        /child-cpu   | EXCEPTION     | ERROR       | Error: Worker exceeded its CPU time limit of 10 ms. | Go to line, Limit set by the code, Show isolates, Show the lines of this run, Read more, Cloudflare docs ↗
        /memory      | KILLED_MEMORY | MEMORY      | Kept more than 128 MiB alive at dynamic/greeter.js:3 | Go to line, Raise to 256 MiB, Isolate chart, Read more, Cloudflare docs ↗
        /time        | KILLED_TIME   | TIME        | Waited 61.4 ms of 900 s; the parent used 50.3 ms of CPU time | Go to line, Show pending, Raise to 1,800 s, Read more, Cloudflare docs ↗
        /subrequests | EXCEPTION_SUBREQUESTS | SUBREQUESTS | Call 6 of 5 at dynamic/greeter.js:4            | Go to line, Show calls, Limit set by the code, Show the lines of this run, Read more, Cloudflare docs ↗
        /network     | EXCEPTION     | ERROR       | Error: The playground blocks the network           | Go to line, Add a rule, Show the request, Show the lines of this run, Read more, Cloudflare docs ↗
        /error       | EXCEPTION     | ERROR       | TypeError: env.GREETER.greet is not a function     | Go to line, Show calls, Show the lines of this run, Read more, Cloudflare docs ↗
        /lost        | ENGINE_LOST   | ENGINE_LOST | The engine process ended during this run           | Run again
        """)
    void everyBadEndHasACardWithWhatCanBeDone(
            String path, RunVerdict verdict, FailureCard.Glyph glyph, String title, String actions)
            throws InterruptedException {
        RunRecord run = fixture.send(path);
        assertThat(run.verdict()).isEqualTo(verdict);
        fixture.fx().runUntil(() -> actions().containsAll(List.of(actions.split(", "))));
        assertThat(actions()).containsExactly(actions.split(", "));
        assertThat(card().glyph()).isEqualTo(glyph);
        assertThat(card().title()).startsWith(title);
    }

    @Test
    void aLimitOfTheRulesIsRaisedWhereItStandsAndOneOfTheSettingsThere() throws InterruptedException {
        Path rules = folder.resolve("project/.playground/playground.json");
        fixture.session().policy().change(file -> file.with(List.of("dynamicWorkers", "*", "limits", "cpuMs"), "50"));
        fixture.fx().runUntil(() -> Files.exists(rules));
        fixture.fx()
                .runUntil(() -> !fixture.session()
                        .policy()
                        .stateProperty()
                        .get()
                        .file()
                        .overlay()
                        .dynamicWorkers()
                        .isEmpty());
        fixture.send("/cpu");
        act("Raise to 100 ms");
        fixture.fx().runUntil(() -> read(rules).contains("\"cpuMs\": 100"));
        assertThat(fixture.session().wishProperty().get()).isEqualTo(new Wish.Inspect(Wish.Page.LIMITS, "cpuMs"));

        List<String> set = new ArrayList<>();
        fixture.session().allowance().onSet((limit, value) -> set.add(limit.key() + "=" + value));
        fixture.send("/memory");
        act("Raise to 256 MiB");
        assertThat(set).containsExactly("memoryMb=256");
        fixture.session().allowance().limitsProperty().set(Limits.DEFAULT.with(Limit.MEMORY, 256));
        fixture.send("/memory");
        assertThat(actions()).as("raised since").contains("Run again").noneMatch(title -> title.startsWith("Raise"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void act(String title) throws InterruptedException {
        fixture.fx().runUntil(() -> actions().contains(title));
        card().actions().stream()
                .filter(action -> action.title().equals(title))
                .forEach(action -> action.action().run());
    }

    @Test
    void aKilledRunSaysWhichIsolatesAreGoneAndWhichGoOn() throws InterruptedException {
        fixture.session().fixed().ended(FixedState.KILLED_CPU);
        assertThat(card().title()).startsWith("Used all of its 30 s of CPU time");
        assertThat(card().details())
                .containsExactly("The isolate of greeter is gone with its globals. 1 other isolate keeps running.");
        fixture.session().fixed().ended(FixedState.KILLED_TIME);
        assertThat(card().details())
                .containsExactly(
                        "Only this run ended; its isolates go on.",
                        "Pending: fetch https://api.example.com/slow in greeter");
    }

    @Test
    void aMissingGrantIsExplainedFromTheLineThatFailed() throws InterruptedException {
        fixture.send("/grant");
        fixture.fx()
                .runUntil(() ->
                        !card().explanation().isEmpty() && card().explanation().contains("GREETER"));
        assertThat(card().explanation()).startsWith("GREETER is not granted");
        assertThat(card().frames()).extracting(FrameLink::function).containsExactly("fetch", "fetch");
        assertThat(card().runtimeFrames()).hasSize(2);
        card().actions().stream()
                .filter(action -> action.id().equals("grant"))
                .forEach(action -> action.action().run());
        assertThat(fixture.session().wishProperty().get()).isEqualTo(new Wish.Inspect(Wish.Page.GRANTS, "GREETER"));
    }

    @Test
    void aStoppedRunTellsWhatWasPendingAndRunsAgain() throws InterruptedException {
        fixture.session()
                .send(
                        new dev.dynamicworkers.playground.app.session.RequestDraft("GET", "/loop", List.of(), ""),
                        Warmth.KEEP);
        fixture.fx().runUntil(() -> fixture.session().runState().phaseProperty().get() == RunState.Phase.RUNNING);
        fixture.session().stop();
        fixture.fx().runUntil(() -> model.runProperty().get() != null);
        assertThat(card().title()).startsWith("Stopped by you after");
        assertThat(card().details()).containsExactly("Pending: rpc greet in greeter");
        assertThat(actions()).containsExactly("Go to line", "Run again");
        assertThat(card().frames())
                .extracting(frame -> frame.function() + " " + frame.source())
                .containsExactly("greet greeter.js:4:5");
        assertThat(fixture.session().problems())
                .as("what a person stopped is no problem")
                .noneMatch(problem -> problem.source() == Problem.Source.RUN);
    }

    /// The card leads to the child's loop, not to where the parent waited for it.
    @Test
    void theEndOfADynamicWorkerHasItsPlace() throws InterruptedException {
        fixture.send("/child-cpu");
        assertThat(card().frames())
                .extracting(frame -> frame.function() + " " + frame.source())
                .containsExactly("spin greeter.js:4:24", "fetch greeter.js:9:3", "fetch src/index.js:22:37");
        act("Go to line");
        fixture.fx().runUntil(() -> fixture.session().revealProperty().get() != null);
        assertThat(fixture.session().revealProperty().get())
                .extracting(Place::file, Place::line)
                .containsExactly("dynamic/greeter.js", 4);
    }

    @Test
    void codeThatDidNotYieldHasNoPlaceAndTheCardSaysWhy() throws InterruptedException {
        fixture.send("/unyielding");
        assertThat(card().title()).isEqualTo("Used all of its 10 ms of CPU time");
        assertThat(card().details())
                .containsExactly(
                        "Where the code was is not known: it did not yield, so it could not be asked. Its engine"
                                + " was restarted, and all isolates of the project are gone.");
        assertThat(actions()).doesNotContain("Go to line");
    }

    @Test
    void nothingIsSaidOfABodyThatIsNotReadYet() throws InterruptedException {
        fixture.send("/hello");
        assertThat(model.body().modes()).as("not read yet").isEmpty();
        assertThat(model.emptyWords()).isEmpty();
        fixture.send("/empty");
        assertThat(model.emptyWords()).isEqualTo("The body is empty.");
    }

    @ParameterizedTest
    @CsvSource({
        "/hello,  PRETTY TREE RAW HEX, 'Hello, Ada!'",
        "/html,   TEXT RAW HEX,        'You have 3 visits.'",
        "/sse,    EVENTS RAW HEX,      ''",
        "/binary, HEX,                 '89 50 4e 47'"
    })
    void aBodyCanBeLookedAtInTheWaysItsTypeHas(String path, String modes, String text) throws InterruptedException {
        fixture.send(path);
        fixture.fx().runUntil(() -> !model.body().modes().isEmpty());
        assertThat(model.body().modes().stream().map(Enum::name).toList()).containsExactlyInAnyOrder(modes.split(" "));
        fixture.fx().runUntil(() -> model.body().shownProperty().get().text().contains(text));
    }

    @Test
    void whatABodyDoesNotHaveIsShownAgainOfTheNextThatHasIt() throws InterruptedException {
        fixture.send("/html");
        fixture.fx().runUntil(() -> model.body().modeProperty().get() == BodyMode.TEXT);
        model.body().modeProperty().set(BodyMode.RAW);
        fixture.send("/binary");
        fixture.fx().runUntil(() -> model.body().modeProperty().get() == BodyMode.HEX);
        fixture.send("/hello");
        fixture.fx().runUntil(() -> model.body().modeProperty().get() == BodyMode.RAW);
    }

    @ParameterizedTest
    @CsvSource({
        "REDIRECT,   'Leads to http://localhost/elsewhere'",
        "NO_CONTENT, 'A response with status 204 has no body.'",
    })
    void aResponseWithoutABodySaysWhatItIs(FixedState state, String words) {
        fixture.session().fixed().ended(state);
        assertThat(model.emptyWords()).startsWith(words);
    }

    @Test
    void aLostEngineSaysWhyAndWhatIsLostInASentenceEach() {
        fixture.session().fixed().ended(FixedState.ENGINE_LOST);
        assertThat(card().title()).isEqualTo("The engine process ended during this run.");
        assertThat(card().details())
                .containsExactly(
                        "Worker exceeded its memory limit of 128 MiB (worker 'dynamic#1') and did not yield within"
                                + " 500 ms, so the engine was restarted.",
                        "What its workers had in memory is lost; what they stored is kept.",
                        "A new one takes the next run.");
    }

    @Test
    void whatRefusedTheRequestStandsInThePlaceOfTheResponse() throws InterruptedException {
        fixture.send("/network");
        assertThat(model.emptyWords())
                .isEqualTo("No response: GET https://api.example.com/v1/notes was refused by network.mode (blocked).\n"
                        + "Add a rule for api.example.com under Network.");
        fixture.send("/refused-and-broken");
        assertThat(model.emptyWords()).as("the code lived with the refusal").isEqualTo("No response was sent.");
    }

    @Test
    void aRunIsKnownByTheIsolateThatALimitEndedOrElseTheFirstThatItReached() throws InterruptedException {
        assertThat(model.reached()).isNull();
        fixture.send("/hello");
        assertThat(Objects.requireNonNull(model.reached()).label()).isEqualTo("greeter");
        assertThat(model.othersReached()).isEqualTo(1);
        fixture.session().fixed().ended(FixedState.KILLED_CPU);
        assertThat(LimitHit.killed(Objects.requireNonNull(model.runProperty().get()))
                        .toList())
                .hasSize(1);
        assertThat(model.othersReached()).isZero();
        model.showIsolates();
        assertThat(fixture.session().wishProperty().get()).isEqualTo(new Wish.ShowTool(Wish.Tool.ISOLATES, ""));
    }

    @Test
    void framesBeginWhereTheErrorWasThrownAndNameEachIsolate() throws InterruptedException {
        fixture.send("/error");
        List<FrameLink> frames = card().frames();
        assertThat(frames).extracting(FrameLink::function).containsExactly("fetch", "handle");
        assertThat(frames)
                .extracting(frame -> Objects.requireNonNull(frame.isolate()).label())
                .containsExactly("greeter", "parent");
        assertThat(Objects.requireNonNull(frames.getFirst().place()).file()).isEqualTo("dynamic/greeter.js");
        assertThat(card().runtimeFrames()).extracting(FrameLink::function).containsExactly("dispatch");
        assertThat(card().copyText()).isEqualTo("""
            TypeError: env.GREETER.greet is not a function
            in greeter
                at fetch (greeter.js:4:24)
            Caused by: RangeError: no greeting of that name
                at find (greeter.js:9:11)
            in parent
                at handle (src/index.js:12:20)
                at dispatch (cloudflare:internal:88:3)\
            """);
        assertThat(fixture.session().problems())
                .filteredOn(problem -> problem.severity() == Problem.Severity.ERROR)
                .extracting(Problem::hint)
                .containsExactly("run #1", "run #1 in greeter");
    }

    @Test
    void whatAnErrorComesFromHasLinksOfItsOwn() throws InterruptedException {
        fixture.send("/error");
        assertThat(card().causes()).hasSize(1);
        CauseLine cause = card().causes().getFirst();
        assertThat(cause.text()).isEqualTo("Caused by: RangeError: no greeting of that name");
        assertThat(cause.frames()).extracting(FrameLink::function).containsExactly("find");
        assertThat(Objects.requireNonNull(cause.frames().getFirst().place()).text())
                .isEqualTo("dynamic/greeter.js:9");
    }

    @Test
    void anEngineThatDidNotStartLostNothing() {
        fixture.session().fixed().ended(FixedState.NO_ENGINE);
        assertThat(card().details())
                .containsExactly("Nothing ran and nothing is lost. Help > Copy diagnostics has what a report needs.");
        assertThat(actions()).containsExactly("Try again");
    }

    @Test
    void aPathNarrowsTheBodyAndAWrongOneSaysWhy() throws InterruptedException {
        fixture.send("/hello");
        model.body().pathProperty().set("$.isolates[1]");
        fixture.fx().runUntil(() -> model.body().shownProperty().get().text().equals("\"greeter\"\n"));
        assertThat(model.body().pathMessageProperty().get()).isEqualTo("1 match");
        model.body().pathProperty().set("$.isolates[");
        fixture.fx().runUntil(() -> model.body().pathMessageProperty().get().startsWith("Expected an index"));
        model.body().pathProperty().set("");
        model.body().modeProperty().set(BodyMode.TREE);
        assertThat(model.body().shownProperty().get().roots()).hasSize(1);
    }

    @Test
    void aStreamIsSeenWhileItComesAndKeptWithItsPieces() throws InterruptedException {
        RunRecord run = fixture.send("/stream");
        fixture.fx().runUntil(() -> fixture.session().live().pieces().size() == 3);
        assertThat(fixture.session().live().bytesProperty().get()).isEqualTo(24);
        assertThat(Objects.requireNonNull(run.reply()).chunks()).hasSize(3);
        fixture.fx().runUntil(() -> model.body().modes().contains(BodyMode.EVENTS));
        model.body().modeProperty().set(BodyMode.EVENTS);
        assertThat(model.body().shownProperty().get().rows())
                .extracting(StreamRow::data)
                .containsExactly("piece 1\n", "piece 2\n", "piece 3\n");
    }

    @Test
    void ofAHugeBodyTheFirstTenMegabytesAreKeptAndCanBeSaved() throws InterruptedException, IOException {
        RunRecord run = fixture.send("/stream-large");
        assertThat(run.verdict()).isEqualTo(RunVerdict.TRUNCATED);
        assertThat(Objects.requireNonNull(run.reply()).totalBytes()).isEqualTo(11L << 20);
        assertThat(card().title()).isEqualTo("The response passed 10.0 MB; its first part is kept of 11.0 MB.");
        Path file = folder.resolve("saved.bin");
        model.body().save(file);
        fixture.fx().runUntil(() -> Files.exists(file));
        assertThat(Files.size(file)).isEqualTo(10L << 20);
    }

    @Test
    void aPinnedRunIsComparedWithLaterOnes() throws InterruptedException {
        fixture.send("/hello");
        model.togglePin();
        assertThat(model.diffRemark()).startsWith("This is the pinned run");
        fixture.send("/html");
        fixture.fx().runUntil(() -> !model.diff().isEmpty());
        assertThat(model.diff())
                .contains(new DiffRow(DiffRow.Kind.HEADING, 0, 0, "Outcome \u00b7 no difference"))
                .anyMatch(row -> row.kind() == DiffRow.Kind.NEW && row.text().contains("<h1>Hello, Ada</h1>"));
        fixture.send("/hello");
        fixture.fx().runUntil(() -> model.diff().isEmpty());
        assertThat(model.diffRemark()).isEqualTo("No difference to run #1.");
    }

    @Test
    void theTimesOfARunAddUp() throws InterruptedException {
        RunRecord run = fixture.send("/hello");
        assertThat(model.timing()).extracting(TimingPart::name).containsExactly("Prepare", "Start", "Wait", "Body");
        double sum = model.timing().stream().mapToDouble(TimingPart::millis).sum();
        assertThat(sum - run.timing().prepareMillis()).isBetween(3.11, 3.13);
        RunRecord streamed = fixture.send("/stream");
        assertThat(model.timing())
                .extracting(TimingPart::name)
                .containsExactly("Prepare", "Start", "Wait", "Body", "Drain");
        sum = model.timing().stream().mapToDouble(TimingPart::millis).sum();
        assertThat(sum - streamed.timing().prepareMillis()).isBetween(3.11, 3.13);
    }
}
