package dev.dynamicworkers.playground.app.panel.editor;

import dev.dynamicworkers.playground.app.code.EditorBackground;
import dev.dynamicworkers.playground.app.code.Mark;
import dev.dynamicworkers.playground.app.code.highlight.Language;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.session.CodeHelp;
import dev.dynamicworkers.playground.app.session.EditorsState;
import dev.dynamicworkers.playground.app.session.EndWords;
import dev.dynamicworkers.playground.app.session.FileNode;
import dev.dynamicworkers.playground.app.session.FileRole;
import dev.dynamicworkers.playground.app.session.OpenFile;
import dev.dynamicworkers.playground.app.session.Place;
import dev.dynamicworkers.playground.app.session.Problem;
import dev.dynamicworkers.playground.app.session.ProjectOutline;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.RunRecord;
import dev.dynamicworkers.playground.app.session.debug.Debugging;
import dev.dynamicworkers.playground.app.session.logpoint.Logpoints;
import dev.dynamicworkers.playground.app.settings.Setting;
import dev.dynamicworkers.playground.app.settings.SettingsModel;
import dev.dynamicworkers.playground.core.language.CodeAnswer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import org.jspecify.annotations.Nullable;

/// Which files the editors show, on which side, and what is marked in them. FX thread.
public final class EditorsViewModel implements AutoCloseable {
    private final ProjectSession session;
    private final Subscriptions subscriptions = new Subscriptions();
    private final EditorGroup parent = new EditorGroup(FileRole.PARENT);
    private final EditorGroup dynamic = new EditorGroup(FileRole.DYNAMIC);
    private final ReadOnlyObjectWrapper<EditorGroup> activeGroup = new ReadOnlyObjectWrapper<>(parent);
    private final ReadOnlyObjectWrapper<@Nullable Place> caretWish = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper caret = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper tabMovesFocus = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
    private final SettingsModel settings;
    private final EditorsMemory memory;
    private final CaretProblem caretProblem;
    private final Map<String, Language> languages = new HashMap<>();
    private final ReadOnlyIntegerWrapper languageChange = new ReadOnlyIntegerWrapper();
    private final RunningSide running;
    private boolean openedFirstFiles;

    /// @param session whose files are shown
    public EditorsViewModel(ProjectSession session, SettingsModel settings) {
        this.session = session;
        this.settings = settings;
        running = new RunningSide(session);
        memory = new EditorsMemory(session, List.of(parent, dynamic), this::activeFile);
        caretProblem = new CaretProblem(session::later);
        subscriptions.onChange(
                this::openFirstFiles, session.outlineProperty(), session.treeProperty(), session.rememberedProperty());
        subscriptions.onChange(
                memory::keepSoon, parent.files(), dynamic.files(), parent.frontProperty(), dynamic.frontProperty());
        subscriptions.add(settings.observe(
                Setting.AUTOSAVE, on -> session.openFiles().autosaveProperty().set((Boolean) on)));
        subscriptions.add(settings.observe(
                Setting.CODE_HELP, on -> session.codeHelp().onProperty().set((Boolean) on)));
        subscriptions.add(settings.observe(Setting.CHECK_SCRIPTS, on -> {
            session.codeHelp().checkScriptsProperty().set((Boolean) on);
            if (!session.codeHelp().wordProperty().get().isEmpty()) {
                session.codeHelp().lookSoon();
            }
        }));
        ListChangeListener<OpenFile> closed = change -> followClosed();
        session.openFiles().files().addListener(closed);
        subscriptions.add(() -> session.openFiles().files().removeListener(closed));
        subscriptions.listen(session.revealProperty(), place -> {
            if (place != null) {
                reveal(place);
            }
        });
        openFirstFiles();
    }

    // Properties

    /// On which side code runs.
    RunningSide runningSide() {
        return running;
    }

    /// The parent worker's side.
    public EditorGroup parent() {
        return parent;
    }

    /// The dynamic workers' side.
    public EditorGroup dynamic() {
        return dynamic;
    }

    /// The side that had the focus last.
    public ReadOnlyObjectProperty<EditorGroup> activeGroupProperty() {
        return activeGroup.getReadOnlyProperty();
    }

    /// Where an editor is asked to put its caret; set anew for every wish.
    public ReadOnlyObjectProperty<@Nullable Place> caretWishProperty() {
        return caretWish.getReadOnlyProperty();
    }

