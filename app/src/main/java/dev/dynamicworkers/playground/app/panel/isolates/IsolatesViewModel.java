package dev.dynamicworkers.playground.app.panel.isolates;

import dev.dynamicworkers.playground.app.session.Amounts;
import dev.dynamicworkers.playground.app.session.IsolateModel;
import dev.dynamicworkers.playground.app.session.IsolateTag;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.Wish;
import dev.dynamicworkers.playground.app.session.debug.Debugging;
import dev.dynamicworkers.playground.core.debug.Pause;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.worker.IsolateId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;
import org.jspecify.annotations.Nullable;

/// All isolates with their memory. FX thread.
public final class IsolatesViewModel {
    private final ProjectSession session;
    private final Map<IsolateId, List<String>> seen = new HashMap<>();
    private final ReadOnlyIntegerWrapper seenVersion = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");

    /// @param session whose isolates are shown
    public IsolatesViewModel(ProjectSession session) {
        this.session = session;
    }

    // Properties

    /// The isolates as they were last measured.
    public ReadOnlyObjectProperty<List<IsolateSnapshot>> snapshotsProperty() {
        return session.isolates().snapshotsProperty();
    }

    /// How rows name an isolate.
    public IsolateTag tag(IsolateSnapshot snapshot) {
        return IsolateTag.of(snapshot.label(), snapshot.role());
    }

    /// What stands still; null while nothing does.
    public ReadOnlyObjectProperty<@Nullable Pause> pauseProperty() {
        return session.debugging().pauseProperty();
    }

    /// The word for what an isolate does. While one stands still, so do all that were at work.
    public String state(IsolateSnapshot snapshot) {
        Pause pause = session.debugging().pauseProperty().get();
        if (pause != null && snapshot.endReason() == null) {
            if (pause.isolate().equals(snapshot.id())) {
                return "paused";
            }
            if (snapshot.state() == IsolateSnapshot.State.BUSY) {
                return "held";
            }
        }
        return snapshot.state().name().toLowerCase(Locale.ROOT);
    }

    /// Isolates that were loaded with something else than the project says by now, each with what changed since.
    public ReadOnlyObjectProperty<Map<IsolateId, List<String>>> staleProperty() {
        return session.isolates().stale().changesProperty();
    }

    /// Whether a run is live, so that nothing can be evicted.
    public ObservableBooleanValue liveProperty() {
        return session.runState().liveProperty();
    }

    /// Measurements of an isolate's memory, oldest first.
    List<IsolateModel.Sample> samples(IsolateSnapshot snapshot) {
        return session.isolates().samples(snapshot.id());
    }

    /// Bytes that one isolate may retain, 0 when that is not known.
    ReadOnlyLongProperty memoryLimitProperty() {
        return session.isolates().memoryLimitProperty();
    }

    /// What the last command came to, empty for nothing.
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /// What is known of an isolate, a line for each fact.
    public List<String> details(IsolateSnapshot snapshot, Instant now) {
        List<String> lines = new ArrayList<>();
        String name = snapshot.name();
        lines.add(
                snapshot.role() == IsolateSnapshot.Role.PARENT
                        ? "The parent: the project's own worker."
                        : name == null
                                ? "Made by load(): it has no id, and each load() makes another."
                                : "Loaded under the id \"" + name + "\"; get() of this id finds it while it lives.");
        String reason = snapshot.endReason();
        if (reason != null) {
            lines.add("Ended, " + snapshot.state().name().toLowerCase(Locale.ROOT) + ": " + reason
                    + ". Its globals are gone.");
        }
        List<String> changed = staleProperty().get().get(snapshot.id());
        if (changed != null) {
            lines.add("Stale: since it was loaded, " + String.join(", ", changed)
                    + " changed. That applies to the next isolate.");
        }
        Instant active = snapshot.lastActiveAt();
        Pause pause = session.debugging().pauseProperty().get();
        if (pause != null && reason == null) {
            lines.add(
                    pause.isolate().equals(snapshot.id())
                            ? "Stands still at "
                                    + Debugging.place(pause.frames().getFirst()).text()
                                    + "; no limit of time runs on."
                            : "Held: another isolate of the project stands still.");
        }
        lines.add("Age " + age(snapshot.createdAt(), now)
                + (active == null ? "" : ", last active " + age(active, now) + " ago")
                + ", " + requests(snapshot) + ".");
        String outcome = lastOutcome(snapshot);
        if (!outcome.isEmpty()) {
            lines.add("Last event: " + outcome + ".");
        }
        lines.addAll(seen.getOrDefault(snapshot.id(), List.of()));
        lines.add("Retained " + Amounts.bytes(snapshot.retainedBytes()) + " (estimate), allocated "
                + Amounts.bytes(snapshot.allocatedBytes()) + " in all, shared with others "
                + Amounts.bytes(snapshot.sharedBytes()) + ".");
        return lines;
    }

    private static String requests(IsolateSnapshot snapshot) {
        long count = snapshot.requests();
        return Amounts.count(count, "request") + (count == 0 ? "" : " (1 cold, " + (count - 1) + " warm)");
    }

    /// A time that has passed: `4 s`, `3 min`, `2 h`.
    static String age(Instant since, Instant now) {
        long seconds = Math.max(0, Duration.between(since, now).toSeconds());
        return seconds < 120 ? seconds + " s" : seconds < 7_200 ? seconds / 60 + " min" : seconds / 3_600 + " h";
    }

