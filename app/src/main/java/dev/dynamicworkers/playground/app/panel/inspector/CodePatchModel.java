package dev.dynamicworkers.playground.app.panel.inspector;

import dev.dynamicworkers.playground.app.session.Amounts;
import dev.dynamicworkers.playground.app.session.CodeHelp;
import dev.dynamicworkers.playground.app.session.Place;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.ProjectTexts;
import dev.dynamicworkers.playground.core.language.CodeAnswer;
import dev.dynamicworkers.playground.core.language.Narrowing;
import dev.dynamicworkers.playground.core.project.Grant;
import dev.dynamicworkers.playground.core.project.PlaygroundFile;
import dev.dynamicworkers.playground.core.project.WorkerGrants;
import dev.dynamicworkers.playground.core.project.network.NetworkMode;
import dev.dynamicworkers.playground.core.project.network.NetworkRules;
import dev.dynamicworkers.playground.core.trace.WorkerView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/// Writes what the rules take from a dynamic worker into the code of its parent, after the person saw the difference.
/// FX thread.
public final class CodePatchModel {
    private static final CodePatch LOOKING =
            CodePatch.none("Looking for the place that makes this worker\u2026", List.of(), "");

    private final ProjectSession session;
    private final String worker;
    private final @Nullable WorkerView view;
    private final @Nullable String gift;
    private final BiConsumer<Narrowing, Consumer<List<CodeAnswer.LoaderSite>>> finder;
    private final BooleanProperty block = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<CodePatch> patch = new ReadOnlyObjectWrapper<>(LOOKING);

    /// @param worker as the inspector names it
    /// @param view what its isolate really runs, null when none is loaded
    /// @param gift key of the parent's env that it is given instead; null when the rules are written
    /// @param finder finds the places that make dynamic workers
    CodePatchModel(
            ProjectSession session,
            String worker,
            @Nullable WorkerView view,
            @Nullable String gift,
            BiConsumer<Narrowing, Consumer<List<CodeAnswer.LoaderSite>>> finder) {
        this.session = session;
        this.worker = worker;
        this.view = view;
        this.gift = gift;
        this.finder = finder;
        block.set(gift == null && saysBlocked());
        block.subscribe((before, now) -> look());
        look();
    }

    /// Whether the rules' file itself blocks the network of the worker; what holds where it says nothing does not
    /// count.
    private boolean saysBlocked() {
        PlaygroundFile file = session.policy().stateProperty().get().file();
        return isBlocked() && file.text().contains("\"network\"");
    }

    private boolean isBlocked() {
        NetworkRules rules = session.policy().stateProperty().get().network();
        return rules.everyone().mode() == NetworkMode.BLOCKED
                || rules.own(NetworkRules.Sender.dynamic(null, worker))
                        .filter(own -> own.mode() == NetworkMode.BLOCKED)
                        .isPresent();
    }

    // Properties

    /// Whether rules are written, which may block the network.
    boolean writesRules() {
        return gift == null;
    }

    /// Whether `globalOutbound: null` is written, too.
    BooleanProperty blockProperty() {
        return block;
    }

    /// What would be written.
    ReadOnlyObjectProperty<CodePatch> patchProperty() {
        return patch.getReadOnlyProperty();
    }

    // Commands

    private void look() {
        if (worker.equals(InspectorViewModel.PARENT)) {
            patch.set(CodePatch.none(
                    "What the parent has stands in wrangler.jsonc, not in code: take it out there.", List.of(), ""));
            return;
        }
        if (session.simpleMode().activeProperty().get()) {
            patch.set(CodePatch.none(
                    "The Inspector writes this parent: what you change would be written over. Keep it as your own code"
                            + " first.",
                    List.of(),
                    ""));
            return;
        }
        List<String> notes = new ArrayList<>();
        List<String> loaders = session.outlineProperty().get().bindings().entrySet().stream()
                .filter(binding -> binding.getValue().equals("worker loader"))
                .map(Map.Entry::getKey)
                .toList();
        String given = gift;
        Narrowing wanted = given == null
                ? new Narrowing(loaders, removed(notes), block.get(), limits())
                : new Narrowing(loaders, List.of(), /* block= */ false, Map.of(), Map.of(given, "env." + given));
        if (wanted.isEmpty()) {
            patch.set(CodePatch.none(
                    "The rules take nothing from " + name() + " that code could say.", List.copyOf(notes), ""));
            return;
        }
        patch.set(LOOKING);
        finder.accept(wanted, sites -> found(wanted, sites, notes));
    }

    private String name() {
        return worker.equals(InspectorViewModel.ALL) ? "dynamic workers" : worker;
    }

    private WorkerGrants said() {
        return session.policy().stateProperty().get().file().overlay().forDynamic(worker);
    }

    /// Keys that the rules switch off. What they do besides stays with them.
    private List<String> removed(List<String> notes) {
        WorkerGrants said = said();
        Set<String> names = new TreeSet<>();
        said.sources().forEach(source -> names.addAll(source.said().grants().keySet()));
        boolean all = names.remove("*");
        if (view != null) {
            view.env().forEach(entry -> names.add(entry.name()));
        } else if (all) {
            names.add("*");
        }
        List<String> gone = new ArrayList<>();
        for (String name : names) {
            Grant grant = said.grant(name).grant();
            if (grant.mode() == Grant.Mode.OFF) {
                gone.add(name);
            } else if (grant.mode() != Grant.Mode.ON || !grant.methods().isEmpty()) {
                String what = grant.mode() == Grant.Mode.ON
                        ? "rules for methods"
                        : grant.mode().word();
                notes.add(name + ": " + what + " stays a rule of this playground; code has no word for it.");
            }
        }
        return gone;
    }

