package dev.dynamicworkers.playground.app.panel.timeline;

import dev.dynamicworkers.playground.app.fx.PngImage;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.panel.timeline.TimelineMark.Kind;
import dev.dynamicworkers.playground.app.session.Amounts;
import dev.dynamicworkers.playground.app.session.CallEntry;
import dev.dynamicworkers.playground.app.session.IsolateTag;
import dev.dynamicworkers.playground.app.session.LogEntry;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.RunPhase;
import dev.dynamicworkers.playground.app.session.RunRecord;
import dev.dynamicworkers.playground.app.session.RunSpan;
import dev.dynamicworkers.playground.app.session.RunTiming;
import dev.dynamicworkers.playground.core.trace.CallRecord;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.trace.SubrequestRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import org.jspecify.annotations.Nullable;

/// What isolates did in the run that the response panel shows. FX thread.
public final class TimelineViewModel implements AutoCloseable {
    private static final IsolateTag PARENT = IsolateTag.of("parent", IsolateSnapshot.Role.PARENT);
    private static final int MOST = 2_000;
    private static final int MOST_LINES = 300;
    private static final double MOST_PREPARATION = 2;
    private static final double LEAST_ZOOM = 1;
    private static final double MOST_ZOOM = 512;

    private final ProjectSession session;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ReadOnlyObjectWrapper<Picture> picture = new ReadOnlyObjectWrapper<>(Picture.NONE);
    private final DoubleProperty zoom = new SimpleDoubleProperty(LEAST_ZOOM);

    /// One run along its time.
    ///
    /// @param title what it shows, or why there is nothing to show
    /// @param run number of the run, 0 for none
    /// @param millis how long it lasted
    /// @param lanes of the run's life first, then by isolate, in the order of their first sign of life
    /// @param marks all marks in the order of time
    record Picture(String title, long run, double millis, List<TimelineLane> lanes, List<TimelineMark> marks) {
        static final Picture NONE = new Picture("", 0, 0, List.of(), List.of());
    }

    /// @param session whose runs are shown
    public TimelineViewModel(ProjectSession session) {
        this.session = session;
        subscriptions.observe(session.shownRunProperty(), this::show);
        subscriptions.onChange(this::addLines, session.log().lines());
    }

    private void show(@Nullable RunRecord run) {
        zoom.set(LEAST_ZOOM);
        picture.set(run == null ? Picture.NONE : draw(run));
    }

    /// Lines of the console come a frame or more after the end of their run.
    private void addLines() {
        RunRecord run = session.shownRunProperty().get();
        if (run != null
                && run == session.lastRunProperty().get()
                && picture.get().marks().stream().filter(TimelineMark::isTick).count() < MOST_LINES) {
            picture.set(draw(run));
        }
    }

