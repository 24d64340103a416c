package dev.dynamicworkers.playground.app.panel.response;

import dev.dynamicworkers.playground.app.session.IsolateTag;
import dev.dynamicworkers.playground.app.session.Place;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.RunRecord;
import dev.dynamicworkers.playground.app.session.RunSpan;
import dev.dynamicworkers.playground.app.session.RunVerdict;
import dev.dynamicworkers.playground.app.session.Thrown;
import dev.dynamicworkers.playground.app.session.Warmth;
import dev.dynamicworkers.playground.app.session.Wish;
import dev.dynamicworkers.playground.app.session.explain.Explanation;
import dev.dynamicworkers.playground.app.session.explain.Explanations;
import dev.dynamicworkers.playground.app.session.explain.Fix;
import dev.dynamicworkers.playground.app.session.explain.Reading;
import dev.dynamicworkers.playground.core.worker.GuestError;
import dev.dynamicworkers.playground.core.worker.Limit;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes the card of a run. FX thread.
final class FailureCards {
    private final ProjectSession session;

    FailureCards(ProjectSession session) {
        this.session = session;
    }

    /// The card of a run; null when it ended well.
    ///
    /// @param line source line that the innermost frame points at, empty when it is not known
    @Nullable
    FailureCard of(RunRecord run, String line) {
        GuestError error = run.error();
        if (error == null && run.explanation().isEmpty()) {
            return null;
        }
        List<FrameLink> user = new ArrayList<>();
        List<FrameLink> runtime = new ArrayList<>();
        for (FrameLink frame : frames(run)) {
            (!frame.leads() && !user.isEmpty() || isRuntime(frame) ? runtime : user).add(frame);
        }
        Optional<Explanation> explanation =
                Explanations.of(error == null ? run.explanation() : error.name() + ": " + error.message(), line);
        Place first = firstPlace(run, user);
        LimitHit hit =
                LimitHit.of(run, session.allowance().limitsProperty().get()).orElse(null);
        String killed = hit == null ? "" : KilledWords.title(run, hit, first);
        String title =
                !killed.isEmpty() ? killed : error == null ? headline(run) : error.name() + ": " + error.message();
        List<String> details = new ArrayList<>();
        if (!killed.isEmpty()) {
            details.addAll(KilledWords.rest(run));
            if (first == null && error != null) {
                details.addAll(KilledWords.unknownPlace(run, error));
            }
        } else if (error != null) {
            String hint = error.hint();
            if (hint != null && !hint.isBlank()) {
                details.add(hint);
            }
            if (!isThrown(run.verdict()) && !run.explanation().isEmpty()) {
                details.add(run.explanation());
            }
        }
        details.addAll(pending(run));
        if (run.verdict() == RunVerdict.NO_ENGINE) {
            details.add("Nothing ran and nothing is lost. Help > Copy diagnostics has what a report needs.");
        }
        if (run.verdict() == RunVerdict.ENGINE_LOST && error == null) {
            details.addAll(lost(run));
        }
        List<CardAction> actions = new ArrayList<>();
        if (first != null) {
            actions.add(new CardAction("go-to-line", "Go to line", () -> session.reveal(first)));
        }
        explanation.ifPresent(found -> found.fixes().forEach(fix -> addFix(actions, fix, run)));
        addActions(actions, run);
        explanation.flatMap(found -> Reading.about(found.id())).ifPresent(reading -> addReading(actions, reading));
        return new FailureCard(
                glyph(run),
                run.verdict() == RunVerdict.OK ? "warning" : run.verdict().tone(),
                title,
                details,
                explanation.map(Explanation::cause).orElse(""),
                user,
                runtime,
                causes(run),
                actions,
                String.join("\n", copied(run, title, details)));
    }

    private static String headline(RunRecord run) {
        return run.verdict() == RunVerdict.ENGINE_LOST ? RunRecord.ENGINE_LOST + "." : run.explanation();
    }