    private Map<String, Long> limits() {
        Map<String, Long> limits = new LinkedHashMap<>();
        var set = said().limits();
        if (set.cpuMillis() >= 0) {
            limits.put("cpuMs", set.cpuMillis());
        }
        if (set.subrequests() >= 0) {
            limits.put("subRequests", set.subrequests());
        }
        return limits;
    }

    private void found(Narrowing wanted, List<CodeAnswer.LoaderSite> sites, List<String> notes) {
        String snippet =
                gift == null ? CodePatch.snippet(name(), wanted.remove(), wanted.block(), wanted.limits()) : "";
        List<CodeAnswer.LoaderSite> mine = LoaderSites.of(worker, sites);
        if (mine.isEmpty()) {
            patch.set(CodePatch.none(LoaderSites.refusal(worker, sites), notes, snippet));
            return;
        }
        List<String> all = new ArrayList<>(notes);
        mine.forEach(site -> {
            all.addAll(site.left());
            if (!site.refusal().isEmpty()) {
                all.add(site.refusal());
            }
        });
        if (LoaderSites.servesOthers(worker, mine)) {
            all.add("The id is computed at " + LoaderSites.spot(mine.getFirst())
                    + ": what changes there, changes for all workers that it makes.");
        }
        List<CodeAnswer.Edit> edits =
                mine.stream().flatMap(site -> site.edits().stream()).distinct().toList();
        List<String> told = all.stream().distinct().toList();
        if (edits.isEmpty()) {
            boolean refused = mine.stream().anyMatch(site -> !site.refusal().isEmpty());
            patch.set(CodePatch.none(
                    refused || !mine.getFirst().left().isEmpty()
                            ? "The code that makes " + name() + " can't be changed for you; see below why."
                            : "The code says all of this already.",
                    told,
                    snippet));
            return;
        }
        show(edits, told, snippet);
    }

    /// Puts the edits into the texts as they are on screen or on disk.
    private void show(List<CodeAnswer.Edit> edits, List<String> notes, String snippet) {
        ProjectTexts texts = session.texts();
        Map<String, List<CodeAnswer.Edit>> byFile = edits.stream()
                .collect(Collectors.groupingBy(edit -> edit.span().path(), LinkedHashMap::new, Collectors.toList()));
        session.compute(
                () -> {
                    List<CodePatch.FileChange> files = new ArrayList<>();
                    byFile.forEach((path, changes) -> {
                        String unsaved = texts.unsaved().get(path);
                        String text =
                                unsaved != null ? unsaved : texts.read(path).orElse("");
                        files.add(new CodePatch.FileChange(path, text, CodeHelp.applied(text, changes)));
                    });
                    return files;
                },
                files -> patch.set(new CodePatch(
                        gift == null
                                ? "This takes from " + name() + " in the code what the rules take from it here."
                                : "This hands env." + gift + " to " + name() + ".",
                        notes,
                        files,
                        snippet)));
    }

    /// Writes it. The files are opened, so that it can be undone there.
    void apply() {
        CodePatch shown = patch.get();
        for (CodePatch.FileChange file : shown.files()) {
            session.openFiles().open(file.path(), opened -> {
                if (!opened.text().equals(file.before())) {
                    session.notices()
                            .problem(file.path() + " was changed meanwhile; nothing was written into it. Try again.");
                    return;
                }
                session.reveal(new Place(file.path(), firstLine(file), 1));
                session.fileOperations().edit(file.path(), text -> file.after());
            });
        }
        if (!shown.files().isEmpty() && gift != null) {
            session.notices()
                    .tell(name() + " has " + gift + " from the next run on; Undo in the editor takes it back.");
        } else if (!shown.files().isEmpty()) {
            session.notices()
                    .tell(
                            "Written into " + Amounts.count(shown.files().size(), "file")
                                    + "; Undo in the editor takes it back. The rules still hold.",
                            "Take the rules away",
                            this::dropRules);
        }
    }

    private static int firstLine(CodePatch.FileChange file) {
        String before = file.before();
        String after = file.after();
        int same = 0;
        while (same < Math.min(before.length(), after.length()) && before.charAt(same) == after.charAt(same)) {
            same++;
        }
        return 1 + (int) after.substring(0, same).chars().filter(c -> c == '\n').count();
    }

    /// Takes away what the worker's own part of the rules says and the code says by now.
    private void dropRules() {
        session.policy().change(file -> {
            PlaygroundFile changed = file;
            var own = file.overlay().dynamicWorkers().get(worker);
            if (own != null) {
                for (Map.Entry<String, Grant> grant : own.grants().entrySet()) {
                    if (grant.getValue().mode() == Grant.Mode.OFF) {
                        changed = changed.without(List.of("dynamicWorkers", worker, "grants", grant.getKey()));
                    }
                }
                if (!own.limits().equals(dev.dynamicworkers.playground.core.worker.ResourceLimits.NONE)) {
                    changed = changed.without(List.of("dynamicWorkers", worker, "limits"));
                }
            }
            return changed;
        });
    }
}
