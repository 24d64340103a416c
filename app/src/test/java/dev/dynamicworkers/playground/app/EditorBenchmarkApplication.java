package dev.dynamicworkers.playground.app;

import dev.dynamicworkers.playground.app.fixture.FakeRuntime;
import dev.dynamicworkers.playground.app.session.DiskProjects;
import dev.dynamicworkers.playground.app.session.Place;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.settings.Setting;
import dev.dynamicworkers.playground.app.settings.SettingsStore;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;

/// Measures the editor without a display and without an engine: opening a project of 2,000 files, keys in a file of
/// 10,000 lines, CPU time while nothing happens. Argument: an empty folder. Run by docs/benchmarks/editor.
public final class EditorBenchmarkApplication extends Application {
    private static final int FILES = 2000;
    private static final int LINES = 10_000;
    private static final int LINE_END = 200;
    private static final int WARM_KEYS = 200;
    private static final int KEYS = 400;
    private static final long IDLE_NANOS = 20_000_000_000L;
    private static final long SETTLE_NANOS = 10_000_000_000L;
    private static final String BIG = "#editor-src-big-js";
    private static final String TYPED = "    const answer = await fetch(url, { method });";

    private final Deque<Step> steps = new ArrayDeque<>();
    private final long[] work = new long[KEYS];
    private final long[] toFrame = new long[KEYS];
    private final long[] cpuToFrame = new long[KEYS];
    private @Nullable Wiring wiring;
    private @Nullable Stage stage;
    private long since;
    private long cpu;
    private int keys = -WARM_KEYS;
    private String figure = "";
    private boolean listens;
    private long pressed;
    private long cpuPressed;

    private record Step(Runnable action, BooleanSupplier done) {}

    @Override
    public void start(Stage shown) throws IOException {
        stage = shown;
        Path folder = Path.of(getParameters().getRaw().getFirst());
        System.setProperty("playground.data", folder.resolve("data").toString());
        Path small = project(folder.resolve("small"), 0);
        Path large = project(folder.resolve("large"), FILES);
        Wiring made = new Wiring(
                shown,
                new SettingsStore(folder.resolve("settings.json")),
                new DiskProjects(),
                watcher -> new FakeRuntime());
        wiring = made;
        made.settings().set(Setting.CODE_HELP, /* value= */ false);
        shown.setWidth(1400);
        shown.setHeight(900);
        made.show(small);
        steps.add(new Step(() -> {}, this::isUsable));
        steps.add(new Step(() -> made.open(large), () -> {
            boolean usable = isUsable();
            if (usable) {
                tell("open-2000-files-ms", (System.nanoTime() - since) / 1e6);
            }
            return usable;
        }));
        steps.add(new Step(() -> session().reveal(new Place("src/big.js", LINES / 2, LINE_END)), () -> big() != null));
        steps.add(new Step(() -> {}, () -> System.nanoTime() - since > SETTLE_NANOS / 5));
        type("key", /* breaks= */ true);
        type("key-in-longest-line", /* breaks= */ false);
        perform();
    }

    private static Path project(Path folder, int files) throws IOException {
        Files.createDirectories(folder.resolve("src/parts"));
        Files.writeString(
                folder.resolve("wrangler.jsonc"),
                "{ \"name\": \"bench\", \"main\": \"src/index.js\", \"compatibility_date\": \"2026-01-01\" }\n");
        Files.writeString(
                folder.resolve("src/index.js"), "export default { fetch() { return new Response('ok'); } };\n");
        for (int i = 0; i < files; i++) {
            Files.writeString(
                    folder.resolve("src/parts/part" + i + ".js"), "export const part" + i + " = " + i + ";\n");
        }
        String line = "  const value = compute('text', index, { key: `${name}` }); // a line like others\n";
        Files.writeString(folder.resolve("src/big.js"), "export function big() {\n" + line.repeat(LINES - 2) + "}\n");
        return folder;
    }

    /// Types code, one key a frame.
    ///
    /// @param breaks whether lines end, as those of people do, or one line grows until it is the longest
    private void type(String name, boolean breaks) {
        steps.add(new Step(
                () -> {
                    figure = name;
                    keys = -WARM_KEYS;
                },
                () -> typeOne(breaks)));
        steps.add(new Step(this::tellKeys, () -> true));
    }

