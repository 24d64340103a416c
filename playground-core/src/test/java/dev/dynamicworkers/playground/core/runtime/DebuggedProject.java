package dev.dynamicworkers.playground.core.runtime;

import dev.dynamicworkers.playground.core.debug.Breakpoint;
import dev.dynamicworkers.playground.core.debug.DebugPlan;
import dev.dynamicworkers.playground.core.debug.Look;
import dev.dynamicworkers.playground.core.debug.Pause;
import dev.dynamicworkers.playground.core.debug.PauseListener;
import dev.dynamicworkers.playground.core.debug.PausedFrame;
import dev.dynamicworkers.playground.core.debug.Seen;
import dev.dynamicworkers.playground.core.debug.Step;
import dev.dynamicworkers.playground.core.project.ProjectReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A project of a few files whose code stands still where a test wants it to.
final class DebuggedProject implements AutoCloseable {
    private static final long SECONDS = 20;

    final RunningProject project;
    private final BlockingQueue<Pause> pauses = new LinkedBlockingQueue<>();
    private final BlockingQueue<Long> ends = new LinkedBlockingQueue<>();

    /// @param files by path; `wrangler.jsonc` among them
    DebuggedProject(WorkerRuntime runtime, Path folder, RuntimeOptions options, Map<String, String> files)
            throws IOException {
        for (var file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            Files.writeString(path, file.getValue());
        }
        project = runtime.start(new ProjectReader().read(folder, Map.of()), options, event -> {});
        project.watchPauses(new PauseListener() {
            @Override
            public void paused(Pause pause) {
                pauses.add(pause);
            }

            @Override
            public void goesOn(long number) {
                ends.add(number);
            }
        });
    }

    /// Puts breakpoints in force, `file:line` or `file:line if condition` each.
    void breakAt(String... places) {
        List<Breakpoint> breakpoints = Arrays.stream(places)
                .map(place -> {
                    String[] parts = place.split(":| if ", 3);
                    return new Breakpoint(parts[0], Integer.parseInt(parts[1]), parts.length == 3 ? parts[2] : null);
                })
                .toList();
        plan(new DebugPlan(breakpoints, /* exceptions= */ false, /* statements= */ false));
    }

    void plan(DebugPlan plan) {
        project.debug(plan).orTimeout(SECONDS, TimeUnit.SECONDS).join();
    }

    CompletableFuture<InvocationResult> get(String path) {
        return project.dispatch(
                new Invocation.Fetch("GET", "http://one.test" + path, List.of(), new RequestBody.None(), null));
    }

    /// The next pause.
    Pause paused() throws InterruptedException {
        return Objects.requireNonNull(pauses.poll(SECONDS, TimeUnit.SECONDS), "the code did not stand still");
    }

    /// Goes on, and gives where the code stands still next.
    Pause step(Pause from, Step step) throws InterruptedException {
        goOn(from, step);
        return paused();
    }

    void goOn(Pause from, Step step) {
        project.goOn(from.number(), step).orTimeout(SECONDS, TimeUnit.SECONDS).join();
    }

    /// Waits until a pause is over.
    long goesOn() throws InterruptedException {
        return Objects.requireNonNull(ends.poll(SECONDS, TimeUnit.SECONDS), "the code still stands");
    }

    boolean hasPaused() {
        return !pauses.isEmpty();
    }

    List<Seen> look(Pause pause, Look look) {
        return project.look(pause.number(), look)
                .orTimeout(SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /// The value of an expression in the innermost frame.
    String value(Pause pause, String expression) {
        return look(pause, new Look.Evaluate(0, expression)).getFirst().value();
    }

    /// What the innermost scope shows, as `name=value`.
    List<String> locals(Pause pause) {
        Seen scope = look(pause, new Look.Scopes(0)).getFirst();
        return texts(look(pause, new Look.Parts(scope.handle(), 0)));
    }

    static List<String> texts(List<Seen> seen) {
        return seen.stream().map(each -> each.name() + "=" + each.value()).toList();
    }

    /// Where code stands, as `function file:line`.
    static String place(Pause pause) {
        return place(pause.frames().getFirst());
    }

    static String place(PausedFrame frame) {
        return frame.function() + " " + frame.file() + ":" + frame.line();
    }

    static String body(CompletableFuture<InvocationResult> result) {
        InvocationResult done = result.orTimeout(SECONDS, TimeUnit.SECONDS).join();
        return new String(
                Objects.requireNonNull(done.response(), () -> done.outcome() + " " + done.error())
                        .body(),
                StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        project.close();
    }
}
