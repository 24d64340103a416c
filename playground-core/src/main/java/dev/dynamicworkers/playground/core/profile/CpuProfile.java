package dev.dynamicworkers.playground.core.profile;

import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.worker.IsolateId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the isolates of a project did at many moments, one after the other. Nodes, functions and workers are named by
/// their index.
///
/// @param intervalMicros how often a sample was to be taken
/// @param missed samples that could not be taken while code ran
/// @param nodes each after the one it was called from
/// @param samples in their order; each lasts until the next
public record CpuProfile(
        Instant startedAt,
        long intervalMicros,
        long missed,
        List<Worker> workers,
        List<Function> functions,
        List<Node> nodes,
        List<Sample> samples) {
    /// The most samples that one profile has: where there are more, every other one is left out.
    public static final int MOST_SAMPLES = 50_000;

    /// The most nodes that one profile has: deeper ones count as those they were called from.
    public static final int MOST_NODES = 20_000;

    /// The most calls within calls that a sample knows.
    public static final int DEEPEST = 200;

    /// The longest name of a function, a module or a worker.
    public static final int LONGEST = 300;

    /// The parent of a node that nothing of the project has called, and the node of a moment in which no code ran.
    public static final int NONE = -1;

    public CpuProfile {
        workers = List.copyOf(workers);
        functions = List.copyOf(functions);
        nodes = List.copyOf(nodes);
        samples = List.copyOf(samples);
    }

    /// An isolate that code ran in.
    public record Worker(IsolateId isolate, String label, IsolateSnapshot.Role role) {}

    /// A function of one isolate.
    ///
    /// @param worker index of its isolate
    /// @param name empty for one without a name, and for the code of a module
    /// @param module name of its module within the worker, empty for what is in none
    /// @param file path within the project of the file with its text; null where no file has it
    /// @param line where it begins, as it was written; from 1, 0 for what is nowhere
    /// @param column from 1, 0 for what is nowhere
    public record Function(
            int worker,
            Kind kind,
            String name,
            String module,
            @Nullable String file,
            int line,
            int column) {}

    /// Whose code a function is.
    public enum Kind {
        /// The worker's.
        CODE,
        /// The language's own, such as `Array.prototype.sort`.
        BUILTIN,
        /// The playground's, which is behind the platform's interfaces.
        RUNTIME
    }

    /// A function that is being run, with all that led to it.
    ///
    /// @param parent index of the node it was called from, [#NONE] for none
    /// @param function index of the function
    /// @param line where it was in this moment, 0 for nowhere
    public record Node(int parent, int function, int line) {}

    /// A moment.
    ///
    /// @param node what ran, [#NONE] where nothing did
    /// @param micros until the next moment
    public record Sample(int node, long micros) {}

    /// How many samples found code that ran.
    public long taken() {
        return samples.stream().filter(sample -> sample.node() != NONE).count();
    }

    /// Time in which code ran, in microseconds.
    public long runMicros() {
        return samples.stream()
                .filter(sample -> sample.node() != NONE)
                .mapToLong(Sample::micros)
                .sum();
    }

    /// Time from the first sample to the end, in microseconds.
    public long totalMicros() {
        return samples.stream().mapToLong(Sample::micros).sum();
    }
}
