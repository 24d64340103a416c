package dev.dynamicworkers.playground.app.session;

import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// A file that an editor shows. The editor holds the text while it is open and lends it. FX thread.
public final class OpenFile {
    private final Path root;
    private final ReadOnlyStringWrapper path = new ReadOnlyStringWrapper();
    private final FileRole role;
    private final ObjectProperty<TextContent> saved = new SimpleObjectProperty<>();
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
    private final BooleanProperty conflict = new SimpleBooleanProperty();
    private final BooleanProperty missing = new SimpleBooleanProperty();
    private Supplier<String> text;
    private Supplier<Supplier<String>> snapshot;
    private Consumer<String> replacer;
    private final ReadOnlyObjectWrapper<LineEnd> lineEnd = new ReadOnlyObjectWrapper<>();
    private BiConsumer<LineEnd, LineEnd> onLineEnd = (before, after) -> {};
    private final SaveLane lane = new SaveLane();
    private boolean recovering;
    private Runnable onEdit = () -> {};
    private String lastRunText;

    /// @param root folder of the project
    OpenFile(String path, Path root, FileRole role, TextContent content) {
        this.path.set(path);
        this.root = root;
        this.role = role;
        saved.set(content);
        lineEnd.set(content.lineEnd());
        lastRunText = content.text();
        text = () -> saved.get().text();
        snapshot = this::fixedText;
        replacer = replaced -> text = () -> replaced;
    }

    private Supplier<String> fixedText() {
        String now = text();
        return () -> now;
    }

    /// The text that the last run had; what it was when it was opened before the first.
    public String lastRunText() {
        return lastRunText;
    }

    void ran() {
        lastRunText = text();
    }

    /// Gives the file another text, as if the person had typed it.
    public void change(String changed) {
        if (!changed.equals(text())) {
            replacer.accept(changed);
            edited();
        }
    }

    /// Takes a text that was never saved.
    void recovered(String unsaved) {
        recovering = true;
        try {
            change(unsaved);
        } finally {
            recovering = false;
        }
    }

    /// Whether it is just taking a text that was never saved.
    boolean isRecovering() {
        return recovering;
    }

    /// Path within the project.
    public String path() {
        return path.get();
    }

    /// Path within the project; another one after the file was moved.
    public ReadOnlyStringProperty pathProperty() {
        return path.getReadOnlyProperty();
    }

    void movedTo(String target) {
        path.set(target);
    }

    /// The file's name without its folder.
    public String name() {
        return path().substring(path().lastIndexOf('/') + 1);
    }

    /// Where it is on disk.
    public Path disk() {
        return root.resolve(path());
    }

    /// What it is to the project.
    public FileRole role() {
        return role;
    }

    /// The content as it was last read or written.
    public ObjectProperty<TextContent> savedProperty() {
        return saved;
    }

    /// What the file has at the end of its lines, or gets with the next save.
    public ReadOnlyObjectProperty<LineEnd> lineEndProperty() {
        return lineEnd.getReadOnlyProperty();
    }

    /// Gives the file other line ends, as a step that can be undone in its editor; where it has both kinds, all lines
    /// get this one.
    public void chooseLineEnd(LineEnd wanted) {
        LineEnd before = lineEnd.get();
        if (before != wanted) {
            onLineEnd.accept(before, wanted);
        }
        takeLineEnd(wanted);
    }

    /// Gives the file other line ends, as a step that was undone or done again.
    public void takeLineEnd(LineEnd wanted) {
        lineEnd.set(wanted);
        edited();
    }

    /// Names who keeps the step that changes line ends: from the first to the second.
    public void onLineEnd(BiConsumer<LineEnd, LineEnd> action) {
        onLineEnd = action;
    }

    /// Whether the editor's text is not on disk yet.
    public ReadOnlyBooleanProperty dirtyProperty() {
        return dirty.getReadOnlyProperty();
    }

    /// Whether someone else changed the file while the editor's text is dirty.
    public BooleanProperty conflictProperty() {
        return conflict;
    }

    /// Whether someone else took the file off the disk; its text is still in the editor.
    public BooleanProperty missingProperty() {
        return missing;
    }

    /// The text as it is on screen.
    public String text() {
        return text.get();
    }

    /// The text of this moment, put together by whoever asks for it. Safe on any thread.
    Supplier<String> snapshot() {
        return snapshot.get();
    }

    /// Lends a text that is at hand.
    ///
    /// @param current gives the text on screen
    /// @param replace shows another text, because the file changed on disk
    public void attach(Supplier<String> current, Consumer<String> replace) {
        attach(current, this::fixedText, replace);
    }

    /// Lends the editor's text.
    ///
    /// @param current gives the text on screen
    /// @param later gives the text on screen at the time of the call, without putting it together yet
    /// @param replace shows another text, because the file changed on disk
    public void attach(Supplier<String> current, Supplier<Supplier<String>> later, Consumer<String> replace) {
        text = current;
        snapshot = later;
        replacer = replace;
    }

    /// Ends the loan; the text of this moment stays.
    public void detach() {
        onLineEnd = (before, after) -> {};
        String last = text.get();
        text = () -> last;
        snapshot = this::fixedText;
        replacer = replaced -> text = () -> replaced;
    }

    void onEdit(Runnable action) {
        onEdit = action;
    }

    /// Tells that the person changed the text.
    public void edited() {
        dirty.set(true);
        onEdit.run();
    }

    /// The way of its texts to the disk.
    SaveLane lane() {
        return lane;
    }

    void savedAs(TextContent content) {
        saved.set(content);
        dirty.set(!content.text().equals(text()) || content.lineEnd() != lineEnd.get());
        conflict.set(false);
    }

    void replacedBy(TextContent content) {
        lane.forget();
        saved.set(content);
        lineEnd.set(content.lineEnd());
        replacer.accept(content.text());
        dirty.set(false);
        conflict.set(false);
    }
}
