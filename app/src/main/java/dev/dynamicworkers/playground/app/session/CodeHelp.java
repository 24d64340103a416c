package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.app.task.Tasks;
import dev.dynamicworkers.playground.core.language.CodeAnswer;
import dev.dynamicworkers.playground.core.language.CodeTexts;
import dev.dynamicworkers.playground.core.language.LanguageService;
import dev.dynamicworkers.playground.core.language.Narrowing;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/// What the language service knows of the project's code: asked with the texts on screen, answered on the FX thread.
/// FX thread.
public final class CodeHelp implements AutoCloseable {
    private static final Duration SETTLE = Duration.ofMillis(500);
    private static final int MOST_FILES = 600;
    private static final String CODE = ".*\\.[cm]?[jt]sx?";
    private static final String CONFIGURATION = "(.*/)?(\\.prettierrc(\\.json)?|tsconfig\\.json|package\\.json)";

    private final ProjectSession session;
    private final Tasks tasks;
    private final Executor fx;
    private final LanguageService service;
    private final ReadOnlyStringWrapper word = new ReadOnlyStringWrapper("");
    private final BooleanProperty on = new SimpleBooleanProperty(true);
    private final BooleanProperty checkScripts = new SimpleBooleanProperty();
    private final Map<String, String> onDisk = new HashMap<>();
    private long diskVersion = -1;
    private CompletableFuture<?> line = CompletableFuture.completedFuture(null);
    private @Nullable Runnable pendingFindings;
    private boolean closed;

    /// @param fx runs work on the FX thread
    CodeHelp(ProjectSession session, Tasks tasks, Executor fx) {
        this.session = session;
        this.tasks = tasks;
        this.fx = fx;
        service = new LanguageService((pid, heap) -> fx.execute(() -> show(pid, heap)), LanguageService.IDLE);
    }

    private void show(long pid, long heap) {
        word.set(pid == 0 ? "" : heap == 0 ? "code help starting" : "code help " + Amounts.bytes(heap));
    }

    // Properties

    /// What the status bar says of it; empty while it does not run.
    public ReadOnlyStringProperty wordProperty() {
        return word.getReadOnlyProperty();
    }

    /// Whether it is wanted while one types; what a person asks for is always answered.
    public BooleanProperty onProperty() {
        return on;
    }

    /// Whether types are checked in JavaScript, too.
    public BooleanProperty checkScriptsProperty() {
        return checkScripts;
    }

    /// Whether the engine takes types out of files like this one before it runs them.
    public static boolean isTypeScript(String path) {
        return path.matches(".*\\.([cm]?ts|tsx)") && !path.endsWith(".d.ts");
    }

    /// Whether it knows anything of files like this one.
    public static boolean isCode(String path) {
        return path.matches(CODE);
    }

    // Commands

    /// What can be written at a place.
    public void complete(String path, int offset, Consumer<List<CodeAnswer.Proposal>> then) {
        ask(texts -> service.complete(texts, path, offset), then);
    }

    /// What a proposal is.
    public void describe(String path, int offset, String name, Consumer<Optional<CodeAnswer.Description>> then) {
        ask(texts -> service.describe(texts, path, offset, name), then);
    }

    /// What the name at a place is.
    public void hover(String path, int offset, Consumer<Optional<CodeAnswer.Description>> then) {
        ask(texts -> service.hover(texts, path, offset), then);
    }

    /// The call whose arguments are written at a place.
    public void signature(String path, int offset, Consumer<Optional<CodeAnswer.Signature>> then) {
        ask(texts -> service.signature(texts, path, offset), then);
    }

    /// Ways to mend what is wrong between two places.
    public void fixes(String path, int start, int end, Consumer<List<CodeAnswer.Repair>> then) {
        ask(texts -> service.fixes(texts, path, start, end), then);
    }

    /// Where the name at a place is used.
    public void references(String path, int offset, Consumer<List<CodeAnswer.Span>> then) {
        ask(texts -> service.references(texts, path, offset), then);
    }

    /// Shows where the name at a place is declared.
    public void goToDefinition(String path, int offset) {
        ask(
                texts -> service.define(texts, path, offset),
                found -> found.stream()
                        .findFirst()
                        .ifPresentOrElse(
                                span -> session.reveal(new Place(span.path(), span.line(), span.column())),
                                () -> session.notices().tell("This name is not declared in the project.")));
    }

    /// Gives the name at a place another name, in all files.
    public void rename(String path, int offset, String name) {
        ask(texts -> service.rename(texts, path, offset, name), found -> {
            if (!found.refusal().isEmpty()) {
                session.notices().problem(found.refusal());
            } else if (found.edits().isEmpty()) {
                session.notices().tell("There is no name here that can be changed.");
            } else {
                apply(found.edits());
                long files = found.edits().stream()
                        .map(edit -> edit.span().path())
                        .distinct()
                        .count();
                session.notices()
                        .tell("Renamed " + Amounts.count(found.edits().size(), "place") + " in "
                                + Amounts.count((int) files, "file") + ".");
            }
        });
    }

    /// Mends the code.
    public void apply(List<CodeAnswer.Edit> edits) {
        Map<String, List<CodeAnswer.Edit>> byFile =
                edits.stream().collect(Collectors.groupingBy(edit -> edit.span().path()));
        byFile.forEach((path, changes) -> session.fileOperations().edit(path, text -> applied(text, changes)));
    }

