package dev.dynamicworkers.playground.app.code;

import java.util.ArrayList;
import java.util.List;

/// What was done to a text since it was shown, so that it can be undone after the editor was made anew. Old changes
/// become part of what the text was. FX thread.
final class ChangeLog {
    private static final int MOST_CHANGES = 400;
    private static final int MOST_CHARACTERS = 100_000;

    private final List<Change> changes = new ArrayList<>();
    private String base = "";
    private int characters;

    /// @param at offset where it was made
    private record Change(int at, String removed, String inserted) {
        int size() {
            return removed.length() + inserted.length();
        }

        TextEdit edit() {
            return new TextEdit(at, at + removed.length(), inserted);
        }

        /// Whether the next letters were typed right behind these.
        boolean goesOnWith(Change next) {
            return removed.isEmpty()
                    && next.removed.isEmpty()
                    && next.at == at + inserted.length()
                    && !next.inserted.contains("\n")
                    && !inserted.endsWith("\n");
        }

        boolean undoes(Change other) {
            return at == other.at && removed.equals(other.inserted) && inserted.equals(other.removed);
        }
    }

    /// Begins with a text to which nothing was done.
    void restart(String text) {
        base = text;
        changes.clear();
        characters = 0;
    }

    void add(int at, String removed, String inserted) {
        Change change = new Change(at, removed, inserted);
        if (!changes.isEmpty() && change.undoes(changes.getLast())) {
            characters -= changes.removeLast().size();
            return;
        }
        Change last = changes.isEmpty() ? null : changes.getLast();
        if (last != null && last.goesOnWith(change)) {
            changes.set(changes.size() - 1, new Change(last.at, "", last.inserted + inserted));
        } else {
            changes.add(change);
        }
        characters += change.size();
        while (changes.size() > MOST_CHANGES || characters > MOST_CHARACTERS) {
            Change oldest = changes.removeFirst();
            characters -= oldest.size();
            base = apply(base, oldest.edit());
        }
    }

    static String apply(String text, TextEdit edit) {
        return text.substring(0, edit.start()) + edit.text() + text.substring(edit.end());
    }

    /// The text before all changes that are known.
    String base() {
        return base;
    }

    /// The changes in order, each of the text that the one before it left.
    List<TextEdit> edits() {
        return changes.stream().map(Change::edit).toList();
    }
}
