package dev.dynamicworkers.playground.core.process;

import dev.dynamicworkers.playground.core.runtime.LocalRuntime;
import dev.dynamicworkers.playground.core.runtime.WorkerRuntime;
import dev.dynamicworkers.playground.core.util.AllowedTo;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// The engine process's entry point: serves a runtime on standard input and output, and ends when its input ends, so
/// that it never outlives the application.
@AllowedTo(value = AllowedTo.Rule.START_THREADS, reason = "deletes the process's folder when a signal ends it")
public final class EngineMain {
    private static final int FAILED = 70;
    private static final Duration AFTER_SIGNAL = Duration.ofMillis(500);

    private EngineMain() {}

    public static void main(String[] arguments) {
        if (System.getProperty(EngineLaunch.REHEARSAL_PROPERTY) != null) {
            rehearse();
        }
        serve(
                () -> {
                    var folder = System.getProperty(EngineLaunch.FOLDER_PROPERTY);
                    // Where the application looks when no thread of this process can run.
                    return folder == null
                            ? LocalRuntime.start()
                            : LocalRuntime.startTelling(Path.of(folder, TurnWatch.FILE));
                },
                EngineMain::warmUp);
    }

    private static void warmUp(WorkerRuntime runtime, BooleanSupplier isBusy) {
        if (!"off".equals(System.getProperty(EngineLaunch.WARM_UP_PROPERTY))) {
            var unused = WarmUp.begin(runtime, isBusy);
        }
    }

    /// Runs what is recorded into an archive, or tries one, and ends the process; its exit code says how it went.
    private static void rehearse() {
        int code = FAILED;
        try (var runtime = LocalRuntime.start()) {
            var unused = WarmUp.begin(runtime, () -> false).join();
            code = 0;
        } finally {
            // The archive is written on the way out.
            Runtime.getRuntime().exit(code);
        }
    }

    /// Serves a runtime and ends the process.
    ///
    /// @param before gets the runtime, and whether a request is under way, before the first one comes
    @SuppressWarnings("SystemOut") // what is printed must go somewhere else than the wire
    static void serve(Supplier<? extends WorkerRuntime> runtime, BiConsumer<WorkerRuntime, BooleanSupplier> before) {
        // The wire owns the two descriptors; whatever else is printed goes to standard error.
        var errors = EngineErrors.install();
        var input = System.in;
        var output = new FileOutputStream(FileDescriptor.out);
        System.setIn(InputStream.nullInputStream());
        System.setOut(System.err);
        Thread.setDefaultUncaughtExceptionHandler(EngineMain::uncaught);
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform().name("engine-signal").unstarted(EngineMain::leaveAfterTheApplication));
        int code = FAILED;
        try {
            var started = runtime.get();
            var server = new EngineServer(started, input, output, errors::learn);
            before.accept(started, server::isBusy);
            server.serve();
            code = 0;
        } catch (IOException gone) {
            System.getLogger(EngineMain.class.getName()).log(System.Logger.Level.DEBUG, "pipe broken", gone);
        } finally {
            deleteFolder();
            // Not exit: guest code that does not yield must not hold the process.
            Runtime.getRuntime().halt(code);
        }
    }

    /// What a thread ended with. A class that can't be used any more is needed again: the process is of no use.
    private static void uncaught(Thread thread, Throwable failure) {
        boolean isBroken = failure instanceof LinkageError;
        try {
            System.getLogger(EngineMain.class.getName())
                    .log(System.Logger.Level.ERROR, "uncaught in " + thread.getName(), failure);
        } catch (LinkageError unwritable) {
            isBroken = true;
        } finally {
            if (isBroken) {
                leaveBroken();
            }
        }
    }

    /// Ends the process whatever is broken of it.
    private static void leaveBroken() {
        try {
            deleteFolder();
        } finally {
            Runtime.getRuntime().halt(FAILED);
        }
    }

    /// Ctrl+C in a terminal goes to this process and to the application. The application says what it ends with, so
    /// this one stays a moment longer: the end of its input then ends it.
    private static void leaveAfterTheApplication() {
        try {
            Thread.sleep(AFTER_SIGNAL);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        deleteFolder();
    }

    private static void deleteFolder() {
        var folder = System.getProperty(EngineLaunch.FOLDER_PROPERTY);
        if (folder != null) {
            ChildFolders.delete(Path.of(folder));
        }
    }
}