    /// How long an isolate has had nothing to do; empty for one that has, and for one that ended.
    static String idle(IsolateSnapshot snapshot, Instant now) {
        Instant active = snapshot.lastActiveAt();
        return snapshot.state() != IsolateSnapshot.State.IDLE || active == null ? "" : age(active, now);
    }

    /// How the last event of an isolate ended; empty before its first did.
    String lastOutcome(IsolateSnapshot snapshot) {
        return session.isolates().lastOutcome(snapshot.id());
    }

    /// Asks what an isolate runs, for its details; they are there later.
    void look(IsolateSnapshot snapshot) {
        if (snapshot.endReason() == null && !seen.containsKey(snapshot.id())) {
            seen.keySet()
                    .removeIf(id -> snapshotsProperty().get().stream()
                            .noneMatch(other -> other.id().equals(id)));
            seen.put(snapshot.id(), List.of());
            session.view(snapshot.id(), view -> {
                if (view != null) {
                    seen.put(snapshot.id(), CodeFacts.of(view));
                    seenVersion.set(seenVersion.get() + 1);
                }
            });
        }
    }

    /// Changes when the details of an isolate know more.
    ReadOnlyIntegerProperty seenVersionProperty() {
        return seenVersion.getReadOnlyProperty();
    }

    /// What code calls the isolate: its loader id, or where it has none the number that events name it by.
    static String id(IsolateSnapshot snapshot) {
        String name = snapshot.name();
        return name == null ? snapshot.id().toString() : name;
    }

    /// Whether the isolate can be evicted by itself.
    boolean canEvict(IsolateSnapshot snapshot) {
        return snapshot.endReason() == null
                && snapshot.role() == IsolateSnapshot.Role.DYNAMIC
                && !liveProperty().get();
    }

    /// Whether the isolate can be killed.
    boolean canKill(IsolateSnapshot snapshot) {
        return snapshot.endReason() == null;
    }

    /// Whether the next `get()` can be made to load its code anew.
    boolean canReload(IsolateSnapshot snapshot) {
        return snapshot.endReason() == null
                && snapshot.name() != null
                && snapshot.role() == IsolateSnapshot.Role.DYNAMIC;
    }

    /// The isolates that one can be compared with.
    List<IsolateSnapshot> comparable(IsolateSnapshot with) {
        return snapshotsProperty().get().stream()
                .filter(each -> each.endReason() == null && !each.id().equals(with.id()))
                .toList();
    }

    /// Whether there are two that can be compared.
    public boolean canCompare() {
        return snapshotsProperty().get().stream()
                        .filter(each -> each.endReason() == null)
                        .count()
                >= 2;
    }

    // Commands

    /// Shows two isolates side by side: their code, grants and limits.
    void compare(IsolateSnapshot first, IsolateSnapshot second) {
        session.wish(new Wish.Compare(first, second));
    }

    /// Compares the two that are selected, or the only two that there are.
    ///
    /// @return whether it is clear which two are meant
    public boolean compare(List<IsolateSnapshot> selected) {
        List<IsolateSnapshot> two = selected.size() == 2
                ? selected
                : snapshotsProperty().get().stream()
                        .filter(each -> each.endReason() == null)
                        .toList();
        if (two.size() != 2) {
            return false;
        }
        compare(two.getFirst(), two.getLast());
        return true;
    }

    /// Measures all isolates anew.
    public void measure() {
        session.measure();
    }

    /// Drops all isolates.
    public void evictAll() {
        session.evictAll();
    }

    /// Drops one dynamic worker.
    public void evict(IsolateSnapshot snapshot) {
        session.evict(
                snapshot.id(),
                evicted -> message.set(
                        evicted
                                ? snapshot.label() + " was evicted; the next request that wants it starts it cold."
                                : snapshot.label()
                                        + " was not evicted: it is busy, or an object lives in it. Stop the run"
                                        + " first."));
    }

    /// Ends an isolate whatever it does.
    public void kill(IsolateSnapshot snapshot) {
        session.kill(
                snapshot.id(),
                killed -> message.set(
                        killed
                                ? snapshot.label() + " was killed: its globals are gone. Other isolates go on."
                                : snapshot.label() + " was not killed: it had ended already."));
    }

    /// Makes the next `get()` of its id ask for the code anew; who has a stub keeps the worker that there is.
    public void reload(IsolateSnapshot snapshot) {
        String name = snapshot.name();
        if (name != null) {
            session.forget(name);
            message.set("The next get(\"" + name + "\") asks for its code anew.");
        }
    }

    /// Ends the live run, and what runs in it.
    public void stop() {
        session.stop();
    }

    /// Shows the code that the isolate runs.
    public void showCode(IsolateSnapshot snapshot) {
        session.wish(new Wish.Inspect(
                Wish.Page.CODE, snapshot.role() == IsolateSnapshot.Role.PARENT ? "parent" : snapshot.label()));
    }

    /// Shows only the lines of the isolate in the console.
    public void showConsole(IsolateSnapshot snapshot) {
        session.wish(new Wish.ShowTool(Wish.Tool.CONSOLE, "isolate:" + snapshot.label()));
    }
}
