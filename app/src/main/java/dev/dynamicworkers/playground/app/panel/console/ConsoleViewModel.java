package dev.dynamicworkers.playground.app.panel.console;

import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.fx.ValueTreePane;
import dev.dynamicworkers.playground.app.session.Amounts;
import dev.dynamicworkers.playground.app.session.LogEntry;
import dev.dynamicworkers.playground.app.session.Place;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.RunState;
import dev.dynamicworkers.playground.app.session.Wish;
import dev.dynamicworkers.playground.app.session.body.InspectedValue;
import dev.dynamicworkers.playground.core.trace.LogCap;
import dev.dynamicworkers.playground.core.worker.Limit;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/// The console's lines, filtered. FX thread.
public final class ConsoleViewModel implements AutoCloseable {
    private static final int MOST_BROKEN = 5_000;

    private final ProjectSession session;
    private final Subscriptions subscriptions = new Subscriptions();
    private final FilteredList<LogEntry> lines;
    private final StringProperty filter = new SimpleStringProperty("");
    private final RunFolds folds = new RunFolds();
    private final List<BooleanProperty> levels = new ArrayList<>();
    private final List<ReadOnlyIntegerWrapper> counts = new ArrayList<>();
    private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper();
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final BooleanProperty wrapping = new SimpleBooleanProperty(true);
    private final BooleanBinding broken = wrapping.and(total.lessThanOrEqualTo(MOST_BROKEN));
    private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable LogCap> cap = new ReadOnlyObjectWrapper<>();
    private final Property<Boolean> preserving = new SimpleObjectProperty<>(true);
    private @Nullable LogEntry last;

    /// @param session whose log is shown
    public ConsoleViewModel(ProjectSession session) {
        this.session = session;
        lines = new FilteredList<>(session.log().lines());
        for (int i = 0; i < LogEntry.Level.values().length; i++) {
            BooleanProperty shown = new SimpleBooleanProperty(true);
            levels.add(shown);
            counts.add(new ReadOnlyIntegerWrapper());
            subscriptions.onChange(this::refilter, shown);
        }
        subscriptions.onChange(this::refilter, filter, folds.versionProperty());
        subscriptions.listen(session.runState().phaseProperty(), phase -> {
            if (phase == RunState.Phase.PREPARING) {
                cap.set(null);
                if (!preserving.getValue()) {
                    clear();
                }
            }
        });
        subscriptions.listen(paused, on -> {
            List<LogEntry> all = session.log().lines();
            last = on && !all.isEmpty() ? all.getLast() : null;
            waiting.set(0);
            refilter();
        });
        ListChangeListener<LogEntry> counter = this::count;
        session.log().lines().addListener(counter);
        subscriptions.add(() -> session.log().lines().removeListener(counter));
        int[] present = new int[counts.size()];
        session.log().lines().forEach(entry -> present[entry.level().ordinal()]++);
        add(present);
    }

    private void refilter() {
        Predicate<LogEntry> text = LogFilter.parse(filter.get());
        complaint.set(LogFilter.complaint(filter.get()));
        LogEntry end = last;
        boolean still = paused.get();
        lines.setPredicate(entry -> shownProperty(entry.level()).get()
                && text.test(entry)
                && folds.shows(entry)
                && (!still || end != null && !entry.time().isAfter(end.time())));
    }

    private void count(ListChangeListener.Change<? extends LogEntry> change) {
        int[] more = new int[counts.size()];
        while (change.next()) {
            change.getRemoved().forEach(entry -> more[entry.level().ordinal()]--);
            change.getAddedSubList().forEach(entry -> {
                more[entry.level().ordinal()]++;
                if (entry.level() == LogEntry.Level.NOTE) {
                    LogCap.of(entry.text()).ifPresent(cap::set);
                }
            });
            if (paused.get()) {
                waiting.set(waiting.get() + change.getAddedSize());
            }
        }
        add(more);
    }

    /// Adds to the number of lines of each level, once for all that one frame brings.
    private void add(int[] more) {
        for (int i = 0; i < more.length; i++) {
            counts.get(i).set(counts.get(i).get() + more[i]);
        }
        total.set(session.log().lines().size());
    }

    /// Writes the lines that pass the filter into a file, one a line.
    public void export(Path file) {
        List<LogEntry> shown = List.copyOf(lines);
        session.askedFiles()
                .write(
                        file,
                        Amounts.count(shown.size(), "line") + " of the console",
                        () -> text(shown).getBytes(StandardCharsets.UTF_8));
    }

