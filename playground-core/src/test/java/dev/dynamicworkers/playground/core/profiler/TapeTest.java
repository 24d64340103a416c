package dev.dynamicworkers.playground.core.profiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.profile.CpuProfile.Sample;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// What is kept of what ran when.
final class TapeTest {
    private static final int MOST = 8;
    private static final int[] SAME = {0, 1, 2, 3};

    private static long sum(List<Sample> samples, boolean idle) {
        return samples.stream()
                .filter(sample -> sample.node() < 0 == idle)
                .mapToLong(Sample::micros)
                .sum();
    }

    @Test
    void aSampleLastsUntilTheNextAndNothingIsIdleTwice() {
        Tape tape = new Tape(1_000_000, MOST, 0);
        tape.add(-1, 1_000);
        tape.add(2, 5_000);
        tape.add(2, 7_000);
        tape.add(-1, 8_000);
        tape.add(-1, 9_000);

        assertThat(tape.samples(SAME, 20_000))
                .containsExactly(new Sample(-1, 5), new Sample(2, 2), new Sample(2, 1), new Sample(-1, 12));
    }

    @Property
    void whatRanKeepsItsTimeHoweverOftenSamplesAreLeftOut(
            @ForAll @Size(max = 200) List<@IntRange(min = -1, max = 3) Integer> found) {
        Tape tape = new Tape(1_000_000, MOST, 0);
        Tape all = new Tape(1_000_000, Integer.MAX_VALUE, 0);
        long now = 0;
        for (int i = 0; i < found.size(); i++) {
            now += 1_000L * (i % 7);
            tape.add(found.get(i), now);
            all.add(found.get(i), now);
        }
        List<Sample> kept = tape.samples(SAME, now + 1_000);
        List<Sample> every = all.samples(SAME, now + 1_000);

        assertThat(kept).hasSizeLessThanOrEqualTo(MOST);
        assertThat(sum(kept, /* idle= */ true)).isEqualTo(sum(every, /* idle= */ true));
        assertThat(sum(kept, /* idle= */ false)).isEqualTo(sum(every, /* idle= */ false));
    }
}
