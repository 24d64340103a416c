package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.app.session.ProjectSource.Loaded;
import dev.dynamicworkers.playground.app.task.Tasks;
import dev.dynamicworkers.playground.core.project.Grant;
import dev.dynamicworkers.playground.core.project.WorkerGrants;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.trace.WorkerView;
import dev.dynamicworkers.playground.core.worker.IsolateId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import org.jspecify.annotations.Nullable;

/// Which isolates that live were loaded with something else than the project says by now. Grants of calls and limits of
/// invocations are no part of that: they hold for isolates that live already too. FX thread; the project is read and
/// compared elsewhere.
public final class StaleIsolates {
    private final ReadOnlyObjectProperty<List<IsolateSnapshot>> snapshots;
    private final ReadOnlyObjectWrapper<Map<IsolateId, List<String>>> changes = new ReadOnlyObjectWrapper<>(Map.of());
    private final Map<IsolateId, LoadedWith> known = new HashMap<>();
    private @Nullable Surroundings around;
    private @Nullable Loaded started;
    private ProjectChange change = ProjectChange.NONE;
    private boolean looking;
    private boolean lookAgain;

    StaleIsolates(ReadOnlyObjectProperty<List<IsolateSnapshot>> snapshots) {
        this.snapshots = snapshots;
        snapshots.subscribe(all -> {
            known.keySet()
                    .removeIf(id -> all.stream().noneMatch(each -> each.id().equals(id)));
            ask(all);
            show();
        });
    }

    /// What it needs of others.
    ///
    /// @param asItWouldRun reads the project as the next run would have it
    /// @param views tells later what an isolate runs, null for one that is gone
    record Surroundings(Tasks tasks, Supplier<Callable<Loaded>> asItWouldRun, Views views) {}

    /// Tells what isolates run.
    interface Views {
        /// @param then gets it later, null when there is no such isolate any more
        void view(IsolateId isolate, Consumer<@Nullable WorkerView> then);
    }

    void attach(Surroundings surroundings) {
        around = surroundings;
    }

    /// Looks at nothing any more: the session closes, and others of it may be closed already.
    void detach() {
        around = null;
    }

    /// Looks whenever a text on screen begins or ceases to be another than the one on disk: runs take what is on
    /// screen.
    void watch(OpenFiles open) {
        open.files().addListener((ListChangeListener<OpenFile>) opened -> {
            while (opened.next()) {
                opened.getAddedSubList().forEach(file -> file.dirtyProperty().subscribe(dirty -> look()));
            }
        });
    }

    /// Isolates that were loaded with something else, each with what changed since: paths of files, or a few words.
    public ReadOnlyObjectProperty<Map<IsolateId, List<String>>> changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /// Whether the project itself changed, so that its parent has to be loaded anew as well.
    public boolean isOfProject() {
        return change.isOfProject();
    }

    /// A project is started as it was read: isolates are made of it from now on.
    void started(Loaded loaded) {
        started = loaded;
        known.clear();
        take(ProjectChange.between(loaded, loaded));
    }

    /// A run found that the project is as it was started, its rules aside.
    void unchanged(Loaded loaded) {
        Loaded then = started;
        if (then != null) {
            take(ProjectChange.between(then, loaded));
        }
    }

    /// No project runs any more.
    void ended() {
        started = null;
        known.clear();
        take(ProjectChange.NONE);
    }

    private void take(ProjectChange found) {
        change = found;
        show();
    }

    /// Compares anew, because something may have changed.
    public void look() {
        Surroundings by = around;
        Loaded then = started;
        boolean anyLives = snapshots.get().stream().anyMatch(isolate -> isolate.endReason() == null);
        if (by == null || then == null || !anyLives) {
            return;
        }
        if (looking) {
            lookAgain = true;
            return;
        }
        looking = true;
        Callable<Loaded> reader = by.asItWouldRun().get();
        by.tasks()
                .run(() -> ProjectChange.between(then, reader.call()))
                // What can't be read is told as a problem; nothing is known of what would be loaded.
                .onFailure(unreadable -> looked())
                .onSuccess(found -> {
                    if (then == started) {
                        take(found);
                    }
                    looked();
                });
    }

    private void looked() {
        looking = false;
        if (lookAgain) {
            lookAgain = false;
            look();
        }
    }

    private void ask(List<IsolateSnapshot> all) {
        Surroundings by = around;
        Loaded then = started;
        if (by == null || then == null) {
            return;
        }
        for (IsolateSnapshot isolate : all) {
            if (isolate.endReason() == null && !known.containsKey(isolate.id())) {
                known.put(isolate.id(), LoadedWith.UNKNOWN);
                by.views().view(isolate.id(), view -> {
                    if (view != null && then == started) {
                        by.tasks().run(() -> LoadedWith.of(view, then)).onSuccess(with -> {
                            known.replace(isolate.id(), with);
                            show();
                        });
                    }
                });
            }
        }
    }

    /// Tells of changes that nobody made, until the isolates are measured the next time.
    void tell(Map<IsolateId, List<String>> fixed) {
        changes.set(Map.copyOf(fixed));
    }

    private void show() {
        Map<IsolateId, List<String>> found = new LinkedHashMap<>();
        for (IsolateSnapshot isolate : snapshots.get()) {
            if (isolate.endReason() == null && started != null) {
                List<String> since = changed(isolate);
                if (!since.isEmpty()) {
                    found.put(isolate.id(), since);
                }
            }
        }
        if (!found.equals(changes.get())) {
            changes.set(Map.copyOf(found));
        }
    }

    private List<String> changed(IsolateSnapshot isolate) {
        boolean isParent = isolate.role() == IsolateSnapshot.Role.PARENT;
        LoadedWith with = known.getOrDefault(isolate.id(), LoadedWith.UNKNOWN);
        List<String> since = new ArrayList<>();
        for (String file : change.texts()) {
            if (isParent || with.files().contains(file)) {
                since.add(file);
            }
        }
        for (String file : change.code()) {
            since.add(isParent ? file : file + " (which loads it)");
        }
        since.addAll(change.others());
        WorkerGrants grants =
                isParent ? change.overlay().forParent() : change.overlay().forDynamic(isolate.label());
        with.values().forEach((name, had) -> {
            Grant.Mode mode = grants.grant(name).grant().mode();
            boolean has = mode != Grant.Mode.OFF && mode != Grant.Mode.FIXTURE;
            if (has != had) {
                since.add("env." + name);
            }
        });
        return List.copyOf(since);
    }

    /// What one isolate was made of.
    ///
    /// @param files whose texts are modules of it
    /// @param values plain values of the code for its `env`, each with whether the rules left it there
    private record LoadedWith(Set<String> files, Map<String, Boolean> values) {
        static final LoadedWith UNKNOWN = new LoadedWith(Set.of(), Map.of());

        static LoadedWith of(WorkerView view, Loaded project) {
            Map<String, Boolean> values = new LinkedHashMap<>();
            for (WorkerView.EnvEntry entry : view.env()) {
                if (Set.of("text", "json", "secret").contains(entry.kind())) {
                    values.put(
                            entry.name(),
                            switch (entry.mode()) {
                                case "on" -> entry.note() == null;
                                case "off", "fixture" -> entry.note() != null;
                                default -> true;
                            });
                }
            }
            return new LoadedWith(ProjectChange.filesOf(view, project), values);
        }
    }
}
