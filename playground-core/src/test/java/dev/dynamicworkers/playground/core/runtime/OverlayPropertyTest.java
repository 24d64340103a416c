package dev.dynamicworkers.playground.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.project.Fixture;
import dev.dynamicworkers.playground.core.project.Grant;
import dev.dynamicworkers.playground.core.project.Overlay;
import dev.dynamicworkers.playground.core.project.WorkerOverlay;
import dev.dynamicworkers.playground.core.worker.ResourceLimits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/// Whatever the overlay says, a worker reaches nothing that its code does not give it. The program is that of
/// [OverlayTest]: a child that tries all ways that it has, and some that it has not.
final class OverlayPropertyTest {
    private static final Fixture FIXTURE = Fixture.of("\"fixture\"");
    private static final AtomicReference<@Nullable Child> CHILD = new AtomicReference<>();

    /// The running project, and what the child reaches without an overlay.
    private record Child(LocalRuntime runtime, RunningProject project, List<String> given) {}

    @BeforeContainer
    static void start() {
        LocalRuntime runtime = LocalRuntime.start();
        RunningProject project = runtime.start(OverlayTest.project(), RuntimeOptions.DEFAULT, event -> {});
        CHILD.set(new Child(runtime, project, reached(project)));
    }

    @AfterContainer
    static void stop() {
        child().runtime.close();
    }

    private static Child child() {
        return Objects.requireNonNull(CHILD.get());
    }

    private static List<String> reached(RunningProject project) {
        var probe = new Invocation.Fetch(
                "GET", "http://overlay/child/probe", List.of(), new RequestBody.None(), /* entrypoint= */ null);
        return List.of(
                WorkerFixture.text(WorkerFixture.await(project.dispatch(probe))).split("\n"));
    }

    @Provide
    Arbitrary<Overlay> overlays() {
        Arbitrary<Map<String, Grant>> grants = Arbitraries.maps(
                        Arbitraries.of("API", "TEXT", "PASSED", "NOT_THERE", "*"), grants())
                .ofMaxSize(5);
        // The parent's grants are left alone: without its loader there is no child to ask.
        return Arbitraries.maps(Arbitraries.of("child", "c*", "*", "other"), grants)
                .ofMaxSize(3)
                .map(workers -> new Overlay(Overlay.NONE.parent(), said(workers), Duration.ofSeconds(1)));
    }

    private static Map<String, WorkerOverlay> said(Map<String, Map<String, Grant>> workers) {
        return workers.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> new WorkerOverlay(each.getValue(), ResourceLimits.NONE)));
    }

    private static Arbitrary<Grant> grants() {
        Arbitrary<Grant.Method> methods = Arbitraries.of(Grant.Access.class)
                .map(access -> new Grant.Method(access, access == Grant.Access.FIXTURE ? FIXTURE : null));
        return Combinators.combine(
                        Arbitraries.of(Grant.Mode.class),
                        Arbitraries.maps(
                                        Arbitraries.of("greet", "open", "open.name", "secret", "fetch", "absent"),
                                        methods)
                                .ofMaxSize(4))
                .as((mode, rules) -> new Grant(mode, mode == Grant.Mode.FIXTURE ? FIXTURE : null, rules));
    }

    @Property(tries = 60)
    void noOverlayGrantsMoreThanTheCode(@ForAll("overlays") Overlay overlay) {
        WorkerFixture.await(child().project.overlay(overlay));
        List<String> reached = reached(child().project);
        assertThat(reached).hasSameSizeAs(child().given);
        for (int i = 0; i < reached.size(); i++) {
            String line = reached.get(i);
            if (line.startsWith("gave") && !line.contains("fixture")) {
                assertThat(line).isEqualTo(child().given.get(i));
            }
        }
    }
}
