package dev.dynamicworkers.playground.app.panel.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.fixture.Disk;
import dev.dynamicworkers.playground.app.fixture.SessionFixture;
import dev.dynamicworkers.playground.app.session.IsolateTag;
import dev.dynamicworkers.playground.app.session.NetworkEntry;
import dev.dynamicworkers.playground.app.session.Wish;
import dev.dynamicworkers.playground.core.project.Grant;
import dev.dynamicworkers.playground.core.project.network.NetworkMode;
import dev.dynamicworkers.playground.core.project.network.NetworkRule;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.trace.SubrequestRecord;
import dev.dynamicworkers.playground.core.worker.IsolateId;
import dev.dynamicworkers.playground.core.worker.Limit;
import dev.dynamicworkers.playground.core.worker.Limits;
import dev.dynamicworkers.playground.core.worker.Question;
import dev.dynamicworkers.playground.core.worker.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Grants, limits and network rules as the inspector shows and changes them, without a toolkit.
final class InspectorViewModelTest {
    @TempDir
    Path folder;

    private SessionFixture fixture;
    private InspectorViewModel model;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        fixture = new SessionFixture(folder);
        model = new InspectorViewModel(fixture.session());
        fixture.fx().runUntil(() -> !model.grants().isEmpty());
    }

    @AfterEach
    void close() {
        model.close();
        fixture.close();
    }

    private String rules() throws IOException {
        return Files.readString(folder.resolve(".playground/playground.json"));
    }

    private Grant.Mode mode(String name) {
        return model.grants().stream()
                .filter(row -> row.name().equals(name))
                .map(GrantRow::mode)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void namesOfTheParentAreNotThoseOfItsDynamicWorkers() throws InterruptedException {
        assertThat(model.grants())
                .extracting(GrantRow::name)
                .contains("GREETER")
                .doesNotContain("LOADER");
        assertThat(model.workerWords()).isEqualTo("all dynamic workers");
        model.workerProperty().set(InspectorViewModel.PARENT);
        fixture.fx()
                .runUntil(
                        () -> model.grants().stream().anyMatch(row -> row.name().equals("LOADER")));
    }

    @Test
    void namesThatCodeTakesOutOfEnvCanBeTakenAwayAndGivenBack() throws InterruptedException, IOException {
        assertThat(mode("GREETER")).isEqualTo(Grant.Mode.ON);
        assertThat(model.grants().getFirst().sentence()).isEqualTo("As the code gives it.");
        model.workerProperty().set("greeter");
        model.rules().setGrant("GREETER", Grant.Mode.OFF);
        fixture.fx().runUntil(() -> mode("GREETER") == Grant.Mode.OFF);
        assertThat(rules()).contains("\"greeter\"").contains("\"GREETER\"");
        model.workerProperty().set(InspectorViewModel.PARENT);
        assertThat(mode("GREETER")).isEqualTo(Grant.Mode.ON);
        model.workerProperty().set("greeter");
        model.rules().clearGrant("GREETER");
        fixture.fx().runUntil(() -> mode("GREETER") == Grant.Mode.ON);
    }

    @Test
    void aMethodGetsARuleOfItsOwnThatOutlivesTheModeOfItsGrant() throws InterruptedException, IOException {
        model.workerProperty().set("greeter");
        model.rules().setMethod(row("GREETER"), "greet", Grant.Access.DENY);
        fixture.fx()
                .runUntil(() ->
                        model.methods(row("GREETER")).equals(List.of(new GrantMethod("greet", Grant.Access.DENY, 0))));
        assertThat(row("GREETER").sentence()).endsWith("One method has a rule of its own.");
        model.rules().setMode(row("GREETER"), Grant.Mode.ASK);
        fixture.fx().runUntil(() -> mode("GREETER") == Grant.Mode.ASK);
        assertThat(rules()).contains("\"greet\": \"deny\"").contains("\"ask\"");
        model.rules().setMethod(row("GREETER"), "greet", null);
        fixture.fx().runUntil(() -> model.methods(row("GREETER")).isEmpty());
        model.rules().setMode(row("GREETER"), Grant.Mode.ON);
        fixture.fx().runUntil(() -> row("GREETER").place() == null);
    }

    @Test
    void callsOfTheLastRunStandBesideTheirGrant() throws InterruptedException {
        model.workerProperty().set("greeter");
        model.rules().setGrant("NOTES", Grant.Mode.READ_ONLY);
        fixture.fx()
                .runUntil(() -> model.grants().stream()
                        .anyMatch(row -> row.name().equals("NOTES") && row.mode() == Grant.Mode.READ_ONLY));
        assertThat(row("NOTES").calls()).isZero();
        fixture.send("/hello");
        fixture.fx().runUntil(() -> row("NOTES").calls() == 1);
        assertThat(model.methods(row("NOTES"))).containsExactly(new GrantMethod("get", null, 1));
        assertThat(row("NOTES").traffic().sentence()).isEqualTo("1 call in the last run sent 5 B and received 11 B.");
        fixture.fx().runUntil(() -> row("NOTES").kind().equals("KV"));
        model.workerProperty().set(InspectorViewModel.ALL);
        assertThat(row("GREETER").kind()).isEqualTo("service");
        model.workerProperty().set(InspectorViewModel.PARENT);
        assertThat(row("GREETER").calls()).isZero();
        fixture.send("/html");
        model.workerProperty().set("greeter");
        fixture.fx().runUntil(() -> row("NOTES").calls() == 0);
    }

    @Test
    void whatTheRulesTakeAwayIsListedAndGivenBack() throws InterruptedException {
        model.workerProperty().set("greeter");
        assertThat(model.taken()).isEmpty();
        model.rules().setGrant("NOTES", Grant.Mode.READ_ONLY);
        fixture.fx().runUntil(() -> model.taken().size() == 1);
        model.rules().setLimit("cpuMs", "20");
        fixture.fx().runUntil(() -> model.taken().size() == 2);
        assertThat(model.taken()).extracting(TakenAway::text).containsExactly("NOTES read-only", "cpuMs 20");
        model.workerProperty().set(InspectorViewModel.PARENT);
        assertThat(model.taken()).isEmpty();
        model.workerProperty().set("greeter");
        model.taken().getFirst().undo().run();
        fixture.fx().runUntil(() -> model.taken().size() == 1);
        model.taken().getFirst().undo().run();
        fixture.fx().runUntil(() -> model.taken().isEmpty());
    }

    @Test
    void limitsSayWhatTheLastRunUsedOfThemAndWhoSetThem() throws InterruptedException {
        model.workerProperty().set("greeter");
        assertThat(use(Limit.CPU).text()).isEqualTo("30 s, by the settings");
        fixture.send("/hello");
        fixture.fx().runUntil(() -> use(Limit.CPU).setBy().equals("the code"));
        fixture.fx().runUntil(() -> Objects.equals(use(Limit.SUBREQUESTS).used(), 1.0));
        assertThat(use(Limit.CPU).text()).isEqualTo("0.4 of 50 ms, by the code");
        assertThat(use(Limit.SUBREQUESTS).text()).isEqualTo("1 of 10,000, by the settings");
        assertThat(use(Limit.WALL).text()).isEqualTo("3.1 ms of 900 s, by the settings");
        assertThat(use(Limit.CPU).share()).isEqualTo(0.42 / 50);
        assertThat(use(Limit.LOG_LINES).used()).isEqualTo(4);
        fixture.session().allowance().limitsProperty().set(Limits.Preset.STRICT.limits());
        assertThat(use(Limit.MEMORY).value()).isEqualTo(32);
    }

    @Test
    void limitsOfAllProjectsGoToTheSettings() {
        List<String> set = new ArrayList<>();
        fixture.session().allowance().onSet((limit, value) -> set.add(limit.key() + "=" + value));
        assertThat(model.setAllowed(Limit.MEMORY, " 64 ")).isEmpty();
        assertThat(model.setAllowed(Limit.MEMORY, "0")).isEqualTo("memoryMb is a whole number from 1 to 16,384 MiB.");
        assertThat(set).containsExactly("memoryMb=64");
    }

    @Test
    void measuringSendsTheLastRequestTwentyTimesAndProposesTwiceWhatThatTook() throws InterruptedException {
        model.workerProperty().set("greeter");
        model.measure().toggle();
        assertThat(model.measure().stateProperty().get().sentence()).startsWith("Send the request once");
        fixture.send("/hello");
        model.measure().toggle();
        assertThat(model.measure().stateProperty().get().isUnderWay()).isTrue();
        fixture.fx().runUntil(() -> !model.measure().stateProperty().get().isUnderWay());
        LimitMeasure.State state = model.measure().stateProperty().get();
        assertThat(state.sentence())
                .isEqualTo("Of 20 runs, 95 % took at most 0.42 ms of CPU time and 1 subrequest. Twice that is 1 ms and"
                        + " 2.");
        assertThat(fixture.session().runs()).hasSize(1 + LimitMeasure.RUNS);
        fixture.send("/error");
        model.measure().toggle();
        fixture.fx().runUntil(() -> !model.measure().stateProperty().get().isUnderWay());
        assertThat(model.measure().stateProperty().get().sentence()).contains("did not end well (EXCEPTION)");
    }

    private LimitUse use(Limit limit) {
        return model.uses().stream()
                .filter(use -> use.limit() == limit)
                .findFirst()
                .orElseThrow();
    }

    private GrantRow row(String name) {
        return model.grants().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void limitsAreSetAndTakenAwayAndWrongOnesSaySo() throws InterruptedException {
        assertThat(model.rules().limits().cpuMillis()).isEqualTo(-1);
        assertThat(model.rules().setLimit("cpuMs", "20")).isEmpty();
        fixture.fx().runUntil(() -> model.rules().limits().cpuMillis() == 20);
        assertThat(model.rules().setLimit("cpuMs", "much")).startsWith("Write a whole number");
        model.rules().setLimit("cpuMs", " ");
        fixture.fx().runUntil(() -> model.rules().limits().cpuMillis() == -1);
    }

    @Test
    void aRuleFromABlockedRequestLetsItThrough() throws InterruptedException, IOException {
        assertThat(model.network().mode()).isEqualTo(NetworkMode.BLOCKED);
        model.network().test("GET", "https://api.example.com/v1");
        assertThat(model.network().verdictProperty().get()).startsWith("deny: ");
        fixture.session().wish(new Wish.Inspect(Wish.Page.NETWORK, "POST https://api.example.com/v1/notes"));
        assertThat(model.pageProperty().get()).isEqualTo(Wish.Page.NETWORK);
        assertThat(model.subjectProperty().get()).isEqualTo("POST https://api.example.com/v1/notes");
        assertThat(model.network().add(RuleDraft.of("not a host!", NetworkRule.Action.ALLOW)))
                .contains("is not a host");
        assertThat(model.network().add(RuleDraft.of("api.example.com", NetworkRule.Action.ALLOW)))
                .isEmpty();
        fixture.fx().runUntil(() -> model.network().rules().size() == 1);
        assertThat(model.network().mode()).isEqualTo(NetworkMode.RULES);
        model.network().test("GET", "https://api.example.com/v1");
        assertThat(model.network().verdictProperty().get())
                .isEqualTo("allow: allow api.example.com (network.rules[0])");
        model.network()
                .add(RuleDraft.of("*.example.com", NetworkRule.Action.DENY).about("DELETE", "/v1/*"));
        fixture.fx().runUntil(() -> model.network().rules().size() == 2);
        assertThat(model.network().rules().getFirst().text()).isEqualTo("deny DELETE *.example.com/v1/*");
        assertThat(model.network().fake("GET", "https://files.example.com:8443/a/b?c=d"))
                .isEmpty();
        fixture.fx().runUntil(() -> model.network().rules().size() == 3);
        assertThat(model.network().rules().getFirst().text()).isEqualTo("answer GET files.example.com:8443/a/b");
        model.network().test("GET", "https://files.example.com:8443/a/b?c=e");
        assertThat(model.network().verdictProperty().get()).startsWith("answer: ");
        assertThat(model.network().fake("GET", "nowhere")).contains("is not the address");
        model.network().removeRule(0);
        fixture.fx().runUntil(() -> model.network().rules().size() == 2);
        model.network().removeRule(0);
        fixture.fx().runUntil(() -> model.network().rules().size() == 1);
        assertThat(rules()).doesNotContain("DELETE");
    }

    @Test
    void rulesAreChangedMovedAndTakenBackAndTellHowOftenTheyDecided() throws InterruptedException, IOException {
        NetworkRulesModel network = model.network();
        network.add(RuleDraft.of("a.example", NetworkRule.Action.ALLOW));
        fixture.fx().runUntil(() -> network.rules().size() == 1);
        network.add(RuleDraft.of("api.example.com", NetworkRule.Action.DENY));
        fixture.fx().runUntil(() -> network.rules().size() == 2);
        assertThat(network.move(0, -1)).isZero();
        assertThat(network.move(0, 1)).isEqualTo(1);
        fixture.fx().runUntil(() -> network.rules().getLast().text().equals("deny api.example.com"));
        assertThat(network.replace(1, RuleDraft.of("nowhere at all", NetworkRule.Action.ASK)))
                .contains("is not a host");
        assertThat(network.replace(1, network.draft(1).about("GET", "/v1/*"))).isEmpty();
        fixture.fx().runUntil(() -> network.rules().getLast().text().equals("deny GET api.example.com/v1/*"));
        undo();
        fixture.fx().runUntil(() -> network.rules().getLast().text().equals("deny api.example.com"));
        undo();
        assertThat(Objects.requireNonNull(
                                fixture.session().notices().latestProperty().get())
                        .text())
                .isEqualTo("The rules were changed again since; that is not undone.");
        network.removeRule(0);
        fixture.fx().runUntil(() -> network.rules().size() == 1);
        undo();
        fixture.fx().runUntil(() -> network.rules().size() == 2);
        assertThat(NetworkRulesModel.hits(
                        network.rules(),
                        List.of(
                                decided("network.rules[0]", "deny api.example.com"),
                                decided("network.rules[3]", "deny api.example.com: a person allowed it"),
                                decided("network.mode", "blocked"),
                                decided("dynamicWorkers.greeter.network.rules[0]", "allow a.example"))))
                .isEqualTo(Map.of("network.rules[1]", 2));
        assertThat(network.hitsProperty().get()).isEmpty();
    }

    private static NetworkEntry decided(String id, String text) {
        IsolateId isolate = new IsolateId(2);
        SubrequestRecord request = new SubrequestRecord(
                isolate,
                "https://api.example.com/",
                "GET",
                SubrequestRecord.Decision.DENIED,
                null,
                null,
                new SubrequestRecord.Rule(id, text),
                null,
                null,
                null);
        return new NetworkEntry(1, IsolateTag.of("greeter", IsolateSnapshot.Role.DYNAMIC), request, null);
    }

    /// Presses the button of the newest notice that has one.
    private void undo() {
        fixture.session().notices().all().stream()
                .filter(notice -> notice.actionName().equals("Undo"))
                .findFirst()
                .orElseThrow()
                .action()
                .run();
    }

    @Test
    void aGrantSaysWhatItIsAndIsAnsweredByWhatWasTyped() throws InterruptedException, IOException {
        model.workerProperty().set("greeter");
        fixture.send("/hello");
        fixture.fx().runUntil(() -> row("GREETER").kind().equals("service"));
        assertThat(row("GREETER").target()).isEqualTo("entrypoint Greeter");
        assertThat(row("GREETER").props()).isEqualTo("{\"limit\":3}");
        assertThat(row("GREETER").sentence())
                .isEqualTo("As the code gives it: this code can call every method of it, and send it requests.");
        assertThat(row("MODE").target()).isEqualTo("\"demo\"");
        assertThat(model.lastResult(row("NOTES"), "get")).isEqualTo("\"likes tea\"");
        AnswerDraft wrong = new AnswerDraft(AnswerDraft.Kind.VALUE, "tea", "");
        assertThat(model.rules().setAnswer(row("NOTES"), "get", wrong)).startsWith("This is no JSON.");
        AnswerDraft tea = new AnswerDraft(AnswerDraft.Kind.VALUE, "{ \"tea\": true }", "");
        assertThat(model.rules().setAnswer(row("NOTES"), "get", tea)).isEmpty();
        fixture.fx().runUntil(() -> row("NOTES").grant().methods().containsKey("get"));
        assertThat(rules()).contains("\"fixture\"").contains("\"tea\"");
        assertThat(model.rules().setAnswer(row("GREETER"), null, tea)).isEmpty();
        fixture.fx().runUntil(() -> mode("GREETER") == Grant.Mode.FIXTURE);
        assertThat(row("GREETER").sentence()).isEqualTo("Calls are answered by a fixture of the rules.");
    }

    @Test
    void commentsOfTheFileStayAndABrokenFileIsToldAndNotOverwritten() throws InterruptedException, IOException {
        Path file = folder.resolve(".playground/playground.json");
        Files.createDirectories(file.getParent());
        Disk.write(file, "{\n  // mine\n  \"version\": 1,\n}\n");
        model.network().setMode(NetworkMode.ASK);
        fixture.fx().runUntil(() -> model.network().mode() == NetworkMode.ASK);
        assertThat(rules()).contains("// mine");
        Disk.write(file, "{ \"network\": ");
        model.network().setMode(NetworkMode.OPEN);
        fixture.fx().runUntil(() -> !model.stateProperty().get().problem().isEmpty());
        assertThat(model.stateProperty().get().problem()).startsWith(".playground/playground.json:1: ");
        assertThat(rules()).isEqualTo("{ \"network\": ");
    }

    @Test
    void questionsWaitForAnAnswerAndNoneInTimeIsANo() throws InterruptedException {
        Question first = question(1, Instant.now().plusSeconds(60));
        Question late = question(2, Instant.now().minusSeconds(1));
        CompletableFuture<Verdict> allowed =
                fixture.session().questions().asked(first).toCompletableFuture();
        CompletableFuture<Verdict> expired =
                fixture.session().questions().asked(late).toCompletableFuture();
        fixture.fx().runUntil(() -> fixture.session().questions().open().size() == 2);
        fixture.session().questions().expire(Instant.now());
        assertThat(expired).isCompletedWithValue(Verdict.DENY);
        fixture.session().questions().answer(first, Verdict.ALLOW);
        assertThat(allowed).isCompletedWithValue(Verdict.ALLOW);
        assertThat(fixture.session().questions().open()).isEmpty();
    }

    private static Question question(long number, Instant deadline) {
        return new Question(
                number,
                Question.Kind.NETWORK,
                new IsolateId(2),
                "greeter",
                "GET https://example.com/",
                "ask (network.mode)",
                deadline);
    }

    @Test
    void rulesAreFoundInAFileWithCommentsAndTrailingCommas() {
        assertThat(RuleTexts.of(
                        "{ /* a */ \"network\": { \"rules\": [ { \"host\": \"a//b\", }, // c\n {\"x\":[1,]}, ], }, }"))
                .hasSize(2)
                .last()
                .isEqualTo("{\"x\":[1]}");
        assertThat(RuleTexts.of("")).isEmpty();
    }
}