    /// Where the caret of the active editor is.
    public ReadOnlyStringProperty caretProperty() {
        return caret.getReadOnlyProperty();
    }

    /// What is wrong on the line on which the caret of the active editor came to rest.
    public ReadOnlyObjectProperty<LineProblem> lineProblemProperty() {
        return caretProblem.problemProperty();
    }

    /// Hears where carets are.
    CaretProblem caretProblem() {
        return caretProblem;
    }

    /// What the person chose.
    public SettingsModel settings() {
        return settings;
    }

    /// Where background work of editors is done.
    public EditorBackground background() {
        return new EditorBackground() {
            @Override
            public <T> void compute(Supplier<T> work, Consumer<T> then) {
                session.compute(work::get, then);
            }
        };
    }

    /// Changes when a run takes the texts on screen.
    public ReadOnlyIntegerProperty runCountProperty() {
        return session.openFiles().runCountProperty();
    }

    /// Whether a file that is not shown may be shown again, so that its history is kept.
    public boolean isRemembered(OpenFile file) {
        return session.openFiles().isRemembered(file);
    }

    /// Problems of the project, which editors mark.
    ///
    /// @param edited lines that are other than in the last run, counted from 1: what that run found there is
    ///     not marked
    public List<Mark> marks(OpenFile file, Set<Integer> edited) {
        Map<String, Mark> marks = new HashMap<>();
        for (Problem problem : session.problems()) {
            Place place = problem.place();
            boolean gone = place != null && problem.source() == Problem.Source.RUN && edited.contains(place.line());
            if (place != null && !gone && place.file().equals(file.path())) {
                Mark.Tone tone = switch (problem.severity()) {
                    case ERROR -> Mark.Tone.ERROR;
                    case WARNING -> Mark.Tone.WARNING;
                    case NOTE -> Mark.Tone.NOTE;
                };
                Mark.Sign sign = problem.source() == Problem.Source.RUN ? signOfRun(problem.message()) : Mark.Sign.TONE;
                Mark mark = new Mark(place.line(), place.column(), problem.message(), tone, sign);
                marks.put(place.line() + ":" + place.column() + problem.message(), mark);
            }
        }
        return new ArrayList<>(marks.values());
    }

    private Mark.Sign signOfRun(String message) {
        RunRecord last = session.lastRunProperty().get();
        return last == null
                ? Mark.Sign.TONE
                : switch (last.verdict()) {
                    case KILLED_CPU, KILLED_TIME -> Mark.Sign.TIME;
                    case KILLED_MEMORY -> Mark.Sign.MEMORY;
                    case EXCEPTION_SUBREQUESTS -> Mark.Sign.REQUESTS;
                    default -> signOfEnd(message);
                };
    }

    /// A parent meets the end of its dynamic worker as an exception; isolates that ended in earlier runs are none of
    /// its business.
    private static Mark.Sign signOfEnd(String message) {
        return switch (EndWords.in(message).orElse(null)) {
            case CPU -> Mark.Sign.TIME;
            case MEMORY, ENGINE_MEMORY -> Mark.Sign.MEMORY;
            case SUBREQUESTS -> Mark.Sign.REQUESTS;
            case null -> Mark.Sign.TONE;
        };
    }

    /// Changes when {@link #marks} may give others.
    public javafx.collections.ObservableList<Problem> marksChange() {
        return session.problems();
    }

    /// The file in front of the active side; null when there is none.
    public @Nullable OpenFile activeFile() {
        return activeGroup.get().frontProperty().get();
    }

    /// Whether the first files were opened.
    public ReadOnlyBooleanProperty readyProperty() {
        return ready.getReadOnlyProperty();
    }

    /// What the code in front on the dynamic side has. Closed by whoever asks.
    GrantStripModel grantStrip() {
        return new GrantStripModel(session, dynamic().frontProperty());
    }

    // Commands

    /// Opens a file on the side of its role.
    public void open(String path) {
        session.openFiles().open(path, this::show);
    }

    /// Takes tabs away whose files were deleted or moved to another role.
    private void followClosed() {
        for (EditorGroup group : List.of(parent, dynamic)) {
            for (OpenFile file : List.copyOf(group.files())) {
                if (!session.openFiles().files().contains(file)) {
                    group.remove(file);
                }
            }
        }
    }

    private void show(OpenFile file) {
        EditorGroup group = group(file);
        group.show(file);
        activeGroup.set(group);
    }