    private Picture draw(RunRecord run) {
        List<TimelineMark> marks = new ArrayList<>();
        for (RunSpan span : run.spans()) {
            marks.add(mark(span, run));
        }
        session.network().stream()
                .filter(entry -> entry.run() == run.number())
                .limit(MOST)
                .forEach(entry -> {
                    Instant start = entry.startedAt();
                    Instant end = entry.endedAt();
                    if (start != null && end != null) {
                        SubrequestRecord request = entry.request();
                        boolean refused = request.decision() == SubrequestRecord.Decision.DENIED;
                        marks.add(new TimelineMark(
                                refused ? Kind.REFUSED : Kind.REQUEST,
                                entry.isolate(),
                                0,
                                0,
                                millis(run, start),
                                Math.max(millis(run, start), millis(run, end)),
                                request.method() + " " + request.url() + (refused ? ", denied" : ""),
                                null));
                    }
                });
        calls(run, marks);
        logs(run, marks);
        drain(run, marks);
        marks.sort(Comparator.comparingDouble(TimelineMark::startMillis));
        double firstSign = marks.isEmpty() ? 0 : marks.getFirst().startMillis();
        List<TimelineMark> phases = phases(run);
        if (marks.isEmpty() && phases.size() > 1) {
            firstSign = phases.getLast().startMillis();
        }
        marks.addAll(0, phases);
        marks.sort(Comparator.comparingDouble(TimelineMark::startMillis));
        if (marks.isEmpty()) {
            return new Picture(
                    "Nothing is known of what run #" + run.number() + " did over time.",
                    run.number(),
                    0,
                    List.of(),
                    List.of());
        }
        double last = marks.stream().mapToDouble(TimelineMark::endMillis).max().orElse(0);
        double origin = phases.isEmpty() ? firstSign : origin(firstSign, last);
        marks.replaceAll(mark -> mark.since(origin));
        double end = last - origin;
        Map<IsolateTag, List<TimelineMark>> byIsolate = new LinkedHashMap<>();
        marks.forEach(mark -> byIsolate
                .computeIfAbsent(mark.isolate(), tag -> new ArrayList<>())
                .add(mark));
        List<TimelineLane> lanes = byIsolate.entrySet().stream()
                .map(lane -> TimelineLane.of(lane.getKey(), lane.getValue()))
                .toList();
        return new Picture(
                "#" + run.number() + "  " + run.request().summary() + "  "
                        + Amounts.millis(last - (marks.size() > phases.size() ? firstSign : 0)),
                run.number(),
                Math.max(end, 0.01),
                lanes,
                List.copyOf(marks));
    }

    /// The changes of the run's life, as a bar from each to the next.
    private static List<TimelineMark> phases(RunRecord run) {
        List<TimelineMark> marks = new ArrayList<>();
        for (int i = 0; i < run.phases().size(); i++) {
            RunPhase phase = run.phases().get(i);
            boolean over = i == run.phases().size() - 1;
            double end = over ? phase.atMillis() : run.phases().get(i + 1).atMillis();
            marks.add(new TimelineMark(
                    Kind.PHASE,
                    TimelineMark.RUN,
                    0,
                    0,
                    phase.atMillis(),
                    end,
                    phase.word() + ", "
                            + (phase.atMillis() == 0
                                    ? "as it was sent"
                                    : Amounts.millis(phase.atMillis()) + " after it was sent"),
                    null));
        }
        return marks;
    }

    /// The moment that a drawing begins with. A preparation that took far longer than the run, such as the start of an
    /// engine, is drawn in part: it would leave no room for what isolates did.
    ///
    /// @param firstSign of an isolate
    private static double origin(double firstSign, double last) {
        double rest = last - firstSign;
        return firstSign <= MOST_PREPARATION * rest ? 0 : Math.max(0, firstSign - rest);
    }

    private static TimelineMark mark(RunSpan span, RunRecord run) {
        Double end = span.endMillis();
        double last = end == null ? Math.max(span.startMillis(), run.totalMillis()) : end;
        String cpu = span.cpuMillis() == null ? "" : ", CPU " + Amounts.millis(span.cpuMillis());
        String outcome = span.outcome().isEmpty() || span.outcome().equals("ok") ? "" : ", " + span.outcome();
        return new TimelineMark(
                span.invocation() == 0 ? Kind.LOAD : Kind.EVENT,
                span.isolate(),
                span.invocation(),
                span.cause(),
                span.startMillis(),
                last,
                (span.invocation() == 0 ? span.summary() : span.kind() + " " + span.summary())
                        + cpu
                        + outcome
                        + (end == null ? ", no end heard of" : ""),
                null);
    }

