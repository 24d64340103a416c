package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.core.project.NetworkRulesReader;
import dev.dynamicworkers.playground.core.project.PlaygroundFile;
import dev.dynamicworkers.playground.core.worker.IsolateId;
import dev.dynamicworkers.playground.core.worker.Question;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/// Puts panels into states with fixed data, for whoever looks at how they look. Nothing runs and nothing is written:
/// what is shown goes with the next real run, the next change on disk, or the project. FX thread.
public final class FixedPanels {
    private static final String LONG_LINE = "dynamic/long-line.js";
    private static final String OTHER_BYTES = "dynamic/latin-1.js";

    private final SessionState state;
    private final ProjectFolder disk;
    private final OpenFiles files;
    private final Policy policy;
    private final Questions questions;
    private final LiveResponse live;
    private final Consumer<Place> reveal;
    private final List<OpenFile> shown = new ArrayList<>();
    private boolean filesHidden;

    FixedPanels(
            SessionState state,
            ProjectFolder disk,
            OpenFiles files,
            Policy policy,
            Questions questions,
            LiveResponse live,
            Consumer<Place> reveal) {
        this.state = state;
        this.disk = disk;
        this.files = files;
        this.policy = policy;
        this.questions = questions;
        this.live = live;
        this.reveal = reveal;
    }

    /// Ends what a state before this one shows as going on.
    private void settle() {
        state.runState().enter(RunState.Phase.IDLE);
        questions.denyAll();
        files.files().forEach(file -> {
            file.conflictProperty().set(false);
            file.missingProperty().set(false);
        });
        shown.forEach(files::close);
        shown.clear();
        if (filesHidden) {
            filesHidden = false;
            disk.scan();
        }
    }

    /// All panels without rows, as before the first run.
    public void empty() {
        settle();
        state.log().clear();
        state.isolates().clear();
        state.history().put(List.of(), List.of(), List.of());
        for (Problem.Source source : Problem.Source.values()) {
            state.problems().replace(source, List.of());
        }
        policy.show(Policy.State.NONE);
    }

    /// All panels with a row of each kind.
    public void filled() {
        empty();
        Instant now = Instant.now();
        state.log().append(FixedRows.lines(now), 0);
        state.isolates().measured(FixedRows.isolates(now));
        state.history().put(FixedRows.runs(now), FixedRows.network(now), FixedRows.calls(now));
        for (Problem.Source source : Problem.Source.values()) {
            state.problems().replace(source, FixedRows.problems(source, file()));
        }
    }

    /// The file of a dynamic worker that is open; where there is none, the parent's.
    private String file() {
        return files.files().stream()
                .filter(file -> file.role() == FileRole.DYNAMIC)
                .map(OpenFile::path)
                .findFirst()
                .orElseGet(() -> disk.outlineProperty().get().main());
    }

    /// How one run ended.
    public void ended(FixedState fixed) {
        settle();
        Instant now = Instant.now();
        RunRecord run = fixed.run(now);
        state.log().append(fixed.lines(now), 0);
        state.isolates().measured(fixed.isolates(now));
        state.history().showAsLast(run);
        state.problems().replace(Problem.Source.RUN, Runs.problems(run, disk::place));
    }

    /// A run that goes on, with a part of its response, until another state is shown.
    public void live() {
        settle();
        long number = state.runState().begin();
        live.begin(number);
        state.runState().enter(RunState.Phase.RUNNING);
        live.head(number, "200 OK");
        byte[] piece = "data: {\"token\":\"Hello\"}\n\n".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 5; i++) {
            live.piece(number, new StreamChunk(120.0 * i, (long) piece.length * i, piece.length), piece);
        }
    }

    /// Guest code that waits for an answer.
    public void question() {
        settle();
        var unused = questions.asked(new Question(
                1,
                Question.Kind.NETWORK,
                new IsolateId(9_102),
                "greeter",
                "POST https://api.example.com/v1/notes",
                "ask api.example.com (network.rules[0])",
                Instant.now().plus(Duration.ofMinutes(5))));
    }

    /// Rules that take things away, and let some requests out.
    public void rules() {
        settle();
        String text = """
            {
              "version": 1,
              "network": {
                "mode": "rules",
                "rules": [
                  { "host": "api.example.com", "methods": ["GET"], "path": "/v1/*", "action": "allow" },
                  { "host": "weather.example", "action": "answer", "answer": { "json": { "sun": true } } },
                  { "host": "*.example.org", "action": "ask" }
                ]
              },
              "dynamicWorkers": {
                "*": {
                  "grants": { "GREETER": "read-only", "MAIL": "ask", "KEY": "off" },
                  "limits": { "cpuMs": 10, "subRequests": 5 }
                }
              }
            }
            """;
        policy.show(new Policy.State(
                PlaygroundFile.of(text),
                NetworkRulesReader.read(
                        disk.root(), text, policy.silentProperty().get()),
                ""));
    }

    /// A folder without files.
    public void noFiles() {
        settle();
        FileNode tree = disk.treeProperty().get();
        if (tree != null) {
            filesHidden = true;
            disk.show(new FileNode(tree.name(), "", FileNode.Kind.FOLDER, List.of()));
        }
    }

    /// An open file that someone else changed.
    public void conflict() {
        settle();
        OpenFile file = files.find(file());
        if (file != null) {
            file.conflictProperty().set(true);
            reveal.accept(new Place(file.path(), 0, 0));
        }
    }

    /// An open file that is no longer on disk.
    public void gone() {
        settle();
        OpenFile file = files.find(file());
        if (file != null) {
            file.missingProperty().set(true);
            reveal.accept(new Place(file.path(), 0, 0));
        }
    }

    /// Isolates that were loaded with something else than the project says by now.
    public void stale() {
        filled();
        state.isolates()
                .stale()
                .tell(Map.of(
                        FixedRows.PARENT_ID, List.of("src/index.js"),
                        FixedRows.GREETER_ID, List.of("dynamic/greeter/index.js", "env.NOTES")));
    }

    /// All panels with rows, and a kept request for each of the runs.
    public List<KeptRequest> requests() {
        filled();
        List<KeptRequest> kept = new ArrayList<>();
        for (RunRecord run : state.history().runs()) {
            if (kept.stream().noneMatch(each -> each.draft().equals(run.request()))) {
                int index = kept.size();
                kept.add(new KeptRequest(
                        index < 4 ? "requests/notes.http" : "requests/failures.http",
                        index,
                        index % 3 == 2 ? "" : run.verdict().word().toLowerCase(Locale.ROOT),
                        run.request()));
            }
        }
        kept.add(new KeptRequest("requests/failures.http", kept.size(), "never sent", RequestDraft.EMPTY));
        return List.copyOf(kept);
    }

    /// A file that can only be read.
    public void readOnly() {
        settle();
        show(OTHER_BYTES, "// Gr\ufffd\ufffde\nexport default {};\n", TextStore.NOT_UTF_8);
    }

    /// A file with a line that is too long for colours. It is only read, so that nothing of it is saved.
    public void longLine() {
        settle();
        String line = "export default { text: '" + "0123456789".repeat(2_500) + "' };\n";
        show(LONG_LINE, line, "Shown for its long line, so it can't be saved.");
    }

    private void show(String path, String text, String readOnlyReason) {
        OpenFile file = new OpenFile(
                path,
                disk.root(),
                FileRole.DYNAMIC,
                new TextContent(text, LineEnd.LF, "", /* byteOrderMark= */ false, readOnlyReason, ""));
        shown.add(file);
        files.show(file);
        reveal.accept(new Place(path, 0, 0));
    }
}
