package dev.dynamicworkers.playground.core.profiler;

import dev.dynamicworkers.playground.core.profile.CpuProfile;
import dev.dynamicworkers.playground.core.profile.CpuProfile.Sample;
import java.util.ArrayList;
import java.util.List;

/// What ran when. Where it is full, every other sample is left out, and its time goes to the one of its kind before: so
/// it always reaches from the beginning to the end, and times in which code ran stay what they were. Used by one thread
/// at a time.
final class Tape {
    private final int most;
    private List<Stretch> stretches = new ArrayList<>();
    private long intervalNanos;
    private int node = CpuProfile.NONE;
    private long since;

    private static final class Stretch {
        final int node;
        long nanos;

        Stretch(int node, long nanos) {
            this.node = node;
            this.nanos = nanos;
        }

        boolean isIdle() {
            return node == CpuProfile.NONE;
        }
    }

    /// Begins with no code running.
    Tape(long intervalNanos, int most, long startNanos) {
        this.intervalNanos = intervalNanos;
        this.most = most;
        since = startNanos;
    }

    /// Something was found to run from a moment on, or nothing any more.
    void add(int found, long nanos) {
        if (found == CpuProfile.NONE && node == CpuProfile.NONE) {
            return;
        }
        finish(nanos);
        node = found;
        since = nanos;
        // One is still open.
        if (stretches.size() + 1 >= most) {
            thinOut();
        }
    }

    private void finish(long nanos) {
        stretches.add(new Stretch(node, Math.max(0, nanos - since)));
    }

    private void thinOut() {
        List<Stretch> kept = new ArrayList<>(most);
        Stretch idle = null;
        Stretch busy = null;
        for (Stretch stretch : stretches) {
            Stretch before = stretch.isIdle() ? idle : busy;
            if (before != null) {
                before.nanos += stretch.nanos;
            } else {
                kept.add(stretch);
            }
            // Every other one of each kind is kept.
            Stretch next = before == null ? stretch : null;
            if (stretch.isIdle()) {
                idle = next;
            } else {
                busy = next;
            }
        }
        stretches = kept;
        intervalNanos *= 2;
    }

    /// How often a sample is to be taken.
    long intervalNanos() {
        return intervalNanos;
    }

    /// The samples until now.
    ///
    /// @param indices of what was found, as the profile has them
    List<Sample> samples(int[] indices, long endNanos) {
        finish(endNanos);
        return stretches.stream()
                .map(stretch ->
                        new Sample(stretch.isIdle() ? CpuProfile.NONE : indices[stretch.node], stretch.nanos / 1_000))
                .toList();
    }
}
