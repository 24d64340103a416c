package dev.dynamicworkers.playground.app.panel.editor;

import dev.dynamicworkers.playground.app.session.FileRole;
import dev.dynamicworkers.playground.app.session.OpenFile;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The files of one side of the editors and which of them is in front. FX thread.
public final class EditorGroup {
    private final FileRole role;
    private final ObservableList<OpenFile> files = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable OpenFile> front = new SimpleObjectProperty<>();

    EditorGroup(FileRole role) {
        this.role = role;
    }

    /// {@link FileRole#PARENT} or {@link FileRole#DYNAMIC}.
    public FileRole role() {
        return role;
    }

    /// The files in the order of their tabs.
    public ObservableList<OpenFile> files() {
        return files;
    }

    /// The file in front; null when the group is empty.
    public ObjectProperty<@Nullable OpenFile> frontProperty() {
        return front;
    }

    void show(OpenFile file) {
        if (!files.contains(file)) {
            files.add(file);
        }
        front.set(file);
    }

    void remove(OpenFile file) {
        int index = files.indexOf(file);
        files.remove(file);
        if (file == front.get()) {
            front.set(files.isEmpty() ? null : files.get(Math.clamp(index, 0, files.size() - 1)));
        }
    }

    /// Brings the tab beside the front one to the front.
    void turn(int step) {
        int index = files.indexOf(front.get());
        if (index >= 0 && files.size() > 1) {
            front.set(files.get(Math.floorMod(index + step, files.size())));
        }
    }
}
