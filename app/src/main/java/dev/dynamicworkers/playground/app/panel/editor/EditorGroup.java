package dev.dynamicworkers.playground.app.panel.editor;

import dev.dynamicworkers.playground.app.session.FileRole;
import dev.dynamicworkers.playground.app.session.OpenFile;
import java.util.ArrayList;
import java.util.List;
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

    private final List<OpenFile> recent = new ArrayList<>();
    private int stepsBack;
    private boolean turning;

    EditorGroup(FileRole role) {
        this.role = role;
        front.subscribe(file -> {
            if (!turning && file != null) {
                stepsBack = 0;
                recent.remove(file);
                recent.addFirst(file);
            }
        });
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
        recent.remove(file);
        stepsBack = 0;
        if (file == front.get()) {
            front.set(files.isEmpty() ? null : files.get(Math.clamp(index, 0, files.size() - 1)));
        }
    }

    /// Brings the tab to the front that was there before this one; with each further step one that was there earlier,
    /// until {@link #settle}.
    ///
    /// @param step 1 for earlier, -1 for later
    void turn(int step) {
        if (recent.size() > 1) {
            stepsBack = Math.floorMod(stepsBack + step, recent.size());
            turning = true;
            try {
                front.set(recent.get(stepsBack));
            } finally {
                turning = false;
            }
        }
    }

    /// Takes the tab in front as the one that was wanted.
    void settle() {
        if (stepsBack > 0) {
            recent.addFirst(recent.remove(stepsBack));
            stepsBack = 0;
        }
    }
}