    /// A text with edits of it made.
    public static String applied(String text, List<CodeAnswer.Edit> edits) {
        StringBuilder changed = new StringBuilder(text);
        edits.stream()
                .sorted((a, b) -> Integer.compare(b.span().start(), a.span().start()))
                .filter(edit -> edit.span().end() <= text.length())
                .forEach(
                        edit -> changed.replace(edit.span().start(), edit.span().end(), edit.text()));
        return changed.toString();
    }

    /// Where the parent makes dynamic workers, and what in its code gives them less.
    public void narrow(Narrowing wanted, Consumer<List<CodeAnswer.LoaderSite>> then) {
        ask(texts -> service.narrow(texts, wanted), then);
    }

    /// The JavaScript that the engine makes of a TypeScript file.
    ///
    /// @param failed gets a sentence instead
    public void strip(String path, String text, Consumer<CodeAnswer.Stripped> then, Consumer<String> failed) {
        // Starting a process blocks.
        tasks.run(() -> service.strip(path, text))
                .onSuccess(answer -> Futures.whenDone(
                        answer,
                        (result, failure) -> fx.execute(() -> {
                            if (closed) {
                                return;
                            }
                            if (result != null) {
                                then.accept(result);
                            } else {
                                failed.accept(reason(failure));
                            }
                        })));
    }

    private static String reason(@Nullable Throwable failure) {
        Throwable cause = failure == null || failure.getCause() == null ? failure : failure.getCause();
        return cause == null ? "There is no answer." : String.valueOf(cause.getMessage());
    }

    /// A file's text as Prettier prints it.
    ///
    /// @param tabSize columns of a step of indentation where neither the project nor the text says
    public void format(String path, String text, int tabSize, Consumer<String> then) {
        ask(texts -> service.format(texts, path, text, tabSize), then);
    }

    /// Looks for problems in the files that editors show, a moment after the last change.
    public void lookSoon() {
        if (pendingFindings != null) {
            pendingFindings.run();
        }
        pendingFindings = session.later(SETTLE, this::look);
    }

    private void look() {
        pendingFindings = null;
        List<String> paths = session.openFiles().files().stream()
                .map(OpenFile::path)
                .filter(CodeHelp::isCode)
                .toList();
        if (closed || !on.get() || paths.isEmpty()) {
            return;
        }
        Map<String, String> asked = textsOf(paths);
        ask(texts -> service.findings(texts, paths), found -> {
            // What is older than the text on screen would mark the wrong places; a newer question is under way.
            if (found.isPresent() && asked.equals(textsOf(paths))) {
                session.report(
                        Problem.Source.SYNTAX,
                        found.get().stream().map(CodeHelp::problem).toList());
            }
        });
    }

    private Map<String, String> textsOf(List<String> paths) {
        return session.openFiles().files().stream()
                .filter(file -> paths.contains(file.path()))
                .collect(Collectors.toMap(OpenFile::path, OpenFile::text));
    }

    private static Problem problem(CodeAnswer.Finding finding) {
        CodeAnswer.Span span = finding.span();
        return new Problem(
                finding.error() ? Problem.Severity.ERROR : Problem.Severity.WARNING,
                finding.message(),
                "",
                new Place(span.path(), span.line(), span.column()),
                Problem.Source.SYNTAX);
    }

    private <T> void ask(Function<CodeTexts, CompletableFuture<T>> question, Consumer<? super T> then) {
        if (closed) {
            return;
        }
        ProjectTexts texts = session.texts();
        ProjectOutline outline = session.outlineProperty().get();
        long version = session.diskVersionProperty().get();
        boolean scripts = checkScripts.get();
        // One after the other, so that no older text is told after a newer one; answers are not waited for.
        CompletableFuture<Told<T>> told = line.handleAsync(
                (done, failed) -> new Told<>(question.apply(gather(texts, outline, version, scripts))),
                this::inBackground);
        line = told;
        Futures.whenDone(
                told.thenCompose(Told::answer),
                (result, failure) -> fx.execute(() -> {
                    if (closed) {
                        return;
                    }
                    if (failure != null) {
                        session.notices().problem(reason(failure));
                    } else if (result != null) {
                        then.accept(result);
                    }
                }));
    }

    /// A question that was sent.
    private record Told<T>(CompletableFuture<T> answer) {}

    private void inBackground(Runnable work) {
        tasks.run(() -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    /// The texts that the service is to know. Only ever one at a time.
    private CodeTexts gather(ProjectTexts texts, ProjectOutline outline, long version, boolean scripts) {
        if (version != diskVersion) {
            onDisk.clear();
            diskVersion = version;
        }
        Map<String, String> files = new HashMap<>();
        for (String path : texts.paths()) {
            boolean wanted = isCode(path)
                    || path.matches(CONFIGURATION)
                    || "json".equals(outline.kinds().get(path));
            if (wanted && files.size() < MOST_FILES) {
                String unsaved = texts.unsaved().get(path);
                files.put(path, unsaved != null ? unsaved : read(texts, path));
            }
        }
        Set<String> dynamic = files.keySet().stream()
                .filter(path -> outline.role(path) == FileRole.DYNAMIC)
                .collect(Collectors.toSet());
        return new CodeTexts(files, dynamic, outline.kinds(), outline.env(), EnvTypes.UNKNOWN, scripts);
    }

    private String read(ProjectTexts texts, String path) {
        return onDisk.computeIfAbsent(path, wanted -> texts.read(wanted).orElse(""));
    }

    @Override
    public void close() {
        closed = true;
        if (pendingFindings != null) {
            pendingFindings.run();
        }
        service.close();
    }
}
