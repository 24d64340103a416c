package dev.dynamicworkers.playground.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.error.ErrorReporter;
import dev.dynamicworkers.playground.app.fixture.SessionFixture;
import dev.dynamicworkers.playground.app.panel.calls.CallsViewModel;
import dev.dynamicworkers.playground.app.panel.console.ConsoleViewModel;
import dev.dynamicworkers.playground.app.panel.network.NetworkViewModel;
import dev.dynamicworkers.playground.app.panel.request.RequestViewModel;
import dev.dynamicworkers.playground.app.panel.runs.RunsViewModel;
import dev.dynamicworkers.playground.app.panel.timeline.TimelineViewModel;
import dev.dynamicworkers.playground.core.project.secret.Secrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every way out of the window, with secrets whose values are in all that the runtime tells: none goes along.
final class SecretExitsTest {
    private static final String TYPED = "sk-live-0123456789";

    @TempDir
    Path folder;

    @Test
    void noExitHasAValue() throws IOException, InterruptedException {
        Path project = Files.createDirectories(folder.resolve("project"));
        // What the runtime of this test logs, asks for and answers.
        Files.writeString(
                project.resolve(".dev.vars"),
                "TAG=curious\nHOST=api.example.com\nGREETING=\"Hello, Ada!\"\nKEY=" + TYPED + "\n");
        try (SessionFixture fixture = new SessionFixture(project)) {
            ProjectSession session = fixture.session();
            RunRecord run = fixture.send("/hello?key=" + TYPED);
            assertThat(text(run)).contains("Hello, Ada!");
            assertThat(session.network()).isNotEmpty();

            ConsoleViewModel console = new ConsoleViewModel(session);
            NetworkViewModel network = new NetworkViewModel(session);
            RunsViewModel runs = new RunsViewModel(session);
            RequestViewModel request = new RequestViewModel(session);
            Path log = folder.resolve("console.log");
            Path har = folder.resolve("requests.har");
            Path drawn = folder.resolve("timeline.svg");
            Path exported = folder.resolve("run.json");
            fixture.fx().runUntil(() -> session.log().lines().size() >= 4);
            console.export(log);
            network.export(har);
            runs.export(run, exported);
            TimelineViewModel timeline = new TimelineViewModel(session);
            fixture.fx().runUntil(() -> timeline.svg().contains("console line"));
            timeline.export(drawn);
            fixture.fx().runUntil(() -> Stream.of(log, har, exported, drawn).allMatch(Files::exists));
            RunStore store = new RunStore(folder.resolve("runs"), session.secretMask());
            store.keep(run);

            assertThat(without(Files.readString(log))).contains("[secret TAG]");
            assertThat(without(console.copyText(session.log().lines()))).contains("[secret TAG]");
            assertThat(without(Files.readString(har)))
                    .contains("[secret HOST]", "\"x-tag\"", "[secret TAG]", "[secret GREETING]");
            assertThat(without(network.curl(network.shown().getLast()))).contains("x-tag: [secret TAG]");
            assertThat(without(network.curl(network.shown().getFirst()))).contains("[secret HOST]");
            assertThat(without(Files.readString(exported))).contains("[secret KEY]");
            assertThat(without(request.leaving("curl -H 'x-key: " + TYPED + "'")))
                    .isEqualTo("curl -H 'x-key: [secret KEY]'");
            Path calls = folder.resolve("calls.jsonl");
            new CallsViewModel(session).export(calls);
            fixture.fx().runUntil(() -> Files.exists(calls));
            assertThat(without(Files.readString(calls))).contains("\"call\":\"NOTES.get\"");
            String[] report = {""};
            session.report(run, text -> report[0] = text);
            fixture.fx().runUntil(() -> !report[0].isEmpty());
            assertThat(without(report[0])).contains("[secret KEY]", "[secret TAG]", "[secret GREETING]");
            assertThat(without(Files.readString(drawn))).contains("[secret KEY]", "[secret TAG]");
            timeline.close();
            RunRecord kept = store.load().getFirst();
            assertThat(without(text(kept))).contains("[secret GREETING]");
            assertThat(Objects.requireNonNull(kept.reply()).isTruncated()).isFalse();
            assertThat(session.secretMask().filled(kept.request())).isEqualTo(run.request());
        }
    }

    private static String text(RunRecord run) {
        return new String(Objects.requireNonNull(run.reply()).body(), StandardCharsets.UTF_8);
    }

    private static String without(String text) {
        assertThat(text).doesNotContain("curious", "api.example.com", "Hello, Ada!", TYPED);
        return text;
    }

    @Test
    void failuresOfTheWindowAreReportedWithoutValues() {
        SecretMask mask = new SecretMask();
        mask.learn(new Secrets(Map.of("KEY", TYPED)));
        mask.learn(new Secrets(Map.of("KEY", "another-value")));
        ErrorReporter errors = new ErrorReporter(Runnable::run);
        errors.maskedBy(mask);

        errors.report("Could not save " + TYPED + ".txt.", new IOException("another-value: no such file"));

        assertThat(Objects.requireNonNull(errors.latestProperty().get()).report())
                .contains("[secret KEY (before 1)].txt", "IOException: [secret KEY]")
                .doesNotContain(TYPED, "another-value");
    }

    /// A new way out is thought about: it passes [SecretMask], or what it hands over is as people see it, and
    /// `docs/threat-model.md` says so.
    @Test
    void noWayOutIsUnknown() throws IOException {
        Pattern way = Pattern.compile("getSystemClipboard\\(\\)\\.setContent|showSaveDialog");
        TreeSet<String> found = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
            for (Path file :
                    sources.filter(each -> each.toString().endsWith(".java")).toList()) {
                if (way.matcher(Files.readString(file)).find()) {
                    found.add(String.valueOf(file.getFileName()).replace(".java", ""));
                }
            }
        }
        List<String> masked = List.of(
                "CallsView", "ConsoleView", "NetworkView", "NoticeBar", "RequestView", "RunsView", "TimelineView");
        // Masked by the engine: errors, code and names. The project by files, whose secrets are told. No value of guest
        // code.
        List<String> maskedBefore = List.of(
                "CodePage",
                "CodePatchView",
                "RuleCommands",
                "ErrorCard",
                "IsolatesView",
                "FileDialogs",
                "Diagnostics",
                "FileMenu",
                "ProfileView");
        // A person copies a secret on purpose; it leaves the clipboard after a while.
        List<String> asShown = List.of("BodyPane", "ValueTreePane", "SecretValue");
        // Words of ours alone.
        List<String> withoutValues = List.of("AccessView");
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(Stream.of(masked, maskedBefore, asShown, withoutValues)
                        .flatMap(List::stream)
                        .toList());
    }
}
