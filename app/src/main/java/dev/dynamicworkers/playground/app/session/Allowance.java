package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.core.project.WorkerGrants;
import dev.dynamicworkers.playground.core.project.WorkerOverlay;
import dev.dynamicworkers.playground.core.worker.Limit;
import dev.dynamicworkers.playground.core.worker.Limits;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// How much guest code may use: what the settings give to all projects, what the rules of this one take from it, and
/// the way to more. FX thread.
public final class Allowance {
    private final Policy policy;
    private final Notices notices;
    private final ObjectProperty<Limits> limits = new SimpleObjectProperty<>(Limits.DEFAULT);
    private BiConsumer<Limit, Long> settings = (limit, value) -> {};

    /// A step to a higher limit.
    ///
    /// @param to the value that it sets, in the limit's unit
    /// @param setBy who set the limit, in a few words
    /// @param action sets it
    public record Raise(Limit limit, long to, String setBy, Runnable action) {
        /// As a button says it.
        public String title() {
            return "Raise to " + Allowance.text(limit, to);
        }
    }

    Allowance(Policy policy, Notices notices) {
        this.policy = policy;
        this.notices = notices;
    }

    /// What the settings give to all projects.
    public ObjectProperty<Limits> limitsProperty() {
        return limits;
    }

    /// Names what puts another value of a limit into the settings.
    public void onSet(BiConsumer<Limit, Long> action) {
        settings = action;
    }

    /// Puts another value of a limit into the settings.
    public void set(Limit limit, long value) {
        settings.accept(limit, value);
    }

    /// A value as people read it: `20 ms`, `60 s`, `128 MiB`.
    public static String text(Limit limit, long value) {
        if (limit.unit().equals("ms") && value >= 1_000 && value % 1_000 == 0) {
            return String.format(java.util.Locale.ROOT, "%,d s", value / 1_000);
        }
        String number = String.format(java.util.Locale.ROOT, "%,d", value);
        return limit.unit().isEmpty() ? number : number + " " + limit.unit();
    }

    /// A step to twice a limit that a run came to.
    ///
    /// @param value of the limit, in its unit
    /// @param workers labels of the workers that the run reached; `parent` is the parent
    /// @return empty when the code itself set the limit, which only its author can raise, or it was raised since
    public Optional<Raise> raise(Limit limit, long value, Collection<String> workers) {
        long to = Math.min(limit.most(), Math.max(1, value * 2));
        for (String worker : workers) {
            for (List<String> path : paths(worker, limit, value)) {
                String whose = path.size() > 3 ? "the rules for " + path.get(1) : "the rules for the parent";
                return Optional.of(new Raise(limit, to, whose, () -> {
                    policy.change(file -> file.with(path, String.valueOf(to)));
                    tell(limit, to, whose);
                }));
            }
        }
        if (limits.get().get(limit) != value || to <= value) {
            return Optional.empty();
        }
        return Optional.of(new Raise(limit, to, "the settings", () -> {
            settings.accept(limit, to);
            tell(limit, to, "the settings");
        }));
    }

    private void tell(Limit limit, long to, String whose) {
        notices.tell(limit.key() + " is " + text(limit, to) + " by " + whose + ", from the next run on.");
    }

    /// Where the rules set this value for a worker, as paths in their file.
    private List<List<String>> paths(String worker, Limit limit, long value) {
        List<List<String>> found = new ArrayList<>();
        var overlay = policy.stateProperty().get().file().overlay();
        if (worker.equals("parent")) {
            if (value(overlay.parent(), limit) == value) {
                found.add(List.of("parent", "limits", limit.key()));
            }
            return found;
        }
        List<WorkerOverlay> about = overlay.forDynamic(worker).sources().stream()
                .map(WorkerGrants.Source::said)
                .toList();
        for (Map.Entry<String, WorkerOverlay> entry : overlay.dynamicWorkers().entrySet()) {
            if (about.contains(entry.getValue()) && value(entry.getValue(), limit) == value) {
                found.add(List.of("dynamicWorkers", entry.getKey(), "limits", limit.key()));
            }
        }
        return found;
    }

    private static long value(WorkerOverlay said, Limit limit) {
        return switch (limit) {
            case CPU -> said.limits().cpuMillis();
            case SUBREQUESTS -> said.limits().subrequests();
            default -> -1;
        };
    }
}
