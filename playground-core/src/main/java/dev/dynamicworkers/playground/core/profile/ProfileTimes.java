package dev.dynamicworkers.playground.core.profile;

import dev.dynamicworkers.playground.core.profile.CpuProfile.Function;
import dev.dynamicworkers.playground.core.profile.CpuProfile.Node;
import dev.dynamicworkers.playground.core.profile.CpuProfile.Sample;
import dev.dynamicworkers.playground.core.profile.CpuProfile.Worker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Sums of a profile: by function, by line, and by who called whom. Immutable.
///
/// @param runMicros time in which code ran
/// @param functions the one with most time of its own first
/// @param lines the one with most time of its own first
/// @param calls what nothing of the project called, each with what it called; the longest first
public record ProfileTimes(long runMicros, List<Spent> functions, List<Spent> lines, List<Call> calls) {
    /// Sums of all isolates.
    public static final int ALL = -1;

    private static final Comparator<Spent> HOTTEST = Comparator.comparingLong(Spent::selfMicros)
            .thenComparingLong(Spent::totalMicros)
            .reversed();

    /// The time of a function, or of one line of it.
    ///
    /// @param line of the code, the function's first one where it is the function as a whole
    /// @param selfMicros time in which it ran itself
    /// @param totalMicros time in which it ran, or something that it called
    /// @param samples that found it running itself
    public record Spent(Worker worker, Function function, int line, long selfMicros, long totalMicros, int samples) {}

    /// A function under one that called it.
    ///
    /// @param spent the time of this function for this caller
    /// @param calls what it called, the longest first
    public record Call(Spent spent, List<Call> calls) {}

    /// @param worker index of the isolate that is meant, [#ALL] for all
    public static ProfileTimes of(CpuProfile profile, int worker) {
        return new Sums(profile, worker).times();
    }

    /// One way through a profile.
    private static final class Sums {
        private final CpuProfile profile;
        private final int worker;
        private final long[] self;
        private final long[] total;
        private final int[] samples;

        Sums(CpuProfile profile, int worker) {
            this.profile = profile;
            this.worker = worker;
            int count = profile.nodes().size();
            self = new long[count];
            total = new long[count];
            samples = new int[count];
            for (Sample sample : profile.samples()) {
                if (sample.node() != CpuProfile.NONE && isMeant(function(sample.node()))) {
                    self[sample.node()] += sample.micros();
                    samples[sample.node()]++;
                }
            }
            for (int i = count - 1; i >= 0; i--) {
                total[i] += self[i];
                int parent = profile.nodes().get(i).parent();
                if (parent != CpuProfile.NONE) {
                    total[parent] += total[i];
                }
            }
        }

        private boolean isMeant(Function function) {
            return worker == ALL || function.worker() == worker;
        }

        private Function function(int node) {
            return profile.functions().get(profile.nodes().get(node).function());
        }

        ProfileTimes times() {
            long run = 0;
            for (long each : self) {
                run += each;
            }
            return new ProfileTimes(run, sorted(this::functionKey), sorted(this::lineKey), calls());
        }

        private Object functionKey(Node node) {
            return node.function();
        }

        private record Line(int worker, CpuProfile.Kind kind, String module, String builtin, int line) {}

        private Object lineKey(Node node) {
            Function function = profile.functions().get(node.function());
            return new Line(
                    function.worker(),
                    function.kind(),
                    function.module(),
                    function.kind() == CpuProfile.Kind.CODE ? "" : function.name(),
                    node.line());
        }

        private List<Spent> sorted(java.util.function.Function<Node, Object> key) {
            List<Node> nodes = profile.nodes();
            Map<Object, Sum> sums = new LinkedHashMap<>();
            for (int i = 0; i < nodes.size(); i++) {
                if (total[i] == 0) {
                    continue;
                }
                Node node = nodes.get(i);
                Object mine = key.apply(node);
                boolean isLine = mine instanceof Line;
                Sum sum = sums.computeIfAbsent(
                        mine,
                        made -> new Sum(
                                node.function(),
                                isLine
                                        ? node.line()
                                        : profile.functions()
                                                .get(node.function())
                                                .line()));
                sum.self += self[i];
                sum.samples += samples[i];
                if (!isWithin(node.parent(), mine, key)) {
                    sum.total += total[i];
                }
            }
            return sums.values().stream()
                    .map(sum -> spent(sum.function, sum.line, sum.self, sum.total, sum.samples))
                    .sorted(HOTTEST)
                    .toList();
        }

        /// Whether what calls a node has been counted for the same thing: time of a recursion counts once.
        private boolean isWithin(int from, Object key, java.util.function.Function<Node, Object> keys) {
            int at = from;
            while (at != CpuProfile.NONE) {
                Node node = profile.nodes().get(at);
                if (Objects.equals(keys.apply(node), key)) {
                    return true;
                }
                at = node.parent();
            }
            return false;
        }

        private Spent spent(int function, int line, long selfMicros, long totalMicros, int count) {
            Function meant = profile.functions().get(function);
            return new Spent(profile.workers().get(meant.worker()), meant, line, selfMicros, totalMicros, count);
        }

        private record Edge(int parent, int function) {}

        private List<Call> calls() {
            List<Node> nodes = profile.nodes();
            Map<Edge, Integer> numbers = new HashMap<>();
            List<Sum> merged = new ArrayList<>();
            List<Integer> parents = new ArrayList<>();
            int[] of = new int[nodes.size()];
            for (int i = 0; i < nodes.size(); i++) {
                Node node = nodes.get(i);
                int parent = node.parent() == CpuProfile.NONE ? CpuProfile.NONE : of[node.parent()];
                of[i] = numbers.computeIfAbsent(new Edge(parent, node.function()), edge -> {
                    merged.add(new Sum(
                            node.function(),
                            profile.functions().get(node.function()).line()));
                    parents.add(parent);
                    return merged.size() - 1;
                });
                Sum sum = merged.get(of[i]);
                sum.self += self[i];
                sum.total += total[i];
                sum.samples += samples[i];
            }
            List<List<Call>> below = new ArrayList<>();
            merged.forEach(sum -> below.add(new ArrayList<>()));
            List<Call> top = new ArrayList<>();
            for (int i = merged.size() - 1; i >= 0; i--) {
                Sum sum = merged.get(i);
                if (sum.total > 0) {
                    Call call = new Call(
                            spent(sum.function, sum.line, sum.self, sum.total, sum.samples),
                            longestFirst(below.get(i)));
                    (parents.get(i) == CpuProfile.NONE ? top : below.get(parents.get(i))).add(call);
                }
            }
            return longestFirst(top);
        }

        private static List<Call> longestFirst(List<Call> calls) {
            return calls.stream()
                    .sorted(Comparator.comparingLong((Call call) -> call.spent().totalMicros())
                            .reversed())
                    .toList();
        }
    }

    private static final class Sum {
        final int function;
        final int line;
        long self;
        long total;
        int samples;

        Sum(int function, int line) {
            this.function = function;
            this.line = line;
        }
    }
}
