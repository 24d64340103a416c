package dev.dynamicworkers.playground.app.panel.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.fixture.SessionFixture;
import dev.dynamicworkers.playground.app.session.Wish;
import dev.dynamicworkers.playground.core.project.Grant;
import dev.dynamicworkers.playground.core.project.network.NetworkMode;
import dev.dynamicworkers.playground.core.project.network.NetworkRule;
import dev.dynamicworkers.playground.core.worker.IsolateId;
import dev.dynamicworkers.playground.core.worker.Question;
import dev.dynamicworkers.playground.core.worker.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
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
    void namesThatCodeTakesOutOfEnvCanBeTakenAwayAndGivenBack() throws InterruptedException, IOException {
        assertThat(mode("GREETER")).isEqualTo(Grant.Mode.ON);
        assertThat(model.grants().getFirst().sentence()).isEqualTo("As the code gives it.");
        model.workerProperty().set("greeter");
        model.setGrant("GREETER", Grant.Mode.OFF);
        fixture.fx().runUntil(() -> mode("GREETER") == Grant.Mode.OFF);
        assertThat(rules()).contains("\"greeter\"").contains("\"GREETER\"");
        model.workerProperty().set(InspectorViewModel.PARENT);
        assertThat(mode("GREETER")).isEqualTo(Grant.Mode.ON);
        model.workerProperty().set("greeter");
        model.clearGrant("GREETER");
        fixture.fx().runUntil(() -> mode("GREETER") == Grant.Mode.ON);
    }

    @Test
    void aMethodGetsARuleOfItsOwnThatOutlivesTheModeOfItsGrant() throws InterruptedException, IOException {
        model.workerProperty().set("greeter");
        model.setMethod(row("GREETER"), "greet", Grant.Access.DENY);
        fixture.fx()
                .runUntil(() ->
                        model.methods(row("GREETER")).equals(List.of(new GrantMethod("greet", Grant.Access.DENY, 0))));
        assertThat(row("GREETER").sentence()).endsWith("One method has a rule of its own.");
        model.setMode(row("GREETER"), Grant.Mode.ASK);
        fixture.fx().runUntil(() -> mode("GREETER") == Grant.Mode.ASK);
        assertThat(rules()).contains("\"greet\": \"deny\"").contains("\"ask\"");
        model.setMethod(row("GREETER"), "greet", null);
        fixture.fx().runUntil(() -> model.methods(row("GREETER")).isEmpty());
        model.setMode(row("GREETER"), Grant.Mode.ON);
        fixture.fx().runUntil(() -> row("GREETER").place() == null);
    }

    private GrantRow row(String name) {
        return model.grants().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void limitsAreSetAndTakenAwayAndWrongOnesSaySo() throws InterruptedException {
        assertThat(model.limits().cpuMillis()).isEqualTo(-1);
        assertThat(model.setLimit("cpuMs", "20")).isEmpty();
        fixture.fx().runUntil(() -> model.limits().cpuMillis() == 20);
        assertThat(model.setLimit("cpuMs", "much")).startsWith("Write a whole number");
        model.setLimit("cpuMs", " ");
        fixture.fx().runUntil(() -> model.limits().cpuMillis() == -1);
    }

    @Test
    void aRuleFromABlockedRequestLetsItThrough() throws InterruptedException, IOException {
        assertThat(model.mode()).isEqualTo(NetworkMode.BLOCKED);
        model.test("GET", "https://api.example.com/v1");
        assertThat(model.verdictProperty().get()).startsWith("deny: ");
        fixture.session().wish(new Wish.Inspect(Wish.Page.NETWORK, "POST https://api.example.com/v1/notes"));
        assertThat(model.pageProperty().get()).isEqualTo(Wish.Page.NETWORK);
        assertThat(model.subjectProperty().get()).isEqualTo("POST https://api.example.com/v1/notes");
        assertThat(model.addRule("not a host!", "", "", NetworkRule.Action.ALLOW))
                .contains("is not a host");
        assertThat(model.addRule("api.example.com", "", "", NetworkRule.Action.ALLOW))
                .isEmpty();
        fixture.fx().runUntil(() -> model.rules().size() == 1);
        assertThat(model.mode()).isEqualTo(NetworkMode.RULES);
        model.test("GET", "https://api.example.com/v1");
        assertThat(model.verdictProperty().get()).isEqualTo("allow: allow api.example.com (network.rules[0])");
        model.addRule("*.example.com", "DELETE", "/v1/*", NetworkRule.Action.DENY);
        fixture.fx().runUntil(() -> model.rules().size() == 2);
        assertThat(model.rules().getFirst().text()).isEqualTo("deny DELETE *.example.com/v1/*");
        model.removeRule(0);
        fixture.fx().runUntil(() -> model.rules().size() == 1);
        assertThat(rules()).doesNotContain("DELETE");
    }

    @Test
    void commentsOfTheFileStayAndABrokenFileIsToldAndNotOverwritten() throws InterruptedException, IOException {
        Path file = folder.resolve(".playground/playground.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\n  // mine\n  \"version\": 1,\n}\n");
        model.setMode(NetworkMode.ASK);
        fixture.fx().runUntil(() -> model.mode() == NetworkMode.ASK);
        assertThat(rules()).contains("// mine");
        Files.writeString(file, "{ \"network\": ");
        model.setMode(NetworkMode.OPEN);
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