    private void reveal(Place place) {
        session.openFiles().open(place.file(), file -> {
            show(file);
            if (place.line() > 0) {
                caretWish.set(null);
                caretWish.set(place);
            }
        });
    }

    /// Puts the caret of the active editor on a line.
    public void goToLine(int line) {
        OpenFile file = activeFile();
        if (file != null) {
            caretWish.set(null);
            caretWish.set(new Place(file.path(), line, 1));
        }
    }

    /// Closes a file's tab.
    public void close(OpenFile file) {
        parent.remove(file);
        dynamic.remove(file);
        session.openFiles().close(file);
        if (dynamic.files().isEmpty()) {
            activeGroup.set(parent);
        }
    }

    /// Whether the Tab key leaves the active editor instead of indenting.
    public ReadOnlyBooleanProperty tabMovesFocusProperty() {
        return tabMovesFocus.getReadOnlyProperty();
    }

    /// Tells which side has the focus, where its caret is, and what the Tab key does there.
    public void focused(EditorGroup group, ObservableValue<String> position, ObservableValue<Boolean> tabLeaves) {
        tabMovesFocus.unbind();
        tabMovesFocus.bind(tabLeaves);
        activeGroup.set(group);
        caret.unbind();
        caret.bind(position);
    }

    /// Brings the tab of the active side to the front that was there before, and with each further step an earlier one.
    ///
    /// @param step 1 for earlier, -1 for later
    public void turn(int step) {
        activeGroup.get().turn(step);
    }

    /// Takes the tabs in front as those that were wanted: the next turn starts from them.
    public void settle() {
        parent.settle();
        dynamic.settle();
    }

    /// Opens the file again that was closed last.
    public void reopen() {
        session.openFiles().closedPaths().stream().findFirst().ifPresent(this::open);
    }

    /// What is kept for the next session.
    EditorsMemory memory() {
        return memory;
    }

    /// Saves the active file.
    public void save() {
        OpenFile file = activeFile();
        if (file == null) {
            return;
        }
        session.openFiles().save(file);
        if (settings.get().isOn(Setting.FORMAT_ON_SAVE) && CodeHelp.isCode(file.path())) {
            format(file, () -> session.openFiles().save(file));
        }
    }

    /// Reads the text that a file has on disk.
    void textOnDisk(OpenFile file, Consumer<String> then) {
        session.openFiles().textOnDisk(file, then);
    }

    /// What is known of the code.
    CodeHelp codeHelp() {
        return session.codeHelp();
    }

    /// What makes JavaScript of a TypeScript file, and goes on to do so.
    StrippedModel stripped(OpenFile file) {
        return new StrippedModel(
                file::text,
                (text, then, failed) -> session.codeHelp().strip(file.path(), text, then, failed),
                session::later);
    }

    /// Tells the person something.
    void tell(String sentence) {
        session.notices().tell(sentence);
    }

    /// Shows a place.
    void show(CodeAnswer.Span span) {
        session.reveal(new Place(span.path(), span.line(), span.column()));
    }

    /// Ways to solve the project's problems on a line, by what they do.
    Map<String, Runnable> solutions(OpenFile file, int line) {
        Map<String, Runnable> solutions = new LinkedHashMap<>();
        for (Problem problem : session.problems()) {
            Place place = problem.place();
            if (place != null && place.file().equals(file.path()) && place.line() == line) {
                problem.fixes().forEach(fix -> solutions.put(fix.title(), () -> session.fix(fix)));
            }
        }
        return solutions;
    }

    /// The language that a file is shown in: the one of its name, unless the person chose another one.
    public Language language(OpenFile file) {
        return languages.getOrDefault(file.path(), Language.of(file.name()));
    }

    /// Changes when a person chooses the language of a file.
    public ReadOnlyIntegerProperty languageChangeProperty() {
        return languageChange.getReadOnlyProperty();
    }

    /// Shows the file that had the focus last in another language, until the project is closed. What runs goes by the
    /// file's name all the same.
    public void chooseLanguage(Language language) {
        OpenFile file = activeFile();
        if (file == null) {
            tell("No file is open.");
        } else {
            chooseLanguage(file, language);
        }
    }

    void chooseLanguage(OpenFile file, Language language) {
        if (language == Language.of(file.name())) {
            languages.remove(file.path());
        } else {
            languages.put(file.path(), language);
        }
        languageChange.set(languageChange.get() + 1);
    }

