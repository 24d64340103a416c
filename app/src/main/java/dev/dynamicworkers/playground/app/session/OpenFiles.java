package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.app.error.ErrorReporter;
import dev.dynamicworkers.playground.app.task.RunningTask;
import dev.dynamicworkers.playground.app.task.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The files that editors show: opened, saved by themselves a moment after the last key, watched. FX thread.
public final class OpenFiles implements AutoCloseable {
    private static final Duration SAVE_AFTER = Duration.ofMillis(800);
    private static final int MOST_CLOSED = 20;

    private final Path root;
    private final Tasks tasks;
    private final ErrorReporter errors;
    private final Function<String, FileRole> roles;
    private final ObservableList<OpenFile> files = FXCollections.observableArrayList();
    private final ObservableList<OpenFile> filesView = FXCollections.unmodifiableObservableList(files);
    private final Map<OpenFile, Tasks.Pending> pendingSaves = new HashMap<>();
    private final Map<String, OpenFile> closed = new LinkedHashMap<>();
    private final ReadOnlyIntegerWrapper runCount = new ReadOnlyIntegerWrapper();
    private final Set<RunningTask<?>> saving = new HashSet<>();
    private final BooleanProperty autosave = new SimpleBooleanProperty(true);
    private Consumer<OpenFile> unsaved = file -> {};
    private Consumer<OpenFile> edited = file -> {};
    private BiConsumer<String, String> moved = (from, to) -> {};

    OpenFiles(Path root, Tasks tasks, ErrorReporter errors, Function<String, FileRole> roles) {
        this.root = root;
        this.tasks = tasks;
        this.errors = errors;
        this.roles = roles;
    }

    /// The open files in the order in which they were opened.
    public ObservableList<OpenFile> files() {
        return filesView;
    }

    /// The open file with this path.
    public @Nullable OpenFile find(String path) {
        for (OpenFile file : files) {
            if (file.path().equals(path)) {
                return file;
            }
        }
        return null;
    }

    /// Opens a file, or gives the one that is open.
    ///
    /// @param then takes it, later, on the FX thread
    ///
    /// A file that was closed in this session is the same object again, so that what was done to it can be undone.
    public void open(String path, Consumer<OpenFile> then) {
        OpenFile present = find(path);
        if (present != null) {
            then.accept(present);
            return;
        }
        Path disk = root.resolve(path);
        tasks.run(() -> TextStore.load(disk))
                .onFailure(failure -> errors.report("Could not open " + path + ".", failure))
                .onSuccess(content -> {
                    OpenFile opened = find(path);
                    if (opened == null) {
                        opened = reopened(path, content);
                        files.add(opened);
                        checkDisk(opened);
                    }
                    then.accept(opened);
                });
    }

    /// Opens a file that is nowhere on disk.
    void show(OpenFile file) {
        files.add(file);
    }

    private OpenFile reopened(String path, TextContent content) {
        OpenFile before = closed.remove(path);
        if (before != null
                && before.role() == roles.apply(path)
                && before.savedProperty().get().equals(content)) {
            return before;
        }
        OpenFile file = new OpenFile(path, root, roles.apply(path), content);
        file.onEdit(() -> edited(file));
        return file;
    }

    /// Saves what is dirty and takes the file out of the editors.
    public void close(OpenFile file) {
        if (file.dirtyProperty().get() && !file.conflictProperty().get()) {
            save(file);
        }
        files.remove(file);
        closed.remove(file.path());
        closed.put(file.path(), file);
        if (closed.size() > MOST_CLOSED) {
            closed.remove(closed.keySet().iterator().next());
        }
    }

    /// Paths of files that were closed, the last one first.
    public List<String> closedPaths() {
        return List.copyOf(closed.keySet()).reversed();
    }

    /// Whether a file that was closed may be shown again with its history.
    public boolean isRemembered(OpenFile file) {
        return files.contains(file) || closed.containsValue(file);
    }

    /// Saves what is dirty at a path and below it.
    void saveBelow(String path) {
        List.copyOf(files).stream().filter(file -> isBelow(file, path)).forEach(this::save);
    }

    /// Called with the path that a file or folder had, and with the one that it has.
    void onMoved(BiConsumer<String, String> action) {
        moved = action;
    }

    /// Lets open files follow when they or a folder above them got another path.
    void moved(String from, String to) {
        moved.accept(from, to);
        for (OpenFile file : List.copyOf(files)) {
            if (isBelow(file, from)) {
                String target = to + file.path().substring(from.length());
                boolean sameKind =
                        roles.apply(target) == file.role() && suffix(target).equals(suffix(file.path()));
                if (sameKind) {
                    file.movedTo(target);
                } else {
                    remove(file);
                }
            }
        }
    }

    private static String suffix(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /// Takes files out of the editors that are no longer there.
    void closeBelow(String path) {
        List.copyOf(files).stream().filter(file -> isBelow(file, path)).forEach(this::remove);
    }

    private void remove(OpenFile file) {
        cancelPending(file);
        files.remove(file);
    }

    private static boolean isBelow(OpenFile file, String path) {
        return file.path().equals(path) || file.path().startsWith(path + "/");
    }

    /// Takes the texts of this moment as those that the last run had.
    void ran() {
        files.forEach(OpenFile::ran);
        runCount.set(runCount.get() + 1);
    }

    /// Changes when a run takes the texts.
    public ReadOnlyIntegerProperty runCountProperty() {
        return runCount.getReadOnlyProperty();
    }

    /// Whether files are saved by themselves.
    public BooleanProperty autosaveProperty() {
        return autosave;
    }

    /// Names who writes down what is not saved yet.
    void onUnsaved(Consumer<OpenFile> action) {
        unsaved = action;
    }

    /// Called with each file whose text the person changes; not with one whose text a crash had left unsaved.
    public void onEdited(Consumer<OpenFile> action) {
        edited = action;
    }

    private void edited(OpenFile file) {
        unsaved.accept(file);
        if (!file.isRecovering()) {
            edited.accept(file);
        }
        if (autosave.get()) {
            saveSoon(file);
        }
    }

    /// Texts that are on screen but not on disk, by path.
    public Map<String, String> unsavedTexts() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (OpenFile file : files) {
            if (file.dirtyProperty().get()) {
                texts.put(file.path(), file.text());
            }
        }
        return texts;
    }

