package dev.dynamicworkers.playground.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.project.ProjectReader;
import dev.dynamicworkers.playground.core.runtime.Invocation;
import dev.dynamicworkers.playground.core.runtime.RequestBody;
import dev.dynamicworkers.playground.core.runtime.RuntimeOptions;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import dev.dynamicworkers.playground.core.worker.GuestError.Frame;
import dev.dynamicworkers.playground.core.worker.Limit;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The compiler of guest code as the distribution has it: a module of another name than the JDK knows it by.
final class CompilerModuleTest {
    private static final String WORKER = """
        function fib(n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
        function busy(times) {
          let n = 0;

          for (let i = 0; i < times; i++) {
            n = (n * 31 + i) % 1000;
          }
          return n;
        }
        export default {
          fetch(request) {
            if (!request.url.endsWith('/busy')) return new Response(String(fib(22)));
            for (let i = 0; i < 2000; i++) busy(100);
            return new Response(busy(2_000_000_000));
          }
        };
        """;

    /// A failed compilation ends the process here; elsewhere nobody would see it, and all would be slow.
    @Test
    void guestCodeIsCompiled(@TempDir Path folder) throws IOException, InterruptedException {
        Files.writeString(
                folder.resolve("wrangler.jsonc"),
                "{ \"name\": \"fib\", \"main\": \"index.js\", \"compatibility_date\": \"2026-06-01\" }");
        Files.writeString(folder.resolve("index.js"), WORKER);
        var watcher = new RecordingWatcher();
        var usual = EngineLaunch.ofThisProcess().compiling();
        var launch = new EngineLaunch(
                usual.launcher(),
                options(usual.virtualMachineOptions()),
                usual.heapMegabytes(),
                usual.stopGrace(),
                usual.silenceLimit());

        try (var runtime = RuntimeProcess.start(launch, watcher)) {
            var project = runtime.start(
                    new ProjectReader().read(folder, Map.of()),
                    RuntimeOptions.DEFAULT.storing(folder).limiting(Limit.CPU, 1_500),
                    event -> {});
            var result = Answers.of(project.dispatch(
                    new Invocation.Fetch("GET", "http://fib/", List.of(), new RequestBody.None(), null)));

            assertThat(Answers.of(runtime.status()).compiled()).isTrue();
            assertThat(watcher.losses()).isEmpty();
            assertThat(Answers.response(result).body()).isEqualTo("17711".getBytes(StandardCharsets.UTF_8));

            // Machine code knows no lines of its own, and a loop that counts might have no place to be ended at.
            var ended = Answers.of(project.dispatch(
                    new Invocation.Fetch("GET", "http://fib/busy", List.of(), new RequestBody.None(), null)));
            assertThat(ended.outcome()).isEqualTo(EventOutcome.EXCEEDED_CPU);
            Frame place = Objects.requireNonNull(ended.error()).frames().getFirst();
            assertThat(place.function()).isEqualTo("busy");
            assertThat(place.line()).isBetween(5, 6);
        }
    }

    /// Those of this process, with the compiler's module in place of the one that replaces the JDK's.
    private static List<String> options(List<String> usual) throws IOException {
        var options = new ArrayList<>(usual);
        int upgrade = options.indexOf("--upgrade-module-path");
        var compiler = Path.of(options.get(upgrade + 1));
        options.subList(upgrade, upgrade + 2).clear();
        int named = options.indexOf("jdk.graal.compiler");
        if (named >= 0) {
            options.subList(named - 1, named + 1).clear();
        }
        String parts;
        try (var jars = Files.list(compiler)) {
            parts = jars.filter(jar -> !jar.getFileName().toString().startsWith("compiler-"))
                    .map(Path::toString)
                    .sorted()
                    .collect(Collectors.joining(File.pathSeparator));
        }
        int path = options.indexOf("--module-path") + 1;
        var module = Path.of("target/engine/jdk.internal.vm.compiler.jar").toAbsolutePath();
        options.set(path, String.join(File.pathSeparator, module.toString(), parts, options.get(path)));
        options.addAll(0, EngineLaunch.compilerOptions());
        options.addAll(
                0,
                List.of(
                        "-D" + EngineLaunch.WARM_UP_PROPERTY + "=off",
                        "-Dpolyglot.engine.AllowExperimentalOptions=true",
                        "-Dpolyglot.engine.CompileOnly=fib,busy",
                        "-Dpolyglot.engine.BackgroundCompilation=false",
                        "-Dpolyglot.engine.CompilationFailureAction=ExitVM"));
        return options;
    }
}
