package dev.dynamicworkers.playground.core.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamicworkers.playground.core.profile.CpuProfile;
import dev.dynamicworkers.playground.core.profile.CpuProfile.Function;
import dev.dynamicworkers.playground.core.profile.CpuProfile.Kind;
import dev.dynamicworkers.playground.core.profile.CpuProfile.Node;
import dev.dynamicworkers.playground.core.profile.CpuProfile.Sample;
import dev.dynamicworkers.playground.core.profile.CpuProfile.Worker;
import dev.dynamicworkers.playground.core.profile.Profiles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What an engine process may send as a profile.
final class ProfileShapesTest {
    private static final String TOO_LARGE = "a profile that is larger than what is shown";
    private static final String UNKNOWN = "a profile that names what it does not have";
    private static final String LONG = "a name that is longer than what is shown";

    private static final CpuProfile GOOD = Profiles.small();

    private static CpuProfile with(List<Worker> workers, List<Function> functions, List<Node> nodes) {
        return new CpuProfile(GOOD.startedAt(), 1_000, 0, workers, functions, nodes, GOOD.samples());
    }

    private static CpuProfile nodes(UnaryOperator<List<Node>> change) {
        return with(GOOD.workers(), GOOD.functions(), change.apply(new ArrayList<>(GOOD.nodes())));
    }

    private static CpuProfile samples(List<Sample> samples) {
        return new CpuProfile(GOOD.startedAt(), 1_000, 0, GOOD.workers(), GOOD.functions(), GOOD.nodes(), samples);
    }

    private static CpuProfile function(Function first) {
        List<Function> functions = new ArrayList<>(GOOD.functions());
        functions.set(0, first);
        return with(GOOD.workers(), functions, GOOD.nodes());
    }

    private static <T> List<T> set(List<T> list, int index, T value) {
        list.set(index, value);
        return list;
    }

    private static List<Node> chain(int length) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            nodes.add(new Node(i - 1, 0, 1));
        }
        return nodes;
    }

    static Stream<Arguments> violations() {
        String name = "n".repeat(CpuProfile.LONGEST + 1);
        return Stream.of(
                Arguments.of(samples(Collections.nCopies(CpuProfile.MOST_SAMPLES + 1, new Sample(0, 1))), TOO_LARGE),
                Arguments.of(
                        nodes(all -> Collections.nCopies(CpuProfile.MOST_NODES + 1, new Node(-1, 0, 1))), TOO_LARGE),
                Arguments.of(nodes(all -> List.of()), TOO_LARGE),
                Arguments.of(
                        new CpuProfile(GOOD.startedAt(), 0, 0, List.of(), List.of(), List.of(), List.of()), TOO_LARGE),
                Arguments.of(nodes(all -> set(all, 2, new Node(2, 1, 1))), UNKNOWN),
                Arguments.of(nodes(all -> set(all, 2, new Node(3, 1, 1))), UNKNOWN),
                Arguments.of(nodes(all -> set(all, 2, new Node(-2, 1, 1))), UNKNOWN),
                Arguments.of(nodes(all -> set(all, 2, new Node(1, 5, 1))), UNKNOWN),
                Arguments.of(nodes(all -> chain(CpuProfile.DEEPEST + 1)), UNKNOWN),
                Arguments.of(samples(List.of(new Sample(7, 1))), UNKNOWN),
                Arguments.of(samples(List.of(new Sample(-2, 1))), UNKNOWN),
                Arguments.of(samples(List.of(new Sample(0, -1))), UNKNOWN),
                Arguments.of(samples(List.of(new Sample(0, Long.MAX_VALUE))), UNKNOWN),
                Arguments.of(function(new Function(2, Kind.CODE, "f", "m", null, 1, 1)), UNKNOWN),
                Arguments.of(function(new Function(0, Kind.CODE, name, "m", null, 1, 1)), LONG),
                Arguments.of(function(new Function(0, Kind.CODE, "f", name, null, 1, 1)), LONG),
                Arguments.of(function(new Function(0, Kind.CODE, "f", "m", name, 1, 1)), LONG),
                Arguments.of(
                        with(
                                set(
                                        new ArrayList<>(GOOD.workers()),
                                        0,
                                        new Worker(
                                                GOOD.workers().getFirst().isolate(),
                                                name,
                                                GOOD.workers().getFirst().role())),
                                GOOD.functions(),
                                GOOD.nodes()),
                        LONG));
    }

    @ParameterizedTest
    @MethodSource("violations")
    void aProfileThatIsWrongIsRefused(CpuProfile sent, String what) {
        assertThatThrownBy(() -> Shapes.profile(sent))
                .isInstanceOf(WireViolation.class)
                .hasMessage(what);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "{\"startedAt\":null}",
                "{\"startedAt\":1,\"intervalMicros\":1000,\"missed\":0,\"workers\":[],\"functions\":[],"
                        + "\"nodes\":[],\"samples\":[null]}",
                "{\"startedAt\":1,\"intervalMicros\":1000,\"missed\":0,\"workers\":[],\"functions\":[{\"worker\":0}],"
                        + "\"nodes\":[{\"parent\":-1,\"function\":0,\"line\":1}],\"samples\":[]}"
            })
    void whatIsNoProfileIsRefused(String sent) {
        assertThatThrownBy(() -> Shapes.profile(
                        Wire.read(sent.getBytes(java.nio.charset.StandardCharsets.UTF_8), CpuProfile.class)))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void aGoodOneComesAsItWasSent() {
        assertThat(Shapes.profile(Wire.read(Wire.write(GOOD), CpuProfile.class)))
                .isEqualTo(GOOD);
        CpuProfile deep = nodes(all -> chain(CpuProfile.DEEPEST));
        assertThat(Shapes.profile(deep)).isEqualTo(deep);
    }
}
