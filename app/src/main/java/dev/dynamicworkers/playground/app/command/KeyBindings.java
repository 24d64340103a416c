package dev.dynamicworkers.playground.app.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/// Which keys a command has: its own, or those that the person gave it. One per application; FX thread.
public final class KeyBindings {
    private final Map<String, List<KeySequence>> changed = new HashMap<>();
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();

    /// Grows with each change.
    public ReadOnlyIntegerProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    /// The keys of a command in this moment; the first is the one that is shown.
    public List<KeySequence> keys(Command command) {
        return changed.getOrDefault(command.id(), command.keys());
    }

    /// The keys that are shown for a command; empty when it has none.
    public String text(Command command) {
        List<KeySequence> keys = keys(command);
        return keys.isEmpty() ? "" : keys.getFirst().text();
    }

    /// Whether the person changed the keys of a command.
    public boolean isChanged(Command command) {
        return changed.containsKey(command.id());
    }

    /// Gives a command these keys instead of its own; none is possible.
    public void set(Command command, List<KeySequence> keys) {
        if (keys.equals(command.keys())) {
            changed.remove(command.id());
        } else {
            changed.put(command.id(), List.copyOf(keys));
        }
        version.set(version.get() + 1);
    }

    /// Gives a command its own keys back.
    public void reset(Command command) {
        if (changed.remove(command.id()) != null) {
            version.set(version.get() + 1);
        }
    }

    /// Commands that would no longer be reached, or not surely, if this command had these keys.
    public List<Command> conflicts(CommandRegistry commands, Command wanting, KeySequence keys) {
        List<Command> found = new ArrayList<>();
        for (Command command : commands.all()) {
            boolean meets = keys(command).stream().anyMatch(other -> meet(other, keys));
            if (!command.id().equals(wanting.id()) && meets) {
                found.add(command);
            }
        }
        return found;
    }

    /// Gives a command a key sequence and takes it from all others.
    public void takeOver(CommandRegistry commands, Command wanting, KeySequence sequence) {
        for (Command other : conflicts(commands, wanting, sequence)) {
            set(
                    other,
                    keys(other).stream().filter(keys -> !meet(keys, sequence)).toList());
        }
        set(wanting, List.of(sequence));
    }

    /// One is the other, or starts like it.
    private static boolean meet(KeySequence a, KeySequence b) {
        int common = Math.min(a.combinations().size(), b.combinations().size());
        return a.combinations().subList(0, common).equals(b.combinations().subList(0, common));
    }

    /// What the person changed, as it is kept: sequences by id of the command.
    public Map<String, List<String>> written() {
        Map<String, List<String>> written = new HashMap<>();
        changed.forEach((id, keys) ->
                written.put(id, keys.stream().map(KeySequence::written).toList()));
        return written;
    }

    /// Takes what was kept; sequences that can't be read are left out.
    public void load(Map<String, List<String>> written) {
        changed.clear();
        written.forEach((id, keys) -> changed.put(
                id,
                keys.stream().flatMap(text -> KeySequence.parse(text).stream()).toList()));
        version.set(version.get() + 1);
    }
}
