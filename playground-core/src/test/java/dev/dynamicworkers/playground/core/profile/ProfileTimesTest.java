package dev.dynamicworkers.playground.core.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.profile.ProfileTimes.Call;
import dev.dynamicworkers.playground.core.profile.ProfileTimes.Spent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What is read off a profile.
final class ProfileTimesTest {
    private static List<String> texts(List<Spent> rows) {
        return rows.stream()
                .map(row -> row.worker().label() + " " + row.function().kind() + " "
                        + row.function().name() + ":" + row.line() + " " + row.selfMicros() + "/" + row.totalMicros()
                        + " " + row.samples())
                .toList();
    }

    private static Stream<String> tree(List<Call> calls, String indent) {
        return calls.stream()
                .flatMap(call -> Stream.concat(
                        Stream.of(indent + call.spent().function().name() + " "
                                + call.spent().selfMicros() + "/" + call.spent().totalMicros()),
                        tree(call.calls(), indent + "-")));
    }

    @Test
    void functionsCountTheTimeOfARecursionOnce() {
        ProfileTimes times = ProfileTimes.of(Profiles.small(), ProfileTimes.ALL);

        assertThat(times.runMicros()).isEqualTo(127_000);
        assertThat(texts(times.functions()))
                .containsExactly(
                        "parent CODE walk:9 74000/78000 3",
                        "greeter RUNTIME :0 32000/32000 1",
                        "greeter CODE :4 16000/48000 1",
                        "parent BUILTIN sort:0 4000/4000 1",
                        "parent CODE fetch:2 1000/79000 1");
    }

    @Test
    void linesAreThoseThatRanWhateverTheirFunction() {
        assertThat(texts(ProfileTimes.of(Profiles.small(), 0).lines()))
                .containsExactly(
                        "parent CODE walk:11 66000/70000 2",
                        "parent CODE walk:12 8000/8000 1",
                        "parent BUILTIN sort:0 4000/4000 1",
                        "parent CODE fetch:3 1000/79000 1",
                        "parent CODE walk:10 0/70000 0");
    }

    @Test
    void callsOfAFunctionByTheSameCallerAreOne() {
        assertThat(tree(ProfileTimes.of(Profiles.small(), ProfileTimes.ALL).calls(), ""))
                .containsExactly(
                        "fetch 1000/79000",
                        "-walk 8000/78000",
                        "--walk 66000/70000",
                        "---sort 4000/4000",
                        " 16000/48000",
                        "- 32000/32000");
    }

    @Test
    void oneIsolateIsAllThereIsWhereItIsMeant() {
        ProfileTimes times = ProfileTimes.of(Profiles.small(), 1);

        assertThat(times.runMicros()).isEqualTo(48_000);
        assertThat(texts(times.functions()))
                .containsExactly("greeter RUNTIME :0 32000/32000 1", "greeter CODE :4 16000/48000 1");
        assertThat(tree(times.calls(), "")).containsExactly(" 16000/48000", "- 32000/32000");
    }
}
