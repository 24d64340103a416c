package dev.dynamicworkers.playground.app.panel.problems;

import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.panel.problems.lint.CodeFiles;
import dev.dynamicworkers.playground.app.panel.problems.lint.SandboxLint;
import dev.dynamicworkers.playground.app.session.OpenFile;
import dev.dynamicworkers.playground.app.session.Place;
import dev.dynamicworkers.playground.app.session.Problem;
import dev.dynamicworkers.playground.app.session.ProjectOutline;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.ProjectTexts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What is wrong with the project and its last run, by file; also reads the code for what sandboxes refuse. FX thread.
public final class ProblemsViewModel implements AutoCloseable {
    private static final Duration SETTLE = Duration.ofMillis(400);
    private static final String NO_FILE = "";

    private final ProjectSession session;
    private final CodeFiles read = new CodeFiles();
    private final Subscriptions subscriptions = new Subscriptions();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private @Nullable Runnable pending;
    private long asked;
    private boolean closed;

    /// @param session whose problems are shown
    public ProblemsViewModel(ProjectSession session) {
        this.session = session;
        subscriptions.onChange(
                this::lintSoon, session.outlineProperty(), session.treeProperty(), session.diskVersionProperty());
        ListChangeListener<OpenFile> opened = change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(file -> file.dirtyProperty().subscribe(dirty -> lintSoon()));
            }
        };
        session.openFiles().files().addListener(opened);
        subscriptions.add(() -> session.openFiles().files().removeListener(opened));
        subscriptions.onChange(this::summarise, session.problems());
        summarise();
    }

    private void lintSoon() {
        if (pending == null && !closed) {
            pending = session.later(SETTLE, this::lint);
        }
    }

    private void lint() {
        pending = null;
        ProjectOutline outline = session.outlineProperty().get();
        if (closed
                || outline == ProjectOutline.UNKNOWN
                || session.treeProperty().get() == null) {
            return;
        }
        long number = ++asked;
        ProjectTexts texts = session.texts();
        session.compute(() -> SandboxLint.of(texts, outline, read), found -> {
            if (number == asked && !closed) {
                session.report(Problem.Source.LINT, found);
            }
        });
    }

    private void summarise() {
        long errors = count(Problem.Severity.ERROR);
        long warnings = count(Problem.Severity.WARNING);
        long notes = count(Problem.Severity.NOTE);
        summary.set(
                errors == 0 && warnings == 0
                        ? notes == 0 ? "no problems" : notes + (notes == 1 ? " note" : " notes")
                        : errors + (errors == 1 ? " error" : " errors") + " \u00b7 " + warnings
                                + (warnings == 1 ? " warning" : " warnings"));
    }

    private long count(Problem.Severity severity) {
        return session.problems().stream()
                .filter(problem -> problem.severity() == severity)
                .count();
    }

    /// The problems, those of the project first.
    public ObservableList<Problem> problems() {
        return session.problems();
    }

    /// How many errors and warnings there are, in words.
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /// The problems by file, in the order in which files have their first; those without a file have the key "".
    public Map<String, List<Problem>> byFile() {
        Map<String, List<Problem>> byFile = new LinkedHashMap<>();
        for (Problem problem : problems()) {
            Place place = problem.place();
            String file = place == null ? NO_FILE : place.file();
            byFile.computeIfAbsent(file, key -> new ArrayList<>()).add(problem);
        }
        return byFile;
    }

    /// Shows the code that a problem is about.
    public void reveal(Problem problem) {
        var place = problem.place();
        if (place != null) {
            session.reveal(place);
        }
    }

    /// Solves a problem in one of the ways that it offers.
    public void fix(Problem.Fix fix) {
        session.fix(fix);
    }

    /// Fixes for the problems on a line of a file, the first of each problem first.
    public List<Problem.Fix> fixesAt(String file, int line) {
        return problems().stream()
                .filter(problem -> Optional.ofNullable(problem.place())
                        .filter(place -> place.file().equals(file) && place.line() == line)
                        .isPresent())
                .flatMap(problem -> problem.fixes().stream())
                .distinct()
                .toList();
    }

    @Override
    public void close() {
        closed = true;
        if (pending != null) {
            pending.run();
        }
        subscriptions.close();
    }
}