    /// Why the engine was lost, and what was lost with it, a sentence each.
    private static List<String> lost(RunRecord run) {
        String why = run.explanation().replaceFirst("^" + RunRecord.ENGINE_LOST + "[:.]\\s*", "");
        return why.isEmpty() ? List.of() : List.of(why.split("(?<=\\.) (?=[A-Z])"));
    }

    private static List<String> copied(RunRecord run, String title, List<String> details) {
        List<String> lines = new ArrayList<>(List.of(title));
        lines.addAll(details);
        lines.addAll(run.stacks());
        return lines;
    }

    private static boolean isThrown(RunVerdict verdict) {
        return verdict == RunVerdict.EXCEPTION || verdict == RunVerdict.EXCEPTION_SUBREQUESTS;
    }

    private static boolean isRuntime(FrameLink frame) {
        return frame.place() == null
                && (frame.source().startsWith("cloudflare:")
                        || frame.source().startsWith("node:")
                        || frame.source().startsWith("playground:"));
    }

    private static FailureCard.Glyph glyph(RunRecord run) {
        return switch (run.verdict()) {
            case STOPPED -> FailureCard.Glyph.STOPPED;
            case KILLED_CPU, KILLED_TIME -> FailureCard.Glyph.TIME;
            case KILLED_MEMORY -> FailureCard.Glyph.MEMORY;
            case ENGINE_LOST, NO_ENGINE -> FailureCard.Glyph.ENGINE_LOST;
            case REFUSED, TRUNCATED, OK -> FailureCard.Glyph.WARNING;
            case EXCEPTION_SUBREQUESTS -> FailureCard.Glyph.SUBREQUESTS;
            case EXCEPTION, BROKEN_STREAM, FAILED -> FailureCard.Glyph.ERROR;
        };
    }

    private static List<String> pending(RunRecord run) {
        if (run.verdict() != RunVerdict.KILLED_TIME && run.verdict() != RunVerdict.STOPPED) {
            return List.of();
        }
        List<String> pending = run.spans().stream()
                .filter(span -> span.endMillis() == null && span.invocation() > 0)
                .map(FailureCards::describe)
                .limit(3)
                .toList();
        return pending.isEmpty() ? pending : List.of("Pending: " + String.join(", ", pending));
    }

    private static String describe(RunSpan span) {
        return span.kind() + " " + span.summary() + " in " + span.isolate().label();
    }

    /// Where the card's frames lead; of a killed isolate the place may only be known from its reason.
    private @Nullable Place firstPlace(RunRecord run, List<FrameLink> frames) {
        for (FrameLink frame : frames) {
            if (frame.place() != null) {
                return frame.place();
            }
        }
        return run.isolates().stream()
                .map(isolate -> isolate.endReason() == null ? "" : isolate.endReason())
                .map(FailurePlaces::find)
                .flatMap(Optional::stream)
                .map(at -> session.place("", at.file(), at.line(), at.column()))
                .filter(place -> place != null)
                .findFirst()
                .orElse(null);
    }

    /// Frames of a run's error, innermost first: those of the isolates that it left before the parent met it, and the
    /// parent's.
    List<FrameLink> frames(RunRecord run) {
        List<FrameLink> frames = new ArrayList<>();
        for (Thrown each : run.thrown()) {
            frames.addAll(frames(run, each.isolate(), each.error()));
        }
        GuestError error = run.error();
        if (error != null) {
            frames.addAll(frames(run, frames.isEmpty() ? null : run.parent(), error));
        }
        return frames;
    }

    /// What a run's error comes from. An isolate that it left before knows more of that than the parent, which often
    /// has a copy: what both tell is shown once.
    private List<CauseLine> causes(RunRecord run) {
        List<CauseLine> lines = new ArrayList<>();
        List<String> told = new ArrayList<>();
        for (Thrown each : run.thrown()) {
            addCauses(run, lines, told, each.isolate(), each.error());
        }
        GuestError error = run.error();
        if (error != null) {
            addCauses(run, lines, told, lines.isEmpty() && run.thrown().isEmpty() ? null : run.parent(), error);
        }
        return lines;
    }