    /// The texts of lines for the clipboard, each on a line of its own.
    public String copyText(List<LogEntry> entries) {
        return session.secretMask()
                .apply(entries.stream().map(entry -> entry.text() + "\n").collect(Collectors.joining()));
    }

    private String text(List<LogEntry> entries) {
        return entries.stream()
                .map(entry -> session.secretMask()
                        .apply(entry.time() + " #" + entry.run() + " "
                                + entry.isolate().label() + " "
                                + entry.level().word() + " " + entry.text()
                                + (entry.repeats() == 1 ? "" : " (" + entry.repeats() + " times)")
                                + (entry.source().isEmpty() ? "" : " " + entry.source())
                                + "\n"))
                .collect(Collectors.joining());
    }

    /// The objects and arrays that a line logged, or the error that it tells.
    static List<ValueTreePane.Branch> values(LogEntry entry) {
        if (entry.error() != null) {
            return ThrownValue.of(entry.error());
        }
        return entry.values().isEmpty() ? List.of() : InspectedValue.of(entry.text(), entry.values(), entry.deeper());
    }

    // Properties

    /// The lines that pass the filter, oldest first.
    public FilteredList<LogEntry> lines() {
        return lines;
    }

    /// Whether lines that come now wait until the person has read those that are there.
    public BooleanProperty pausedProperty() {
        return paused;
    }

    /// How many lines came since the pause began.
    public ReadOnlyIntegerProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /// Whether long lines are broken.
    public BooleanProperty wrappingProperty() {
        return wrapping;
    }

    /// Whether long lines are broken now: not in a flood, where measuring each would hold the window up.
    public ObservableBooleanValue brokenProperty() {
        return broken;
    }

    /// What can't be read of the filter, as a sentence; empty when all of it can.
    public ReadOnlyStringProperty complaintProperty() {
        return complaint.getReadOnlyProperty();
    }

    /// Whether lines of earlier runs stay when a run begins.
    public Property<Boolean> preservingProperty() {
        return preserving;
    }

    /// What is typed into the filter.
    public StringProperty filterProperty() {
        return filter;
    }

    /// Whether lines of this level are shown.
    public BooleanProperty shownProperty(LogEntry.Level level) {
        return levels.get(level.ordinal());
    }

    /// How many lines of this level there are.
    public ReadOnlyIntegerProperty countProperty(LogEntry.Level level) {
        return counts.get(level.ordinal()).getReadOnlyProperty();
    }

    /// How many lines there are.
    public ReadOnlyIntegerProperty totalProperty() {
        return total.getReadOnlyProperty();
    }

    /// That the last run wrote more lines than are shown of it; null when it did not.
    public ReadOnlyObjectProperty<@Nullable LogCap> capProperty() {
        return cap.getReadOnlyProperty();
    }

    /// The same as a sentence.
    static String sentence(LogCap cap) {
        String reached = cap.limit() == Limit.LOG_LINES
                ? String.format(Locale.ROOT, "%,d line cap reached", cap.lines())
                : "Cap of console text (" + cap.limit().key() + ") reached after " + Amounts.count(cap.lines(), "line");
        return reached
                + (cap.dropped() == 0
                        ? "; further lines are counted, not shown."
                        : String.format(Locale.ROOT, ", %,d dropped.", cap.dropped()));
    }

    /// How many older lines are gone.
    public ReadOnlyLongProperty droppedProperty() {
        return session.log().droppedProperty();
    }

    // Commands

    /// Folds the lines of a run behind its first one, or shows them again.
    void toggleFold(long run) {
        folds.toggle(run, session.log().lines());
    }

    /// Folds all runs but the newest, or shows all lines again.
    public void toggleFolds() {
        folds.toggleAll(session.log().lines());
    }

    /// Which runs are folded.
    RunFolds folds() {
        return folds;
    }

    /// Shows the lines of all levels, and of all words.
    public void showAll() {
        filter.set("");
        levels.forEach(shown -> shown.set(true));
    }

    /// Shows the limit that the last run reached, to be raised.
    public void raiseCap() {
        LogCap reached = cap.get();
        if (reached != null) {
            session.wish(new Wish.Inspect(Wish.Page.LIMITS, reached.limit().key()));
        }
    }

    /// Empties the console.
    public void clear() {
        cap.set(null);
        session.log().clear();
    }

    /// Shows the code that wrote a line.
    ///
    /// @return whether it is known
    public boolean reveal(LogEntry entry) {
        Place place = entry.place();
        Wish.ShowModule module = entry.module();
        if (place != null) {
            session.reveal(place);
        } else if (module != null) {
            session.wish(module);
        }
        return place != null || module != null;
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
