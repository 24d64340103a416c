package dev.dynamicworkers.playground.app.panel.debug;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.fixture.SessionFixture;
import dev.dynamicworkers.playground.app.session.debug.Debugging;
import dev.dynamicworkers.playground.core.debug.Breakpoint;
import dev.dynamicworkers.playground.core.debug.DebugPlan;
import dev.dynamicworkers.playground.core.debug.Look;
import dev.dynamicworkers.playground.core.debug.Pause;
import dev.dynamicworkers.playground.core.debug.PausedFrame;
import dev.dynamicworkers.playground.core.debug.Seen;
import dev.dynamicworkers.playground.core.debug.Step;
import dev.dynamicworkers.playground.core.worker.IsolateId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the debugger's panel says and asks, without a toolkit and without an engine.
final class DebugViewModelTest {
    private static final String CODE = "function f() {\n  one();\n  two();\n}\n";

    private final PausedProject project = new PausedProject();
    private SessionFixture fixture;
    private Debugging debugging;
    private DebugViewModel model;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException, InterruptedException {
        fixture = new SessionFixture(folder);
        debugging = fixture.session().debugging();
        model = new DebugViewModel(fixture.session());
        debugging.attach(project, DebugPlan.OFF);
    }

    @AfterEach
    void close() {
        model.close();
        fixture.close();
    }

    /// Runs all that waits for the FX thread, and what comes of it.
    private void settle() {
        for (int i = 0; i < 3; i++) {
            AtomicBoolean reached = new AtomicBoolean();
            fixture.fx().execute(() -> reached.set(true));
            try {
                fixture.fx().runUntil(reached::get);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    private static Pause pause(long number) {
        return new Pause(
                number,
                Pause.Reason.BREAKPOINT,
                null,
                new IsolateId(1),
                "parent",
                7,
                List.of(
                        new PausedFrame("inner", "src/index.js", "src/index.js", 3, 5, "  two();"),
                        new PausedFrame("", null, "made.js", 9, 1, "inner()")));
    }

    @Test
    void aPauseIsSaidAndItsFramesScopesAndExpressionsAreLookedAt() {
        model.watch("  tea ");
        project.pause(pause(4));
        settle();

        assertThat(model.stateProperty().get()).isEqualTo("Paused at src/index.js:3 of parent");
        assertThat(model.pausedProperty().get()).isTrue();
        assertThat(model.frames()).extracting(DebugViewModel::place).containsExactly("src/index.js:3", "made.js:9");
        assertThat(model.scopes()).extracting(Seen::name).containsExactly("Scopes[frame=0]");
        assertThat(model.watches())
                .extracting(watch -> watch.expression() + "="
                        + (watch.seen() == null ? "" : watch.seen().name()))
                .containsExactly("tea=Evaluate[frame=0, expression=tea]");
        assertThat(fixture.session().revealProperty().get().text()).isEqualTo("src/index.js:3");

        model.select(1);
        settle();
        assertThat(model.scopes()).extracting(Seen::name).containsExactly("Scopes[frame=1]");

        model.goOn(Step.OVER);
        assertThat(project.told).containsExactly("4 OVER");
        project.end(4);
        settle();
        assertThat(model.pausedProperty().get()).isFalse();
        assertThat(model.frames()).isEmpty();
        assertThat(model.scopes()).isEmpty();
        model.goOn(Step.OVER);
        assertThat(project.told).as("nothing stands still").hasSize(1);
    }

    @Test
    void anEndOfAnotherPauseChangesNothing() {
        project.pause(pause(4));
        settle();
        project.end(3);
        settle();
        assertThat(model.pausedProperty().get()).isTrue();
        debugging.detach();
        assertThat(model.pausedProperty().get()).isFalse();
    }

    @Test
    void breakpointsFollowTheirLinesIntoThePlan(@TempDir Path root) {
        debugging.breakpoints().put("src/index.js", CODE, 2, "");
        debugging.breakpoints().put("src/index.js", CODE, 3, "x > 1");
        assertThat(model.breakpoints())
                .extracting(row -> row.place() + " " + row.code() + " " + row.condition())
                .containsExactly("src/index.js:2 one(); ", "src/index.js:3 two(); x > 1");
        assertThat(model.stateProperty().get()).isEqualTo("2 breakpoints");

        assertThat(debugging
                        .wanted()
                        .plan(root, Map.of("src/index.js", "// new\n" + CODE))
                        .breakpoints())
                .containsExactly(new Breakpoint("src/index.js", 3, null), new Breakpoint("src/index.js", 4, "x > 1"));

        model.remove(model.breakpoints().getFirst());
        assertThat(model.breakpoints()).hasSize(1);
        model.clear();
        assertThat(model.stateProperty().get()).isEqualTo("No breakpoints");
    }

    @Test
    void aProjectIsToldOfAPlanOnce() {
        DebugPlan plan = new DebugPlan(
                List.of(new Breakpoint("a.js", 1, null)), /* exceptions= */ true, /* statements= */ false);
        debugging.attach(project, plan);
        debugging.attach(project, plan);
        assertThat(project.plans).containsExactly(plan);
    }

    @Test
    void moreOfAListIsAskedForFromWhereItEnds() {
        project.pause(pause(4));
        settle();
        ValueItem item = new ValueItem(model, new Seen("many", "Array(3)", Seen.Kind.OBJECT, 12));
        assertThat(item.getChildren()).as("asked for, not there yet").isEmpty();
        settle();
        assertThat(item.getChildren())
                .extracting(child -> child.getValue().name())
                .containsExactly(new Look.Parts(12, 0).toString(), "");
        ((ValueItem) item.getChildren().getLast()).readMore();
        settle();
        assertThat(item.getChildren())
                .extracting(child -> child.getValue().name())
                .containsExactly(new Look.Parts(12, 0).toString(), new Look.Parts(12, 1).toString());
    }
}