    private void addCauses(
            RunRecord run, List<CauseLine> lines, List<String> told, @Nullable IsolateTag isolate, GuestError of) {
        List<String> words =
                of.steps().stream().map(step -> step.depth() + step.line()).toList();
        if (told.containsAll(words)) {
            return;
        }
        told.addAll(words);
        for (GuestError.CauseStep step : of.steps()) {
            GuestError cause = step.error();
            List<FrameLink> frames = cause == null
                    ? List.of()
                    : frames(run, isolate, cause).stream()
                            .filter(frame -> !isRuntime(frame))
                            .toList();
            lines.add(new CauseLine(step.depth(), step.line(), frames));
        }
    }

    /// @param isolate that is named at the first of them; null for none
    private List<FrameLink> frames(RunRecord run, @Nullable IsolateTag isolate, GuestError error) {
        List<FrameLink> frames = new ArrayList<>();
        for (GuestError.Frame frame : error.frames()) {
            frames.add(new FrameLink(
                    frames.isEmpty() ? isolate : null,
                    frame.function().isEmpty() ? "module" : frame.function(),
                    frame.file() + ":" + frame.line() + ":" + frame.column(),
                    session.place(isolate == null ? "" : isolate.label(), frame.file(), frame.line(), frame.column()),
                    Wish.ShowModule.of(run.number(), isolate, frame.file(), frame.line(), frame.column())));
        }
        return frames;
    }

    private void addActions(List<CardAction> actions, RunRecord run) {
        switch (run.verdict()) {
            case KILLED_CPU -> {
                add(actions, run, Fix.of(Fix.Kind.LIMITS, "Raise"));
                actions.add(new CardAction("profile", "Profile", () -> profile(run)));
                add(actions, run, Fix.of(Fix.Kind.SHOW_ISOLATES, "Show isolates"));
            }
            case KILLED_MEMORY -> {
                add(actions, run, Fix.of(Fix.Kind.LIMITS, "Raise"));
                add(actions, run, Fix.of(Fix.Kind.SHOW_ISOLATES, "Isolate chart"));
            }
            case KILLED_TIME -> {
                actions.add(new CardAction(
                        "show-pending",
                        "Show pending",
                        () -> session.wish(new Wish.ShowTool(Wish.Tool.TIMELINE, "run:" + run.number()))));
                add(actions, run, Fix.of(Fix.Kind.LIMITS, "Raise"));
            }
            case TRUNCATED -> {
                addLimit(actions, run);
                actions.add(new CardAction("save-part", "Save part\u2026", () -> session.wish(new Wish.SaveBody())));
            }
            case NO_ENGINE -> add(actions, run, Fix.of(Fix.Kind.RUN_AGAIN, "Try again"));
            case STOPPED, ENGINE_LOST, FAILED -> add(actions, run, Fix.of(Fix.Kind.RUN_AGAIN, "Run again"));
            case REFUSED -> add(actions, run, Fix.of(Fix.Kind.SHOW_PROBLEMS, "Show problems"));
            case EXCEPTION, EXCEPTION_SUBREQUESTS, BROKEN_STREAM ->
                add(actions, run, Fix.of(Fix.Kind.SHOW_CONSOLE, "Show the lines of this run"));
            case OK -> {
                // Nothing needs doing.
            }
        }
    }

    private void addReading(List<CardAction> actions, Reading reading) {
        URI platform = reading.platform();
        if (!reading.page().isEmpty()) {
            actions.add(new CardAction(
                    "read-guide",
                    "Read more",
                    () -> session.wish(new Wish.ReadGuide(reading.page(), reading.section()))));
        }
        if (platform != null) {
            actions.add(new CardAction(
                    "read-platform", "Cloudflare docs \u2197", () -> session.wish(new Wish.Browse(platform))));
        }
    }

