package dev.dynamicworkers.playground.app.cli;

import dev.dynamicworkers.playground.core.process.EngineLaunch;
import dev.dynamicworkers.playground.core.process.EngineWatcher;
import dev.dynamicworkers.playground.core.process.RuntimeProcess;
import dev.dynamicworkers.playground.core.runtime.EngineStatus;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// What a command did: in this virtual machine, or in a process of its own, started as `bin/playground` does.
///
/// @param code exit code
/// @param out standard output
/// @param err standard error
record CommandLineProcess(int code, String out, String err) {
    private static final int SECONDS = 120;

    /// Runs a command to its end in this virtual machine, with an engine process that all such commands share: one of
    /// its own takes seconds to get warm.
    static CommandLineProcess run(String... args) {
        return run(SharedEngine.SOURCE, args);
    }

    /// Runs a command to its end in this virtual machine, with an engine process of its own, which is gone afterwards.
    static CommandLineProcess runAlone(String... args) {
        return run(CommandEngine::start, args);
    }

    /// The engine process of commands that run in this virtual machine; it ends with it.
    static final class SharedEngine {
        static final CommandEngine.Source SOURCE = source();

        private static CommandEngine.Source source() {
            var runtime = RuntimeProcess.start(EngineLaunch.ofThisProcess().forOneCommand(), new EngineWatcher() {
                @Override
                public void started(EngineStatus status) {}

                @Override
                public void lost(String reason) {}

                @Override
                public void failed(String reason) {}
            });
            return use -> CommandEngine.lent(runtime);
        }
    }

    private static CommandLineProcess run(CommandEngine.Source engines, String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = CommandLineMain.run(engines, new PrintWriter(out), new PrintWriter(err), args);
        return new CommandLineProcess(code, lines(out), lines(err));
    }

    private static String lines(StringWriter text) {
        return String.join("\n", text.toString().lines().toList());
    }

    /// Runs a command to its end in a process of its own.
    static CommandLineProcess apart(String... args) throws IOException, InterruptedException {
        var process = start(args);
        process.getOutputStream().close();
        var out = CompletableFuture.supplyAsync(() -> text(process.inputReader(StandardCharsets.UTF_8)));
        var err = CompletableFuture.supplyAsync(() -> text(process.errorReader(StandardCharsets.UTF_8)));
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return new CommandLineProcess(process.waitFor(), out.join(), err.join());
    }

    /// Starts a command.
    static Process start(String... args) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UnlockExperimentalVMOptions", "-XX:+EnableJVMCI", "-XX:-UseJVMCICompiler"));
        // A process of seconds is over before the second compiler of the JVM has paid for itself.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Dpolyglot.engine.Compilation=false"));
        command.addAll(List.of("-XX:+UseSerialGC", "--sun-misc-unsafe-memory-access=allow"));
        command.add("--enable-native-access=org.graalvm.truffle,com.caoccao.javet.swc4j,org.xerial.sqlitejdbc");
        for (var name : List.of(
                "swc4j.lib.loading.type",
                "swc4j.lib.loading.path",
                "playground.engine.reserve",
                "playground.engine.compiler")) {
            command.add("-D" + name + "=" + System.getProperty(name, ""));
        }
        command.add("-D" + EngineLaunch.RESERVE_PROPERTY + "=off");
        command.add("-D" + EngineLaunch.INTERPRET_PROPERTY + "=off");
        command.addAll(List.of("--upgrade-module-path", System.getProperty("jdk.module.upgrade.path", "")));
        command.addAll(List.of("--module-path", System.getProperty("jdk.module.path", "")));
        command.addAll(List.of("--module", "dev.dynamicworkers.playground.app/dev.dynamicworkers.playground.app.Main"));
        command.addAll(List.of(args));
        var builder = new ProcessBuilder(command);
        builder.environment().remove("DISPLAY");
        return builder.start();
    }

    static String sample(String name) {
        return Path.of("..", "samples", name).toAbsolutePath().normalize() + File.separator;
    }

    private static String text(BufferedReader reader) {
        return String.join("\n", reader.lines().toList());
    }
}