    private void calls(RunRecord run, List<TimelineMark> marks) {
        List<CallEntry> all = session.calls();
        int drawn = 0;
        for (int i = all.size() - 1; i >= 0 && drawn < MOST && all.get(i).run() >= run.number(); i--) {
            CallEntry entry = all.get(i);
            CallRecord call = entry.call();
            // Requests through the global outbound are drawn as requests.
            if (entry.run() == run.number() && call.kind() != CallRecord.Kind.SUBREQUEST) {
                double start = millis(run, call.at());
                marks.add(new TimelineMark(
                        entry.isDenied() ? Kind.REFUSED : Kind.CALL,
                        entry.caller(),
                        0,
                        0,
                        start,
                        start + Math.max(0, call.durationMillis()),
                        entry.name() + "(" + call.arguments() + ")" + (entry.isDenied() ? ", denied" : ""),
                        entry.place()));
                drawn++;
            }
        }
    }

    private void logs(RunRecord run, List<TimelineMark> marks) {
        List<LogEntry> lines = session.log().lines();
        int drawn = 0;
        for (int i = lines.size() - 1;
                i >= 0 && drawn < MOST_LINES && lines.get(i).run() >= run.number();
                i--) {
            LogEntry line = lines.get(i);
            if (line.run() == run.number()) {
                double at = millis(run, line.time());
                marks.add(new TimelineMark(
                        Kind.LOG,
                        line.isolate(),
                        0,
                        0,
                        at,
                        at,
                        line.level().word() + " "
                                + line.text().lines().findFirst().orElse(""),
                        line.place()));
                drawn++;
            }
        }
    }

    /// From the last byte of the response to the end, where there was such a time.
    private static void drain(RunRecord run, List<TimelineMark> marks) {
        RunTiming timing = run.timing();
        if (timing.bodyMillis() > 0 && timing.bodyMillis() < timing.totalMillis()) {
            marks.add(new TimelineMark(
                    Kind.DRAIN,
                    PARENT,
                    0,
                    0,
                    timing.prepareMillis() + timing.bodyMillis(),
                    timing.prepareMillis() + timing.totalMillis(),
                    "draining: work after the response",
                    null));
        }
    }

    private static double millis(RunRecord run, Instant at) {
        return Math.max(0, Duration.between(run.startedAt(), at).toNanos() / 1e6);
    }

    // Properties

    /// What is drawn.
    ReadOnlyObjectProperty<Picture> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /// How many times wider than the panel the time is drawn, from 1.
    DoubleProperty zoomProperty() {
        return zoom;
    }

    /// The bar of the invocation that made a mark happen; null for none.
    @Nullable
    TimelineMark causeOf(TimelineMark mark) {
        return mark.cause() == 0
                ? null
                : picture.get().marks().stream()
                        .filter(other -> other.invocation() == mark.cause())
                        .findFirst()
                        .orElse(null);
    }

    // Commands

    /// Draws time wider or narrower.
    void zoomBy(double factor) {
        zoom.set(Math.clamp(zoom.get() * factor, LEAST_ZOOM, MOST_ZOOM));
    }

    /// Draws all of the time.
    void fit() {
        zoom.set(LEAST_ZOOM);
    }

    /// The drawing as a document that leaves the window, without the values of secrets.
    public String svg() {
        return TimelineSvg.of(sheet());
    }

    /// Writes the drawing to a file.
    public void export(Path file) {
        String document = svg();
        session.askedFiles().write(file, "the timeline", () -> document.getBytes(StandardCharsets.UTF_8));
    }

    /// The drawing as shapes that leave the window, without the values of secrets.
    TimelineSheet sheet() {
        return TimelineSheet.of(picture.get(), session.secretMask());
    }

    /// Writes the drawing to a file.
    ///
    /// @param image as it was painted
    void export(Path file, PngImage image) {
        session.askedFiles().write(file, "the timeline", image::bytes);
    }

    /// Tells that the drawing is on the clipboard.
    void tellCopied() {
        session.notices().tell("The timeline is on the clipboard as SVG.");
    }

    /// Whether there is nothing to draw.
    public boolean isEmpty() {
        return picture.get().marks().isEmpty();
    }

    /// Shows the line that a mark came from; without effect when it is not known.
    void open(TimelineMark mark) {
        if (mark.place() != null) {
            session.reveal(Objects.requireNonNull(mark.place()));
        }
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
