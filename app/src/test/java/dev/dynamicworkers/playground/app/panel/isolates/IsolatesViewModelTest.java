package dev.dynamicworkers.playground.app.panel.isolates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.fixture.SessionFixture;
import dev.dynamicworkers.playground.app.session.Wish;
import dev.dynamicworkers.playground.core.debug.Pause;
import dev.dynamicworkers.playground.core.debug.PausedFrame;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is told of isolates, and what can be done with them.
final class IsolatesViewModelTest {
    @TempDir
    Path folder;

    @Test
    void isolatesAreDescribedMeasuredAndDropped() throws IOException, InterruptedException {
        try (SessionFixture fixture = new SessionFixture(folder)) {
            IsolatesViewModel model = new IsolatesViewModel(fixture.session());
            assertThat(model.snapshotsProperty().get()).isEmpty();
            fixture.send("/hello");
            fixture.fx().runUntil(() -> !model.samples(isolate(model, 1)).isEmpty());
            IsolateSnapshot parent = isolate(model, 0);
            IsolateSnapshot greeter = isolate(model, 1);
            IsolateSnapshot anonymous = isolate(model, 2);
            assertThat(model.details(greeter, greeter.createdAt().plusSeconds(150)))
                    .contains("Loaded under the id \"greeter\"; get() of this id finds it while it lives.")
                    .anyMatch(line -> line.startsWith("Age 2 min"));
            assertThat(model.details(anonymous, Instant.now()).getFirst()).startsWith("Made by load()");
            assertThat(model.lastOutcome(greeter)).isEqualTo("ok");
            assertThat(IsolatesViewModel.idle(
                            greeter,
                            java.util.Objects.requireNonNull(greeter.lastActiveAt())
                                    .plusSeconds(7)))
                    .isEqualTo("7 s");
            model.look(greeter);
            fixture.fx().runUntil(() -> model.seenVersionProperty().get() == 1);
            assertThat(model.details(greeter, Instant.now()))
                    .contains("3 grants: GREETER, NOTES (read-only), MODE.", "Last event: ok.")
                    .anyMatch(line -> line.matches("Code [0-9a-f]{12}, 1 module, main index.js\\."))
                    .anyMatch(line -> line.endsWith("1 request (1 cold, 0 warm)."));
            model.look(anonymous);
            fixture.fx().runUntil(() -> model.seenVersionProperty().get() == 2);
            assertThat(code(model, anonymous)).as("other code").isNotEqualTo(code(model, greeter));
            assertThat(model.canEvict(parent)).isFalse();
            assertThat(model.canReload(anonymous)).isFalse();
            assertThat(model.memoryLimitProperty().get()).isEqualTo(128L << 20);
            assertThat(model.comparable(greeter))
                    .extracting(IsolateSnapshot::id)
                    .containsExactly(parent.id(), anonymous.id());
            assertThat(model.canCompare()).isTrue();
            assertThat(model.compare(List.of(greeter)))
                    .as("with which of three?")
                    .isFalse();
            assertThat(model.compare(List.of(greeter, anonymous))).isTrue();
            assertThat(fixture.session().wishProperty().get()).isEqualTo(new Wish.Compare(greeter, anonymous));
            model.evict(greeter);
            fixture.fx().runUntil(() -> model.messageProperty().get().startsWith("greeter was evicted"));
            assertThat(fixture.runtime().calls()).contains("evict 2");
            model.kill(greeter);
            fixture.fx().runUntil(() -> model.messageProperty().get().startsWith("greeter was killed"));
            model.reload(greeter);
            assertThat(model.messageProperty().get()).contains("get(\"greeter\")");
            model.showCode(greeter);
            assertThat(fixture.session().wishProperty().get()).isEqualTo(new Wish.Inspect(Wish.Page.CODE, "greeter"));
        }
    }

    @Test
    void whatStandsStillIsPausedAndWhatWasAtWorkIsHeld() throws IOException, InterruptedException {
        try (SessionFixture fixture = new SessionFixture(folder)) {
            IsolatesViewModel model = new IsolatesViewModel(fixture.session());
            fixture.send("/hello");
            fixture.fx().runUntil(() -> model.snapshotsProperty().get().size() == 3);
            IsolateSnapshot parent = isolate(model, 0);
            IsolateSnapshot greeter = isolate(model, 1);
            fixture.session()
                    .debugging()
                    .show(new Pause(
                            1,
                            Pause.Reason.BREAKPOINT,
                            null,
                            greeter.id(),
                            "greeter",
                            1,
                            List.of(new PausedFrame("greet", "dynamic/greeter.js", "greeter.js", 4, 1, ""))));
            assertThat(model.state(greeter)).isEqualTo("paused");
            assertThat(model.details(greeter, Instant.now()))
                    .contains("Stands still at dynamic/greeter.js:4; no limit of time runs on.");
            assertThat(model.state(busy(parent))).isEqualTo("held");
            assertThat(model.state(parent)).isEqualTo("idle");
            fixture.session().debugging().show(null);
            assertThat(model.state(busy(parent))).isEqualTo("busy");
            assertThat(model.state(greeter)).isEqualTo("idle");
        }
    }

    private static IsolateSnapshot busy(IsolateSnapshot idle) {
        return new IsolateSnapshot(
                idle.id(),
                idle.role(),
                idle.name(),
                idle.label(),
                idle.parent(),
                IsolateSnapshot.State.BUSY,
                idle.retainedBytes(),
                idle.sharedBytes(),
                idle.allocatedBytes(),
                idle.cpuMillis(),
                idle.requests(),
                idle.createdAt(),
                idle.lastActiveAt(),
                idle.endReason());
    }

    private static String code(IsolatesViewModel model, IsolateSnapshot isolate) {
        return model.details(isolate, Instant.now()).stream()
                .filter(line -> line.startsWith("Code "))
                .findFirst()
                .orElseThrow();
    }

    private static IsolateSnapshot isolate(IsolatesViewModel model, int index) {
        return model.snapshotsProperty().get().get(index);
    }
}