    private boolean typeOne(boolean breaks) {
        CodeArea area = Objects.requireNonNull(big());
        Scene scene = area.getScene();
        if (keys >= KEYS) {
            return true;
        }
        int number = keys++;
        if (number == -WARM_KEYS) {
            area.requestFocus();
        }
        if (!listens) {
            listens = true;
            scene.addPostLayoutPulseListener(() -> {
                int last = keys - 1;
                if (last >= 0 && last < KEYS && pressed != 0) {
                    toFrame[last] = System.nanoTime() - pressed;
                    cpuToFrame[last] = threadCpu() - cpuPressed;
                    pressed = 0;
                }
            });
        }
        long before = threadCpu();
        cpuPressed = before;
        pressed = System.nanoTime();
        int at = Math.floorMod(number, TYPED.length() + 1);
        if (at < TYPED.length()) {
            fire(area, KeyEvent.KEY_TYPED, TYPED.substring(at, at + 1), KeyCode.UNDEFINED);
        } else if (breaks) {
            fire(area, KeyEvent.KEY_PRESSED, "", KeyCode.ENTER);
        }
        if (number >= 0) {
            work[number] = threadCpu() - before;
        }
        return false;
    }

    private static void fire(CodeArea area, EventType<KeyEvent> type, String character, KeyCode code) {
        Event.fireEvent(
                area,
                new KeyEvent(
                        type,
                        character,
                        "",
                        code,
                        /* shiftDown= */ false,
                        /* controlDown= */ false,
                        /* altDown= */ false,
                        /* metaDown= */ false));
    }

    private static long threadCpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private void tellKeys() {
        Arrays.sort(cpuToFrame);
        tell(figure + "-to-laid-out-cpu-p50-ms", cpuToFrame[KEYS / 2] / 1e6);
        tell(figure + "-to-laid-out-cpu-p95-ms", cpuToFrame[KEYS * 95 / 100] / 1e6);
        Arrays.sort(work);
        Arrays.sort(toFrame);
        tell(figure + "-handled-cpu-p50-ms", work[KEYS / 2] / 1e6);
        tell(figure + "-handled-cpu-p95-ms", work[KEYS * 95 / 100] / 1e6);
        tell(figure + "-to-laid-out-p50-ms", toFrame[KEYS / 2] / 1e6);
        tell(figure + "-to-laid-out-p95-ms", toFrame[KEYS * 95 / 100] / 1e6);
    }

    private static long cpuNanos() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(java.time.Duration::toNanos)
                .orElse(0L);
    }

    private @Nullable CodeArea big() {
        return (CodeArea) Objects.requireNonNull(stage).getScene().lookup(BIG);
    }

    private ProjectSession session() {
        return Objects.requireNonNull(Objects.requireNonNull(wiring).session());
    }

    private boolean isUsable() {
        return session().treeProperty().get() != null
                && Objects.requireNonNull(stage).getScene().getFocusOwner() instanceof CodeArea area
                && area.getLength() > 0;
    }

    private void perform() {
        new AnimationTimer() {
            private @Nullable Step current;

            @Override
            public void handle(long now) {
                Step step = current;
                if (step == null) {
                    step = steps.poll();
                    if (step == null) {
                        stop();
                        measureIdle();
                        return;
                    }
                    current = step;
                    since = System.nanoTime();
                    step.action().run();
                }
                if (step.done().getAsBoolean()) {
                    current = null;
                }
            }
        }.start();
    }

    /// Without a timer of its own, which would ask for frames.
    private void measureIdle() {
        later(SETTLE_NANOS, () -> cpu = cpuNanos());
        later(SETTLE_NANOS + IDLE_NANOS, () -> {
            tell("idle-cpu-percent", (cpuNanos() - cpu) * 100.0 / IDLE_NANOS);
            Objects.requireNonNull(stage).close();
        });
    }

    private static void later(long nanos, Runnable action) {
        CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS).execute(() -> Platform.runLater(action));
    }

    @SuppressWarnings("SystemOut") // the program's only output
    private static void tell(String figure, double value) {
        System.out.printf("%s %.2f%n", figure, value);
    }

    @Override
    public void stop() {
        if (wiring != null) {
            wiring.close();
        }
    }
}
