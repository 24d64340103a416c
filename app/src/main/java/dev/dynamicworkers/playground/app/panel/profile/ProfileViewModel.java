package dev.dynamicworkers.playground.app.panel.profile;

import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.session.Amounts;
import dev.dynamicworkers.playground.app.session.IsolateTag;
import dev.dynamicworkers.playground.app.session.Place;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.Wish;
import dev.dynamicworkers.playground.app.session.profile.ProfiledRun;
import dev.dynamicworkers.playground.app.session.profile.Profiling.State;
import dev.dynamicworkers.playground.core.profile.CpuProfile;
import dev.dynamicworkers.playground.core.profile.ProfileFile;
import dev.dynamicworkers.playground.core.profile.ProfileTimes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Where the time of the run went that was profiled last. FX thread.
public final class ProfileViewModel implements AutoCloseable {
    private final ProjectSession session;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ObservableList<Isolate> isolates = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Isolate> isolate = new SimpleObjectProperty<>(Isolate.ALL);
    private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.FUNCTIONS);
    private final ObservableList<ProfileRow> functions = FXCollections.observableArrayList();
    private final ObservableList<ProfileRow> lines = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<List<Branch>> calls = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper facts = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Empty> empty = new ReadOnlyObjectWrapper<>(Empty.NOTHING);
    private final BooleanBinding found;
    private final BooleanBinding live;

    /// Ways to look at a profile.
    public enum Mode {
        FUNCTIONS("Functions", "The functions, the hottest first"),
        LINES("Lines", "The lines, the hottest first"),
        CALLS("Calls", "Who called whom, the longest first"),
        FLAME("Flame", "Calls as bars");

        private final String title;
        private final String name;

        Mode(String title, String name) {
            this.title = title;
            this.name = name;
        }

        /// What its button says.
        public String title() {
            return title;
        }

        /// What screen readers say of it.
        public String accessibleName() {
            return name;
        }
    }

    /// An isolate to look at.
    ///
    /// @param index in the profile
    public record Isolate(int index, String label) {
        /// All of them.
        public static final Isolate ALL = new Isolate(ProfileTimes.ALL, "All isolates");

        @Override
        public String toString() {
            return label;
        }
    }

    /// What is said where there is nothing to show.
    ///
    /// @param isButton whether a run can be profiled from here
    public record Empty(String sentence, String hint, boolean isButton) {
        static final Empty NOTHING = new Empty(
                "No run was profiled",
                "Send the request while samples are taken: the functions and lines that took its time appear here.",
                /* isButton= */ true);
    }

    /// A function under one that called it.
    public record Branch(ProfileRow row, List<Branch> calls) {}

    /// @param session of the project
    public ProfileViewModel(ProjectSession session) {
        this.session = session;
        var state = session.profiling().stateProperty();
        found = Bindings.createBooleanBinding(() -> state.get() instanceof State.Found, state);
        live = Bindings.createBooleanBinding(
                () -> session.runState().liveProperty().get(),
                session.runState().liveProperty());
        subscriptions.observe(state, this::show);
        subscriptions.listen(isolate, chosen -> sum());
    }

    private void show(State state) {
        List<Isolate> known = new ArrayList<>(List.of(Isolate.ALL));
        if (state instanceof State.Found(ProfiledRun run)) {
            List<CpuProfile.Worker> workers = run.profile().workers();
            for (int i = 0; i < workers.size(); i++) {
                known.add(new Isolate(i, workers.get(i).label()));
            }
        }
        isolates.setAll(known);
        isolate.set(Isolate.ALL);
        sum();
    }

    private void sum() {
        State state = session.profiling().stateProperty().get();
        empty.set(
                switch (state) {
                    case State.Nothing nothing -> Empty.NOTHING;
                    case State.UnderWay(long number, String request) ->
                        new Empty(
                                "Run #" + number + " is being profiled",
                                request + ". What it does with its time appears here once it is over.",
                                /* isButton= */ false);
                    case State.Lost(long number, String request, String reason) ->
                        new Empty("There is no profile of run #" + number, reason, /* isButton= */ true);
                    case State.Found(ProfiledRun run) ->
                        new Empty(
                                "No sample found code that ran",
                                "Run #" + run.number() + " was over too soon: a sample is taken each "
                                        + interval(run.profile()) + ".",
                                /* isButton= */ true);
                });
        if (state instanceof State.Found(ProfiledRun run)) {
            Isolate chosen = isolate.get();
            ProfileTimes times = ProfileTimes.of(run.profile(), chosen == null ? ProfileTimes.ALL : chosen.index());
            long all = times.runMicros();
            functions.setAll(times.functions().stream()
                    .map(spent -> row(spent, spent.line(), all))
                    .toList());
            lines.setAll(times.lines().stream()
                    .filter(spent -> spent.selfMicros() > 0 || spent.line() > 0)
                    .map(spent -> row(spent, spent.line(), all))
                    .toList());
            calls.set(branches(times.calls(), all));
            facts.set(words(run));
        } else {
            functions.clear();
            lines.clear();
            calls.set(List.of());
            facts.set("");
        }
    }

    private List<Branch> branches(List<ProfileTimes.Call> found, long all) {
        return found.stream()
                .map(call -> new Branch(row(call.spent(), call.spent().line(), all), branches(call.calls(), all)))
                .toList();
    }

    private ProfileRow row(ProfileTimes.Spent spent, int line, long all) {
        CpuProfile.Function function = spent.function();
        CpuProfile.Worker worker = spent.worker();
        String file = function.file();
        Place place = file == null
                ? session.place(worker.label(), function.module(), line, 1)
                : session.place("", file, line, 1);
        String where = place != null ? place.text() : function.module().isEmpty() ? "" : function.module() + ":" + line;
        return new ProfileRow(
                spent,
                session.secretMask().apply(ProfileRow.name(function)),
                IsolateTag.of(worker.label(), worker.role()),
                place,
                where,
                all);
    }

    private static String words(ProfiledRun run) {
        CpuProfile profile = run.profile();
        long missed = profile.missed();
        return String.format(
                Locale.ROOT,
                "%s in %s, one each %s \u00b7 %s \u00b7 #%d  %s",
                Amounts.count(profile.taken(), "sample"),
                Amounts.millis(profile.runMicros() / 1_000.0),
                interval(profile),
                missed == 0 ? "none missed" : String.format(Locale.ROOT, "%,d missed", missed),
                run.number(),
                run.request());
    }

    private static String interval(CpuProfile profile) {
        return Amounts.millis(profile.intervalMicros() / 1_000.0);
    }

    // Properties

    /// The isolates of the profile, after the entry for all.
    public ObservableList<Isolate> isolates() {
        return isolates;
    }

    /// The isolate that is looked at; null while the list of them changes.
    public ObjectProperty<@Nullable Isolate> isolateProperty() {
        return isolate;
    }

    /// How the profile is looked at.
    public ObjectProperty<Mode> modeProperty() {
        return mode;
    }

    /// The functions, the hottest first.
    public ObservableList<ProfileRow> functions() {
        return functions;
    }

    /// The lines, the hottest first.
    public ObservableList<ProfileRow> lines() {
        return lines;
    }

    /// Who called whom.
    public ReadOnlyObjectProperty<List<Branch>> callsProperty() {
        return calls.getReadOnlyProperty();
    }

    /// The run, and how well it was sampled, in one line.
    public ReadOnlyStringProperty factsProperty() {
        return facts.getReadOnlyProperty();
    }

    /// What is said while there is nothing to show.
    public ReadOnlyObjectProperty<Empty> emptyProperty() {
        return empty.getReadOnlyProperty();
    }

    /// Whether there is a profile.
    public BooleanBinding foundProperty() {
        return found;
    }

    /// Whether a run is live, so that none can be sent.
    public BooleanBinding liveProperty() {
        return live;
    }

    // Commands

    /// Sends the request that is composed, and profiles its run.
    public void profile() {
        session.wish(new Wish.Run("profile-request"));
    }

    /// Shows the code of a row.
    public void open(@Nullable ProfileRow row) {
        Place place = row == null ? null : row.place();
        if (place != null) {
            session.reveal(place);
        }
    }

    /// A good start for the name of a file.
    public String fileName() {
        return session.profiling().stateProperty().get() instanceof State.Found(ProfiledRun run)
                ? "run-" + run.number() + ProfileFile.ENDING
                : "run" + ProfileFile.ENDING;
    }

    /// Writes the profile into a file that Chrome's developer tools and Visual Studio Code open.
    public void export(Path file) {
        if (session.profiling().stateProperty().get() instanceof State.Found(ProfiledRun run)) {
            Path folder = session.folder();
            session.askedFiles()
                    .write(
                            file,
                            "the profile",
                            () -> session.secretMask()
                                    .apply(ProfileFile.text(run.profile(), folder))
                                    .getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() {
        subscriptions.close();
        found.dispose();
        live.dispose();
    }
}
