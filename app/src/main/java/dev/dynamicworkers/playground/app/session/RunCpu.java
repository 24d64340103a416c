package dev.dynamicworkers.playground.app.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// CPU time that the isolates of a run used for it.
///
/// @param shares the parent first, then in the order in which the others got their first event
public record RunCpu(List<Share> shares) {
    /// Isolates that are named in one line.
    private static final int MOST_NAMED = 4;

    public RunCpu {
        shares = List.copyOf(shares);
    }

    /// What one isolate used.
    ///
    /// @param events how many were delivered to it
    /// @param millis of all of them
    /// @param most of one of them, which is what the limit `cpuMs` is about
    public record Share(IsolateTag isolate, long events, double millis, double most) {
        private Share plus(double more) {
            return new Share(isolate, events + 1, millis + more, Math.max(most, more));
        }

        /// In words: `CPU time in 3 events, 15 ms the most`.
        public String words() {
            return events == 1
                    ? "CPU time of its event"
                    : "CPU time of its " + events + " events, " + Amounts.millis(most) + " the most";
        }
    }

    /// That of a run.
    public static RunCpu of(RunRecord run) {
        IsolateTag parent = run.parent();
        Map<String, Share> shares = new LinkedHashMap<>();
        shares.put(
                parent.label(),
                new Share(parent, 1, run.timing().cpuMillis(), run.timing().cpuMillis()));
        boolean isRootSeen = false;
        for (RunSpan span : run.spans()) {
            Double millis = span.cpuMillis();
            boolean isRoot = !isRootSeen
                    && span.invocation() > 0
                    && span.cause() == 0
                    && span.isolate().equals(parent);
            isRootSeen |= isRoot;
            // That of the event itself is known from its result.
            if (isRoot || millis == null || span.invocation() == 0) {
                continue;
            }
            Share before = shares.getOrDefault(span.isolate().label(), new Share(span.isolate(), 0, 0, 0));
            shares.put(span.isolate().label(), before.plus(millis));
        }
        return new RunCpu(List.copyOf(shares.values()));
    }

    /// Of all isolates, in milliseconds.
    public double millis() {
        return shares.stream().mapToDouble(Share::millis).sum();
    }

    /// Whether dynamic workers used some of it, or other isolates.
    public boolean isShared() {
        return shares.size() > 1;
    }

    /// In a few words: `CPU 21.3 s in 2 isolates`.
    public String text() {
        return "CPU " + Amounts.millis(millis()) + (isShared() ? " in " + shares.size() + " isolates" : "");
    }

    /// Who used how much: `parent 18.9 ms, loop 21.3 s`.
    public String breakdown() {
        String named = shares.stream()
                .limit(MOST_NAMED)
                .map(share -> share.isolate().label() + " " + Amounts.millis(share.millis()))
                .collect(Collectors.joining(", "));
        return shares.size() > MOST_NAMED ? named + ", " + (shares.size() - MOST_NAMED) + " more" : named;
    }
}