    /// Sends the request of a run again, to see where its time goes.
    private void profile(RunRecord run) {
        session.wish(new Wish.ShowTool(Wish.Tool.PROFILE, ""));
        session.profiling().send(run.request(), session.warmthProperty().get());
    }

    private void add(List<CardAction> actions, RunRecord run, Fix fix) {
        addFix(actions, fix, run);
    }

    private void addFix(List<CardAction> actions, Fix fix, RunRecord run) {
        if (fix.kind() == Fix.Kind.LIMITS) {
            addLimit(actions, run);
            return;
        }
        String id = fix.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        if (actions.stream().noneMatch(action -> action.id().equals(id))) {
            actions.add(new CardAction(id, fix.title(), () -> apply(fix, run)));
        }
    }

    private void apply(Fix fix, RunRecord run) {
        String ofRun = "run:" + run.number();
        switch (fix.kind()) {
            case GRANT -> session.wish(new Wish.Inspect(Wish.Page.GRANTS, fix.argument()));
            case ADD_RULE -> session.wish(new Wish.Inspect(Wish.Page.NETWORK, fix.argument()));
            case LIMITS -> session.wish(new Wish.Inspect(Wish.Page.LIMITS, key(run)));
            case SHOW_CALLS -> session.wish(new Wish.ShowTool(Wish.Tool.CALLS, ofRun));
            case SHOW_NETWORK -> session.wish(new Wish.ShowTool(Wish.Tool.NETWORK, ofRun));
            case SHOW_ISOLATES -> session.wish(new Wish.ShowTool(Wish.Tool.ISOLATES, ""));
            case SHOW_PROBLEMS -> session.wish(new Wish.ShowTool(Wish.Tool.PROBLEMS, ""));
            case SHOW_CONSOLE -> session.wish(new Wish.ShowTool(Wish.Tool.CONSOLE, ofRun));
            case OPEN_FILE -> session.open(fix.argument());
            case RUN_AGAIN -> session.send(run.request(), Warmth.KEEP);
            case RUN_FRESH -> session.send(run.request(), Warmth.FRESH);
        }
    }

    /// A step to a higher limit, where it is the person's to raise; else the way to who set it.
    private void addLimit(List<CardAction> actions, RunRecord run) {
        if (actions.stream().anyMatch(action -> action.id().equals("limits"))) {
            return;
        }
        LimitHit hit =
                LimitHit.of(run, session.allowance().limitsProperty().get()).orElse(null);
        if (hit == null) {
            return;
        }
        List<String> workers = LimitHit.workers(run);
        session.allowance()
                .raise(hit.limit(), hit.value(), workers)
                .ifPresentOrElse(
                        raise -> actions.add(new CardAction("limits", raise.title(), () -> {
                            raise.action().run();
                            apply(Fix.of(Fix.Kind.LIMITS, ""), run);
                        })),
                        () -> addOwner(actions, run, hit, workers));
    }

    private void addOwner(List<CardAction> actions, RunRecord run, LimitHit hit, List<String> workers) {
        if (hit.limit() == Limit.CPU || hit.limit() == Limit.SUBREQUESTS) {
            actions.add(new CardAction(
                    "limits",
                    "Limit set by the code",
                    () -> session.wish(
                            new Wish.Inspect(Wish.Page.CODE, "", workers.isEmpty() ? "" : workers.getFirst()))));
        } else {
            // It was raised since.
            add(actions, run, Fix.of(Fix.Kind.RUN_AGAIN, "Run again"));
        }
    }

    /// The limit that a run came to, as the inspector names its rows.
    private String key(RunRecord run) {
        return LimitHit.of(run, session.allowance().limitsProperty().get())
                .map(hit -> hit.limit().key())
                .orElse("");
    }
}
