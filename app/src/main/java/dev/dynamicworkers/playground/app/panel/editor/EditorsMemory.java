package dev.dynamicworkers.playground.app.panel.editor;

import dev.dynamicworkers.playground.app.session.EditHistory;
import dev.dynamicworkers.playground.app.session.EditorsState;
import dev.dynamicworkers.playground.app.session.OpenFile;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What the editors keep for the next session of the project: tabs, carets, and what was done to each file. FX thread.
final class EditorsMemory {
    private static final Duration KEEP_AFTER = Duration.ofMillis(700);

    private final ProjectSession session;
    private final List<EditorGroup> groups;
    private final Supplier<@Nullable OpenFile> active;
    private final Map<String, EditorsState.Caret> carets = new HashMap<>();
    private final Set<String> split = new HashSet<>();
    private final Map<String, Supplier<EditHistory>> histories = new HashMap<>();
    private boolean opened;
    private @Nullable Runnable keeping;

    /// @param active the file that had the focus last
    EditorsMemory(ProjectSession session, List<EditorGroup> groups, Supplier<@Nullable OpenFile> active) {
        this.session = session;
        this.groups = groups;
        this.active = active;
    }

    /// Begins to keep: before, what is open is not what the person had.
    void begin() {
        opened = true;
    }

    /// Takes the carets and the second views of the last session.
    void take(EditorsState before) {
        carets.putAll(before.carets());
        split.addAll(before.split());
    }

    /// Takes note of whether a file is shown in two views.
    void splitIs(String path, boolean on) {
        if (on ? split.add(path) : split.remove(path)) {
            keepSoon();
        }
    }

    /// Whether a file was in two views when it was last shown.
    boolean isSplit(String path) {
        return split.contains(path);
    }

    /// Takes note of where the caret of a file is.
    void caretAt(String path, int line, int column) {
        carets.put(path, new EditorsState.Caret(line, column));
        keepSoon();
    }

    /// Where the caret of a file was when it was last shown; null when it never was.
    EditorsState.@Nullable Caret caret(String path) {
        return carets.get(path);
    }

    /// What was done to a file in the last session, as long as that made the text which it has now; null else.
    @Nullable
    EditHistory history(String path, String text) {
        EditHistory history = session.histories().get(path);
        return history != null && history.text().filter(text::equals).isPresent() ? history : null;
    }

    /// Names who knows what is done to a file.
    void keepHistory(String path, Supplier<EditHistory> history) {
        histories.put(path, history);
    }

    void keepSoon() {
        if (keeping == null && opened) {
            keeping = session.later(KEEP_AFTER, this::keep);
        }
    }

    private void keep() {
        keeping = null;
        List<String> tabs = new ArrayList<>();
        List<String> front = new ArrayList<>();
        for (EditorGroup group : groups) {
            group.files().forEach(file -> tabs.add(file.path()));
            OpenFile shown = group.frontProperty().get();
            if (shown != null) {
                front.add(shown.path());
            }
        }
        OpenFile focused = active.get();
        Map<String, EditorsState.Caret> kept = new HashMap<>(carets);
        kept.keySet().retainAll(tabs);
        Set<String> halved = new HashSet<>(split);
        halved.retainAll(tabs);
        session.keep(new EditorsState(tabs, front, focused == null ? "" : focused.path(), kept, halved), done(tabs));
    }

    private Map<String, EditHistory> done(List<String> tabs) {
        Map<String, EditHistory> done = new HashMap<>();
        for (String path : tabs) {
            Supplier<EditHistory> history = histories.get(path);
            EditHistory before = session.histories().get(path);
            if (history != null) {
                done.put(path, history.get());
            } else if (before != null) {
                // Its tab was not shown in this session.
                done.put(path, before);
            }
        }
        return done;
    }

    /// Keeps what there is, at the end of the session.
    void end() {
        if (keeping != null) {
            keeping.run();
        }
        if (opened) {
            keep();
        }
    }
}
