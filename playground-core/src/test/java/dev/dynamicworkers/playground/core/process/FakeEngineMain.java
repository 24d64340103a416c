package dev.dynamicworkers.playground.core.process;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// An engine process with a [FakeRuntime], started from the class path.
public final class FakeEngineMain {
    private FakeEngineMain() {}

    public static void main(String[] arguments) {
        EngineMain.serve(FakeRuntime::new, (runtime, isBusy) -> {});
    }

    static EngineLaunch launch() {
        return launch(Duration.ofMillis(250));
    }

    /// @param stopGrace how long an engine has to answer a stop: a busy machine takes longer than a person should wait
    static EngineLaunch launch(Duration stopGrace) {
        var path = String.join(
                File.pathSeparator,
                Path.of("target/test-classes").toAbsolutePath().toString(),
                System.getProperty("jdk.module.path", ""),
                System.getProperty("java.class.path", ""));
        return new EngineLaunch(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-XX:+UnlockDiagnosticVMOptions",
                        "-XX:-BytecodeVerificationRemote",
                        "--class-path",
                        path,
                        FakeEngineMain.class.getName()),
                128,
                stopGrace,
                Duration.ofSeconds(3));
    }
}
