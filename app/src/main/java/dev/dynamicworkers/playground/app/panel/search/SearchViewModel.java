package dev.dynamicworkers.playground.app.panel.search;

import dev.dynamicworkers.playground.app.code.TextEdit;
import dev.dynamicworkers.playground.app.code.search.TextMatch;
import dev.dynamicworkers.playground.app.code.search.TextQuery;
import dev.dynamicworkers.playground.app.session.Amounts;
import dev.dynamicworkers.playground.app.session.Place;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.ProjectTexts;
import dev.dynamicworkers.playground.app.task.LongTask;
import dev.dynamicworkers.playground.app.task.Progress;
import dev.dynamicworkers.playground.app.task.RunningTask;
import dev.dynamicworkers.playground.app.task.Tasks;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.PatternSyntaxException;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// A search in all files: what is looked for, and what was found. FX thread.
public final class SearchViewModel implements AutoCloseable {
    private static final Duration SETTLE = Duration.ofMillis(250);
    private static final int MOST_HITS = 2_000;
    private static final int LONGEST_TEXT = 300;
    private static final int LONGEST_NAME = 40;

    private final ProjectSession session;
    private final StringProperty wanted = new SimpleStringProperty("");
    private final StringProperty replacement = new SimpleStringProperty("");
    private final StringProperty include = new SimpleStringProperty("");
    private final BooleanProperty matchCase = new SimpleBooleanProperty();
    private final BooleanProperty wholeWord = new SimpleBooleanProperty();
    private final BooleanProperty regex = new SimpleBooleanProperty();
    private final ObservableList<FileHits> files = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper searching = new ReadOnlyBooleanWrapper();
    // Read by the search itself, which gives up when a newer one was asked for.
    private final AtomicLong newest = new AtomicLong();
    private @Nullable Runnable pending;
    private @Nullable LongTask searchTask;

    /// The matches of one file.
    ///
    /// @param hits lines with a match
    public record FileHits(SearchHit file, List<SearchHit> hits) {}

    private record Found(List<FileHits> files, String problem, boolean cut) {}

    /// @param session whose files are searched
    public SearchViewModel(ProjectSession session) {
        this.session = session;
        for (var property : List.of(wanted, include)) {
            property.subscribe(text -> searchSoon());
        }
        for (var property : List.of(matchCase, wholeWord, regex)) {
            property.subscribe(on -> searchSoon());
        }
    }

    // Properties

    /// What is looked for.
    public StringProperty wantedProperty() {
        return wanted;
    }

    /// What takes its place.
    public StringProperty replacementProperty() {
        return replacement;
    }

    /// Which files are searched: names or globs apart by commas; empty for all.
    public StringProperty includeProperty() {
        return include;
    }

    /// Whether capital and small letters differ.
    public BooleanProperty matchCaseProperty() {
        return matchCase;
    }

    /// Whether only whole words are found.
    public BooleanProperty wholeWordProperty() {
        return wholeWord;
    }

    /// Whether it is a regular expression.
    public BooleanProperty regexProperty() {
        return regex;
    }

    /// Files with matches.
    public ObservableList<FileHits> files() {
        return files;
    }

    /// How many there are, or why there are none.
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /// Whether the query can't be used.
    public ReadOnlyBooleanProperty failedProperty() {
        return failed.getReadOnlyProperty();
    }

    /// Whether a search is under way.
    public ReadOnlyBooleanProperty searchingProperty() {
        return searching.getReadOnlyProperty();
    }

    // Commands

    private void searchSoon() {
        cancelPending();
        newest.incrementAndGet();
        pending = session.later(SETTLE, this::search);
    }

    private void cancelPending() {
        if (pending != null) {
            pending.run();
            pending = null;
        }
    }