    /// Texts that the last run had, of files that are open, by path.
    Map<String, String> lastRunTexts() {
        Map<String, String> texts = new LinkedHashMap<>();
        files.forEach(file -> texts.put(file.path(), file.lastRunText()));
        return texts;
    }

    private void saveSoon(OpenFile file) {
        Tasks.Pending earlier = pendingSaves.put(file, tasks.later(SAVE_AFTER, () -> save(file)));
        if (earlier != null) {
            earlier.cancel();
        }
    }

    /// Writes one file now.
    public void save(OpenFile file) {
        cancelPending(file);
        TextContent before = file.savedProperty().get();
        if (!file.dirtyProperty().get()
                || !before.readOnlyReason().isEmpty()
                || file.conflictProperty().get()) {
            return;
        }
        String text = file.text();
        TextContent wanted = before.withLineEnd(file.lineEndProperty().get());
        Supplier<String> failureText = () -> "Could not save " + file.path() + ". Its text is still in the editor.";
        long number = file.lane().next();
        Path disk = file.disk();
        RunningTask<Optional<TextContent>> task =
                tasks.write(() -> Optional.ofNullable(file.lane().save(number, disk, before, wanted, text, CONFLICT)));
        saving.add(task);
        task.onFailure(failure -> {
                    saving.remove(task);
                    errors.report(failureText.get(), failure);
                })
                .onSuccess(written -> {
                    saving.remove(task);
                    TextContent content = written.orElse(null);
                    if (content == CONFLICT) {
                        file.conflictProperty().set(true);
                    } else if (content != null) {
                        file.savedAs(content);
                        unsaved.accept(file);
                        if (file.dirtyProperty().get()) {
                            edited(file);
                        }
                    }
                });
    }

    private static final TextContent CONFLICT = TextContent.EMPTY.withHash("conflict");

    /// What is being written in this moment.
    List<RunningTask<?>> saving() {
        return List.copyOf(saving);
    }

    /// Writes all dirty files now.
    public void saveAll() {
        List.copyOf(files).forEach(this::save);
    }

    /// Looks at the disk again: clean files take the new text, dirty ones are marked.
    void checkDisk() {
        List.copyOf(files).forEach(this::checkDisk);
    }

    /// The same for one file; also right after it was opened, when a change while it was read is not noticed otherwise.
    private void checkDisk(OpenFile file) {
        TextContent known = file.savedProperty().get();
        tasks.run(() -> changedContent(file.disk(), known)).onSuccess(changed -> {
            file.missingProperty().set(changed == MISSING);
            if (changed == UNCHANGED
                    || changed == MISSING
                    || file.savedProperty().get() != known) {
                return;
            }
            if (file.dirtyProperty().get()) {
                file.conflictProperty().set(true);
            } else {
                file.replacedBy(changed);
            }
        });
    }

    private static final TextContent UNCHANGED = TextContent.EMPTY.withHash("unchanged");
    private static final TextContent MISSING = TextContent.EMPTY.withHash("missing");

    private static TextContent changedContent(Path disk, TextContent known) throws IOException {
        if (!Files.exists(disk)) {
            return MISSING;
        }
        return TextStore.hashOf(disk).equals(known.hash()) ? UNCHANGED : TextStore.load(disk);
    }

    /// Reads the text that a file has on disk.
    public void textOnDisk(OpenFile file, Consumer<String> then) {
        tasks.run(() -> TextStore.load(file.disk()).text())
                .onFailure(failure -> errors.report("Could not read " + file.path() + ".", failure))
                .onSuccess(then);
    }

    /// Takes the text on disk and drops the editor's.
    public void reload(OpenFile file) {
        tasks.run(() -> TextStore.load(file.disk()))
                .onFailure(failure -> errors.report("Could not read " + file.path() + ".", failure))
                .onSuccess(file::replacedBy);
    }

    /// Writes a file again that someone else took off the disk, as it is on screen.
    public void restore(OpenFile file) {
        TextContent before = file.savedProperty().get();
        String text = file.text();
        tasks.write(() -> {
                    Files.createDirectories(Objects.requireNonNull(file.disk().getParent()));
                    return TextStore.save(file.disk(), before, text);
                })
                .onFailure(failure -> errors.report("Could not write " + file.path() + ".", failure))
                .onSuccess(content -> {
                    file.missingProperty().set(false);
                    file.savedAs(content);
                    unsaved.accept(file);
                });
    }

    /// Keeps the editor's text; the next save overwrites what is on disk.
    public void keepMine(OpenFile file) {
        tasks.run(() -> TextStore.hashOf(file.disk())).onSuccess(hash -> {
            TextContent before = file.savedProperty().get();
            file.savedProperty().set(before.withHash(hash));
            file.conflictProperty().set(false);
            save(file);
        });
    }

    private void cancelPending(OpenFile file) {
        Tasks.Pending pending = pendingSaves.remove(file);
        if (pending != null) {
            pending.cancel();
        }
    }

    /// Saves what is dirty and waits for nothing.
    @Override
    public void close() {
        saveAll();
    }
}