    /// What is to stand still, and what does.
    Debugging debugging() {
        return session.debugging();
    }

    /// What runs log besides what their code logs.
    Logpoints logpoints() {
        return session.logpoints();
    }

    /// Whether a file is a parent that is generated, so that it is only read.
    boolean isGenerated(String path) {
        return session.simpleMode().activeProperty().get()
                && path.equals(session.outlineProperty().get().main());
    }

    /// Whether the project's parent is generated.
    ReadOnlyBooleanProperty generatedProperty() {
        return session.simpleMode().activeProperty();
    }

    /// Makes the generated parent the person's own.
    void keepGenerated() {
        session.simpleMode().keepParent();
    }

    /// Gives a file the text that Prettier makes of it.
    void format(OpenFile file, Runnable then) {
        String before = file.text();
        session.codeHelp().format(file.path(), before, settings.get().amount(Setting.TAB_SIZE), after -> {
            if (before.equals(file.text())) {
                file.change(after);
            }
            then.run();
        });
    }

    /// Takes the text on disk.
    public void reload(OpenFile file) {
        session.openFiles().reload(file);
    }

    /// Writes a file again that is gone from the disk.
    void restore(OpenFile file) {
        session.openFiles().restore(file);
    }

    /// Keeps the text on screen.
    public void keepMine(OpenFile file) {
        session.openFiles().keepMine(file);
    }

    /// Opens what was open the last time; else the main module, and the first module of a dynamic worker beside it.
    private void openFirstFiles() {
        ProjectOutline outline = session.outlineProperty().get();
        FileNode tree = session.treeProperty().get();
        EditorsState before = session.rememberedProperty().get();
        if (openedFirstFiles || tree == null || before == null || outline == ProjectOutline.UNKNOWN) {
            return;
        }
        openedFirstFiles = true;
        memory.begin();
        Set<String> present = tree.files().map(FileNode::path).collect(Collectors.toSet());
        List<String> tabs = before.tabs().stream().filter(present::contains).toList();
        if (!tabs.isEmpty() && settings.get().isOn(Setting.RESTORE_SESSION)) {
            memory.take(before);
            reopen(before, tabs);
        } else {
            openFresh(outline, tree);
        }
    }

    private void reopen(EditorsState before, List<String> tabs) {
        AtomicInteger left = new AtomicInteger(tabs.size());
        for (String path : tabs) {
            session.openFiles().open(path, file -> {
                EditorGroup group = group(file);
                OpenFile front = group.frontProperty().get();
                group.show(file);
                if (front != null && !before.front().contains(path)) {
                    group.frontProperty().set(front);
                }
                if (path.equals(before.active())) {
                    activeGroup.set(group);
                }
                if (left.decrementAndGet() == 0) {
                    ready.set(true);
                }
            });
        }
    }

    private void openFresh(ProjectOutline outline, FileNode tree) {
        List<String> wanted = new ArrayList<>();
        tree.files()
                .map(FileNode::path)
                .filter(path -> outline.role(path) == FileRole.DYNAMIC)
                .findFirst()
                .ifPresent(wanted::add);
        // Who writes the dynamic worker only sees its code only.
        if (wanted.isEmpty() || !isGenerated(outline.main())) {
            mainOr(outline, tree).ifPresent(wanted::add);
        }
        AtomicInteger left = new AtomicInteger(wanted.size());
        for (String path : wanted) {
            session.openFiles().open(path, file -> {
                group(file).show(file);
                if (path.equals(wanted.getLast())) {
                    activeGroup.set(group(file));
                }
                if (left.decrementAndGet() == 0) {
                    ready.set(true);
                }
            });
        }
        if (wanted.isEmpty()) {
            ready.set(true);
        }
    }

    /// The main module; the configuration where it is not known.
    private static Optional<String> mainOr(ProjectOutline outline, FileNode tree) {
        return outline.main().isEmpty()
                ? tree.files()
                        .map(FileNode::path)
                        .filter(path -> path.startsWith("wrangler."))
                        .findFirst()
                : Optional.of(outline.main());
    }

    private EditorGroup group(OpenFile file) {
        return file.role() == FileRole.DYNAMIC ? dynamic : parent;
    }

    @Override
    public void close() {
        memory.end();
        running.close();
        caretProblem.close();
        subscriptions.close();
    }
}