    /// Searches at once.
    public void search() {
        cancelPending();
        long number = newest.incrementAndGet();
        if (wanted.get().isEmpty()) {
            show(new Found(List.of(), "", /* cut= */ false));
            summary.set("");
            return;
        }
        searching.set(true);
        TextQuery query = query();
        ProjectTexts texts = session.texts();
        String globs = include.get();
        cancelSearch();
        RunningTask<Found> task = session.tasks()
                .run(
                        "Searching for \u201c" + shortened(wanted.get()) + "\u201d",
                        progress -> find(query, texts, globs, number, progress));
        searchTask = task.seen();
        task.onCancel(() -> stopped(number)).onSuccess(found -> {
            if (number == newest.get()) {
                show(found);
            }
        });
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME) + "\u2026" : text;
    }

    private void cancelSearch() {
        if (searchTask != null) {
            searchTask.cancel();
            searchTask = null;
        }
    }

    private void stopped(long number) {
        if (number == newest.get()) {
            searching.set(false);
            summary.set("The search was cancelled.");
        }
    }

    private TextQuery query() {
        Set<TextQuery.Option> options = EnumSet.noneOf(TextQuery.Option.class);
        if (matchCase.get()) {
            options.add(TextQuery.Option.CASE);
        }
        if (wholeWord.get()) {
            options.add(TextQuery.Option.WORD);
        }
        if (regex.get()) {
            options.add(TextQuery.Option.REGEX);
        }
        return new TextQuery(wanted.get(), options);
    }

    private Found find(TextQuery query, ProjectTexts texts, String globs, long number, Progress progress)
            throws InterruptedException {
        List<FileHits> found = new ArrayList<>();
        int room = MOST_HITS;
        List<PathMatcher> included = matchers(globs);
        int done = 0;
        for (String path : texts.paths()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            progress.at(done++, texts.paths().size());
            if (number != newest.get() || room <= 0) {
                break;
            }
            boolean wantedFile = included.isEmpty() || included.stream().anyMatch(m -> m.matches(Path.of(path)));
            Optional<String> text = wantedFile ? texts.read(path) : Optional.empty();
            if (text.isPresent()) {
                try {
                    List<TextMatch> matches = query.in(text.get(), room);
                    room -= matches.size();
                    if (!matches.isEmpty()) {
                        found.add(new FileHits(SearchHit.file(path, matches.size()), hits(path, text.get(), matches)));
                    }
                } catch (TextQuery.InvalidQuery e) {
                    return new Found(List.of(), String.valueOf(e.getMessage()), /* cut= */ false);
                }
            }
        }
        return new Found(found, "", room <= 0);
    }

    private static List<SearchHit> hits(String path, String text, List<TextMatch> matches) {
        List<SearchHit> hits = new ArrayList<>();
        int line = 1;
        int lineStart = 0;
        int at = 0;
        for (TextMatch match : matches) {
            while (at < match.start()) {
                if (text.charAt(at++) == '\n') {
                    line++;
                    lineStart = at;
                }
            }
            int end = text.indexOf('\n', match.start());
            end = end < 0 ? text.length() : end;
            int from = Math.max(lineStart, match.start() - LONGEST_TEXT / 3);
            String shown = text.substring(from, Math.min(end, from + LONGEST_TEXT));
            int indent = shown.length() - shown.stripLeading().length();
            indent = Math.min(indent, match.start() - from);
            hits.add(new SearchHit(
                    path,
                    line,
                    match.start() - lineStart + 1,
                    shown.substring(indent),
                    match.start() - from - indent,
                    Math.min(match.end() - from, shown.length()) - indent,
                    0));
        }
        return hits;
    }

    private static List<PathMatcher> matchers(String globs) {
        List<PathMatcher> matchers = new ArrayList<>();
        for (String part : globs.split(",")) {
            String glob = part.strip();
            if (!glob.isEmpty()) {
                String whole = glob.contains("/") || glob.contains("*") ? glob : "**" + glob + "**";
                for (String one : whole.startsWith("**") ? List.of(whole) : List.of(whole, "**/" + whole)) {
                    try {
                        matchers.add(FileSystems.getDefault().getPathMatcher("glob:" + one));
                    } catch (PatternSyntaxException e) {
                        matchers.add(path -> false);
                    }
                }
            }
        }
        return matchers;
    }

    private void show(Found found) {
        searching.set(false);
        failed.set(!found.problem().isEmpty());
        files.setAll(found.files());
        int count = found.files().stream().mapToInt(file -> file.file().count()).sum();
        int inFiles = found.files().size();
        summary.set(
                !found.problem().isEmpty()
                        ? found.problem()
                        : count == 0
                                ? "Nothing found"
                                : count + (count == 1 ? " match" : " matches") + " in " + inFiles
                                        + (inFiles == 1 ? " file" : " files")
                                        + (found.cut() ? "; more are not shown" : ""));
    }

    /// Shows a match in an editor.
    public void open(SearchHit hit) {
        session.reveal(new Place(hit.path(), Math.max(hit.line(), 1), Math.max(hit.column(), 1)));
    }

    /// Leaves a file out of the results, so that nothing is replaced in it.
    public void dismiss(FileHits file) {
        files.remove(file);
    }

    /// Replaces all matches in the files that are shown. The notice of it takes it back.
    public void replaceAll() {
        TextQuery query = query();
        String with = replacement.get();
        ProjectTexts texts = session.texts();
        List<String> paths = files.stream().map(file -> file.file().path()).toList();
        session.tasks()
                .run(
                        "Replacing in " + Amounts.count(paths.size(), "file"),
                        progress -> changes(query, texts, paths, with, progress),
                        Tasks.Trait.TELLS_ITS_END)
                .onCancel(() -> session.notices().tell("Replacing was cancelled; no file was changed."))
                .onSuccess(this::write);
    }

    private static Map<String, String[]> changes(
            TextQuery query, ProjectTexts texts, List<String> paths, String with, Progress progress)
            throws InterruptedException, TextQuery.InvalidQuery {
        Map<String, String[]> changes = new LinkedHashMap<>();
        int done = 0;
        for (String path : paths) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            progress.at(done++, paths.size());
            String before = texts.read(path).orElse("");
            String after = replaced(query, before, with);
            if (!after.equals(before)) {
                changes.put(path, new String[] {before, after});
            }
        }
        return changes;
    }

    private static String replaced(TextQuery query, String text, String with) throws TextQuery.InvalidQuery {
        List<TextEdit> edits = new ArrayList<>();
        for (TextMatch match : query.in(text, Integer.MAX_VALUE)) {
            edits.add(new TextEdit(match.start(), match.end(), query.replacement(text, match, with)));
        }
        if (edits.isEmpty()) {
            return text;
        }
        TextEdit joined = TextEdit.joined(text, edits);
        return text.substring(0, joined.start()) + joined.text() + text.substring(joined.end());
    }

    private void write(Map<String, String[]> changes) {
        changes.forEach((path, texts) ->
                session.fileOperations().edit(path, now -> now.equals(texts[0]) ? texts[1] : now));
        int count = changes.size();
        session.notices().tell("Replaced in " + count + (count == 1 ? " file." : " files."), "Undo", () -> {
            changes.forEach((path, texts) ->
                    session.fileOperations().edit(path, now -> now.equals(texts[1]) ? texts[0] : now));
        });
        files.clear();
        summary.set("Replaced in " + count + (count == 1 ? " file" : " files"));
    }

    @Override
    public void close() {
        cancelPending();
        newest.incrementAndGet();
        cancelSearch();
    }
}
