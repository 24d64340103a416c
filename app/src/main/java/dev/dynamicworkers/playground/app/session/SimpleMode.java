package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.core.project.network.NetworkMode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/// A project whose author writes the dynamic worker only: its parent is generated from what the configuration binds and
/// the rules allow, and written anew when these change. FX thread.
public final class SimpleMode {
    private final FileOperations files;
    private final ReadOnlyBooleanWrapper active = new ReadOnlyBooleanWrapper();
    private @Nullable ProjectOutline read;
    private NetworkMode network = NetworkMode.BLOCKED;

    SimpleMode(FileOperations files) {
        this.files = files;
    }

    /// Whether the parent is generated.
    public ReadOnlyBooleanProperty activeProperty() {
        return active.getReadOnlyProperty();
    }

    /// Takes what was read of the project, and writes its parent when that is not what it should be.
    void show(ProjectOutline outline) {
        read = outline;
        active.set(SimpleParent.isGenerated(outline.mainText()));
        refresh();
    }

    /// Takes what the rules say.
    void reach(NetworkMode mode) {
        network = mode;
        refresh();
    }

    private void refresh() {
        ProjectOutline outline = read;
        if (outline == null || !active.get() || outline.dynamicFiles().isEmpty()) {
            return;
        }
        String wanted = generated(outline);
        if (!wanted.equals(outline.mainText())) {
            files.edit(outline.main(), before -> SimpleParent.isGenerated(before) ? wanted : before);
        }
    }

    /// Makes the parent its author's own: from now on nothing writes it anew.
    public void keepParent() {
        ProjectOutline outline = read;
        if (outline != null && active.get()) {
            active.set(false);
            files.edit(outline.main(), SimpleParent::kept);
        }
    }

    /// Why the parent of the open project can't be generated, one sentence; empty when it can.
    public String refusal() {
        ProjectOutline outline = read;
        if (outline == null || outline.main().isEmpty()) {
            return "The project could not be read; see Problems.";
        }
        if (active.get()) {
            return "The parent is generated already.";
        }
        if (outline.dynamicFiles().isEmpty()) {
            return "This project has no dynamic worker whose code the parent could load: name its files as text"
                    + " modules in wrangler.jsonc, as in { \"type\": \"Text\", \"globs\": [\"**/dynamic/**/*.js\"] }.";
        }
        return outline.bindings().containsValue(SimpleParent.LOADER)
                ? ""
                : "This project has no worker loader: add \"worker_loaders\": [{ \"binding\": \"LOADER\" }] to"
                        + " wrangler.jsonc.";
    }

    /// Generates the parent from now on. The author's own stays in a file beside it.
    ///
    /// @param then takes the path of that file
    /// @throws IllegalStateException when there is a [#refusal]
    public void generateParent(Consumer<String> then) {
        ProjectOutline outline = read;
        if (outline == null || !refusal().isEmpty()) {
            throw new IllegalStateException(refusal());
        }
        files.duplicate(outline.main(), own -> {
            files.edit(outline.main(), text -> text.startsWith(SimpleParent.MARK) ? text : generated(outline));
            then.accept(own);
        });
    }

    /// What the project binds as code that hands it to a dynamic worker.
    ///
    /// @param without names that are left out
    public String grantsAsCode(Set<String> without) {
        ProjectOutline outline = read;
        Map<String, String> bindings = new TreeMap<>(outline == null ? Map.of() : outline.bindings());
        bindings.keySet().removeAll(without);
        return new SimpleParent(Set.of(), bindings, "", SimpleParent.Network.BLOCKED).grants();
    }

    private String generated(ProjectOutline outline) {
        SimpleParent.Network allowed =
                network == NetworkMode.BLOCKED ? SimpleParent.Network.BLOCKED : SimpleParent.Network.BY_RULES;
        return new SimpleParent(outline.dynamicFiles(), outline.bindings(), outline.compatibilityDate(), allowed)
                .text(outline.main());
    }
}
