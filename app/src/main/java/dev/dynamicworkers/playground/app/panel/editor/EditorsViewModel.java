package dev.dynamicworkers.playground.app.panel.editor;

import dev.dynamicworkers.playground.app.code.Mark;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.session.FileNode;
import dev.dynamicworkers.playground.app.session.FileRole;
import dev.dynamicworkers.playground.app.session.OpenFile;
import dev.dynamicworkers.playground.app.session.Place;
import dev.dynamicworkers.playground.app.session.Problem;
import dev.dynamicworkers.playground.app.session.ProjectOutline;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableValue;
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
    private final BooleanProperty wrap = new SimpleBooleanProperty();
    private final IntegerProperty fontSize = new SimpleIntegerProperty(13);
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
    private boolean openedFirstFiles;

    /// @param session whose files are shown
    public EditorsViewModel(ProjectSession session) {
        this.session = session;
        subscriptions.onChange(this::openFirstFiles, session.outlineProperty(), session.treeProperty());
        subscriptions.listen(session.revealProperty(), place -> {
            if (place != null) {
                reveal(place);
            }
        });
        openFirstFiles();
    }

    // Properties

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

    /// Whether long lines are broken.
    public BooleanProperty wrapProperty() {
        return wrap;
    }

    /// Size of the code font in pixels.
    public IntegerProperty fontSizeProperty() {
        return fontSize;
    }

    /// Problems of the project, which editors mark.
    public List<Mark> marks(OpenFile file) {
        Map<String, Mark> marks = new HashMap<>();
        for (Problem problem : session.problems()) {
            Place place = problem.place();
            if (place != null && place.file().equals(file.path())) {
                Mark mark = new Mark(place.line(), place.column(), problem.message());
                marks.put(place.line() + ":" + place.column() + problem.message(), mark);
            }
        }
        return new ArrayList<>(marks.values());
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

    // Commands

    /// Opens a file on the side of its role.
    public void open(String path) {
        session.openFiles().open(path, this::show);
    }

    private void show(OpenFile file) {
        EditorGroup group = file.role() == FileRole.DYNAMIC ? dynamic : parent;
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

    /// Tells which side has the focus, and where its caret is.
    public void focused(EditorGroup group, ObservableValue<String> position) {
        activeGroup.set(group);
        caret.unbind();
        caret.bind(position);
    }

    /// Brings another tab of the active side to the front.
    public void turn(int step) {
        activeGroup.get().turn(step);
    }

    /// Saves the active file.
    public void save() {
        OpenFile file = activeFile();
        if (file != null) {
            session.openFiles().save(file);
        }
    }

    /// Takes the text on disk.
    public void reload(OpenFile file) {
        session.openFiles().reload(file);
    }

    /// Keeps the text on screen.
    public void keepMine(OpenFile file) {
        session.openFiles().keepMine(file);
    }

    /// Opens the main module, and the first module of a dynamic worker beside it.
    private void openFirstFiles() {
        ProjectOutline outline = session.outlineProperty().get();
        FileNode tree = session.treeProperty().get();
        if (openedFirstFiles || tree == null || outline == ProjectOutline.UNKNOWN) {
            return;
        }
        openedFirstFiles = true;
        String main = outline.main().isEmpty()
                ? tree.files()
                        .map(FileNode::path)
                        .filter(path -> path.startsWith("wrangler."))
                        .findFirst()
                        .orElse("")
                : outline.main();
        tree.files()
                .map(FileNode::path)
                .filter(path -> outline.role(path) == FileRole.DYNAMIC)
                .findFirst()
                .ifPresent(first -> session.openFiles().open(first, dynamic::show));
        if (!main.isEmpty()) {
            session.openFiles().open(main, file -> {
                show(file);
                ready.set(true);
            });
        }
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
