package dev.dynamicworkers.playground.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.util.TurnBoard;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// With CPU times that the test writes.
@EnabledOnOs(OS.LINUX)
final class TurnWatchTest {
    private static final long MILLI = 1_000_000;

    @TempDir
    Path folder;

    private TurnBoard.Place place;
    private TurnWatch watch;
    private long clock = 1000 * MILLI;

    @BeforeEach
    void beginTurn() throws IOException {
        var file = folder.resolve("turns");
        place = TurnBoard.open(file).take();
        watch = new TurnWatch(file, folder, () -> clock);
        place.begins(3000 * MILLI, 50 * MILLI, "parent");
    }

    @Test
    void codeThatIsHardlyLateIsLeftAlone() throws IOException {
        hadCpuMillis(3040);

        assertThat(watch.look()).isEqualTo(TurnWatch.Sight.SOUND);
    }

    @Test
    void codeThatIsLateIsSuspicious() throws IOException {
        hadCpuMillis(3499);

        assertThat(watch.look()).isEqualTo(new TurnWatch.Sight(null, /* isSuspicious= */ true));
        assertThat(watch.untilNextLook()).isLessThan(TurnWatch.EVERY);
    }

    @Test
    void codeThatHadTimeToYieldHasToGo() throws IOException {
        hadCpuMillis(3501);

        var ending = Objects.requireNonNull(watch.look().ending());

        assertThat(ending)
                .isEqualTo(new Ending(
                        0, "parent", EventOutcome.EXCEEDED_CPU, "Worker exceeded its CPU time limit of 50 ms."));
        assertThat(ending.sentence())
                .isEqualTo("Worker exceeded its CPU time limit of 50 ms (worker 'parent') and did not yield within 500"
                        + " ms, so the engine was restarted. Code that does not yield can't be asked where it is.");
    }

    @Test
    void codeWithAFifthOfAProcessorHasHalfASecondOnTheClock() throws IOException {
        hadCpuMillis(3010);
        assertThat(watch.look().ending()).isNull();

        clock += 489 * MILLI;
        hadCpuMillis(3110);
        assertThat(watch.look().ending()).isNull();

        clock += MILLI;
        assertThat(watch.look().ending()).isNotNull();
    }

    @Test
    void codeThatHadNoProcessorIsLeftAlone() throws IOException {
        hadCpuMillis(3010);
        assertThat(watch.look().ending()).isNull();

        clock += 5000 * MILLI;
        hadCpuMillis(3099);
        assertThat(watch.look().ending()).isNull();
    }

    @Test
    void aNewTurnHasItsOwnTime() throws IOException {
        hadCpuMillis(3260);
        assertThat(watch.look().ending()).isNull();

        clock += 5000 * MILLI;
        place.begins(3000 * MILLI, 50 * MILLI, "parent");

        assertThat(watch.look().ending()).isNull();
    }

    @Test
    void aTurnThatIsOverIsNobodysFault() throws IOException {
        hadCpuMillis(9000);
        place.ends();

        assertThat(watch.look()).isEqualTo(TurnWatch.Sight.SOUND);
    }

    @Test
    void whereNothingIsToldNothingIsSeen() {
        assertThat(watch.look()).isEqualTo(TurnWatch.Sight.SOUND);
        assertThat(new TurnWatch(folder.resolve("none"), folder, () -> clock).look())
                .isEqualTo(TurnWatch.Sight.SOUND);
    }

    @Test
    void onlyOneLooks() {
        assertThat(watch.begin()).isTrue();
        assertThat(watch.begin()).isFalse();
        watch.end();
        assertThat(watch.begin()).isTrue();
    }

    private void hadCpuMillis(long millis) throws IOException {
        long thread = TurnBoard.read(folder.resolve("turns")).getFirst().thread();
        var own = Files.createDirectories(folder.resolve(String.valueOf(thread)));
        Files.writeString(own.resolve("schedstat"), millis * MILLI + " 12 34\n");
    }
}
