package dev.dynamicworkers.playground.core.process;

import java.io.File;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How the engine process is started and watched.
///
/// @param launcher the `java` of a JDK 25 or of a linked image, or a program that starts [EngineMain] by itself
/// @param virtualMachineOptions options of the virtual machine, paths and main class included; none for a program
/// @param heapMegabytes largest heap of the child
/// @param stopGrace how long guest code has to yield to a stop before the process is killed
/// @param silenceLimit how long the process may leave heartbeats unanswered before it is killed, on a machine that is
///     not busier than it can be
/// @param endLimit how long an isolate that was told to end may take before the process is killed, whatever the process
///     itself says of it
/// @param reserveAfter how long after a project got an engine another one is started to be in reserve, null for never
/// @param archive of classes, which the process starts from once it is there; null where there never is one
/// @param oneCommand whether the next engine is started only when somebody asks for it: there may be nothing left to do
public record EngineLaunch(
        Path launcher,
        List<String> virtualMachineOptions,
        int heapMegabytes,
        Duration stopGrace,
        Duration silenceLimit,
        Duration endLimit,
        @Nullable Duration reserveAfter,
        @Nullable EngineArchive archive,
        boolean oneCommand) {
    /// System property that names a program which starts [EngineMain].
    public static final String PROGRAM_PROPERTY = "playground.engine.program";

    /// No way into the virtual machine from outside, and nothing of it left behind: no attaching, no file of counters
    /// that others can read, no core and no report of a crash beyond its own folder.
    static final List<String> CLOSED = List.of(
            "-XX:+DisableAttachMechanism",
            "-XX:-UsePerfData",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=hs_err.log");

    /// System property that is `off` where no engine is to be kept in reserve.
    public static final String RESERVE_PROPERTY = "playground.engine.reserve";

    /// System property of the engine process that is `off` where it runs nothing before it is told to.
    static final String WARM_UP_PROPERTY = "playground.engine.warm-up";

    /// What the compiler of guest code makes of a loop that counts to a number has no safepoint otherwise: it can't be
    /// ended, and stops all threads of the process when one of them waits for all.
    private static final String COUNTED_LOOPS_YIELD = "-Djdk.graal.RemoveLoopSafepoints=false";

    /// System property that is `off` where guest code is only interpreted, and the virtual machine compiles
    /// quickly rather than well. Where code runs once or twice, two cores have more to do with compiling it.
    public static final String INTERPRET_PROPERTY = "playground.engine.compiler";

    private static final String NOT_COMPILING = "-Dpolyglot.engine.Compilation=false";

    /// A start and a first request take half the CPU time: no second compiler, no project run ahead of the first one,
    /// no verification of classes, all of which come from the build itself.
    private static final int MOST_JAVA_FRAMES = 64;

    private static final List<String> INTERPRETING = List.of(
            "-XX:TieredStopAtLevel=1",
            NOT_COMPILING,
            "-D" + WARM_UP_PROPERTY + "=off",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-BytecodeVerificationRemote");

    /// System property that names the archive of classes that engine processes start from, where there is one.
    public static final String ARCHIVE_PROPERTY = "playground.engine.archive";

    /// System property of a process that runs the warm-up alone, and ends.
    static final String REHEARSAL_PROPERTY = "playground.engine.rehearsal";

    /// System property that names the user's cache folder, where an archive of classes may be made and kept; empty for
    /// none.
    public static final String CACHE_PROPERTY = "playground.engine.cache";

    /// System property that names the jar of the compiler, in a process that does not use it itself. Its module has
    /// another name than the stub of it in the JDK, since a module path with a module that replaces one of the JDK
    /// switches all archives of classes off.
    private static final String COMPILER_PROPERTY = "playground.compiler";

    private static final String COMPILER_MODULE = "jdk.internal.vm.compiler";

    /// What the JDK and the language export to the compiler under its usual name.
    private static final List<String> EXPORTED_TO_COMPILER = List.of(
            "java.base/jdk.internal.misc",
            "jdk.internal.vm.ci/jdk.vm.ci.code",
            "jdk.internal.vm.ci/jdk.vm.ci.hotspot",
            "jdk.internal.vm.ci/jdk.vm.ci.meta",
            "jdk.internal.vm.ci/jdk.vm.ci.runtime",
            "jdk.internal.vm.ci/jdk.vm.ci.services",
            "org.graalvm.truffle.compiler/com.oracle.truffle.compiler",
            "org.graalvm.truffle.compiler/com.oracle.truffle.compiler.hotspot",
            "org.graalvm.truffle.compiler/com.oracle.truffle.compiler.hotspot.libgraal",
            "org.graalvm.truffle.runtime/com.oracle.truffle.runtime.hotspot",
            "org.graalvm.word/org.graalvm.word.impl");

    static final String FOLDER_PROPERTY = "playground.engine.folder";

    private static final String MODULE = "dev.dynamicworkers.playground.core";
    private static final int HEAP_MEGABYTES = 768;
    private static final Duration STOP_GRACE = Duration.ofMillis(250);
    private static final Duration SILENCE_LIMIT = Duration.ofSeconds(10);
    private static final Duration END_LIMIT = Duration.ofSeconds(3);

    /// Late enough not to compete with the first run of a project.
    private static final Duration RESERVE_AFTER = Duration.ofSeconds(4);

    public EngineLaunch {
        virtualMachineOptions = List.copyOf(virtualMachineOptions);
    }

    /// With the usual limit for isolates that are told to end, and no reserve.
    public EngineLaunch(
            Path launcher,
            List<String> virtualMachineOptions,
            int heapMegabytes,
            Duration stopGrace,
            Duration silenceLimit) {
        this(
                launcher,
                virtualMachineOptions,
                heapMegabytes,
                stopGrace,
                silenceLimit,
                END_LIMIT,
                /* reserveAfter= */ null,
                /* archive= */ null,
                /* oneCommand= */ false);
    }

    /// Starts the engine the way this process was started: same image, same module path or class path.
    ///
    /// @throws EngineFailureException where there is neither a `java` nor an engine program
    public static EngineLaunch ofThisProcess() {
        var program = program();
        if (program != null) {
            return usual(program, List.of(), /* archive= */ null);
        }
        var java = Path.of(System.getProperty("java.home"), "bin", isWindows() ? "java.exe" : "java");
        if (!Files.isExecutable(java)) {
            throw new EngineFailureException(
                    "there is no " + java
                            + " to start the engine with; link the image with its native commands, or set -D"
                            + PROGRAM_PROPERTY + " to a launcher of " + EngineMain.class.getName(),
                    null);
        }
        var options = optionsOfThisProcess(EngineMain.class.getName());
        var cache = System.getProperty(CACHE_PROPERTY, "");
        boolean own = !cache.isEmpty() && System.getProperty(ARCHIVE_PROPERTY) == null;
        return usual(java, options, own ? EngineArchive.of(Path.of(cache).toAbsolutePath(), options, jars()) : null);
    }

    private static EngineLaunch usual(Path launcher, List<String> options, @Nullable EngineArchive archive) {
        return new EngineLaunch(
                launcher,
                options,
                HEAP_MEGABYTES,
                STOP_GRACE,
                SILENCE_LIMIT,
                END_LIMIT,
                usualReserve(),
                archive,
                /* oneCommand= */ false);
    }

    private static @Nullable Duration usualReserve() {
        return "off".equals(System.getProperty(RESERVE_PROPERTY)) ? null : RESERVE_AFTER;
    }

    /// The same with guest code compiled, whatever the property of this process says.
    EngineLaunch compiling() {
        var options = new ArrayList<>(virtualMachineOptions);
        options.removeAll(INTERPRETING);
        return new EngineLaunch(
                launcher, options, heapMegabytes, stopGrace, silenceLimit, endLimit, reserveAfter, archive, oneCommand);
    }

    /// The same with an archive of classes.
    EngineLaunch withArchive(EngineArchive other) {
        return new EngineLaunch(
                launcher,
                virtualMachineOptions,
                heapMegabytes,
                stopGrace,
                silenceLimit,
                endLimit,
                reserveAfter,
                other,
                oneCommand);
    }

    /// The same with another limit of the heap.
    public EngineLaunch withHeapMegabytes(int megabytes) {
        return new EngineLaunch(
                launcher,
                virtualMachineOptions,
                megabytes,
                stopGrace,
                silenceLimit,
                endLimit,
                reserveAfter,
                archive,
                oneCommand);
    }

    /// The same with an engine in reserve so long after a project got one.
    public EngineLaunch withReserve(Duration after) {
        return new EngineLaunch(
                launcher,
                virtualMachineOptions,
                heapMegabytes,
                stopGrace,
                silenceLimit,
                endLimit,
                after,
                archive,
                /* oneCommand= */ false);
    }

    /// The same for a process that answers one command and ends: no reserve, and nothing that makes later requests
    /// fast. The second compiler of the virtual machine costs it more time than it saves.
    public EngineLaunch forOneCommand() {
        var options = new ArrayList<>(virtualMachineOptions);
        if (!options.isEmpty()) {
            options.addAll(0, List.of("-D" + WARM_UP_PROPERTY + "=off", "-XX:TieredStopAtLevel=1"));
        }
        return new EngineLaunch(
                launcher,
                options,
                heapMegabytes,
                stopGrace,
                silenceLimit,
                endLimit,
                /* reserveAfter= */ null,
                archive,
                /* oneCommand= */ true);
    }

    /// The command of a process that runs a small project of our own, writes an archive of its classes, and ends.
    ///
    /// @param folder the process's own temporary folder
    public List<String> commandThatRecords(Path folder, Path archive) {
        var command = command(folder);
        command.addAll(1, List.of("-XX:AOTCacheOutput=" + archive, "-D" + REHEARSAL_PROPERTY + "=on"));
        return command;
    }

    /// The command of a process that runs the same from an archive, and fails where it can't.
    ///
    /// @param folder the process's own temporary folder
    List<String> commandThatTries(Path folder, Path archive) {
        var command = command(folder);
        command.addAll(1, List.of("-XX:AOTMode=on", "-XX:AOTCache=" + archive, "-D" + REHEARSAL_PROPERTY + "=on"));
        return command;
    }

    /// The command that starts the process from the archive, where there is one.
    ///
    /// @param folder the process's own temporary folder
    List<String> commandFromArchive(Path folder) {
        var command = command(folder);
        if (archive != null) {
            command.addAll(1, archive.options());
        }
        return command;
    }

    /// The command that starts the process, without the archive of the user's cache folder.
    ///
    /// @param folder the process's own temporary folder
    List<String> command(Path folder) {
        var command = new ArrayList<String>();
        command.add(launcher.toString());
        if (!virtualMachineOptions.isEmpty()) {
            command.add("-Xmx" + heapMegabytes + "m");
            command.add("-Djava.io.tmpdir=" + folder);
            command.add("-D" + FOLDER_PROPERTY + "=" + folder);
            command.addAll(virtualMachineOptions);
        }
        return command;
    }

    /// Options that give a child the image, paths and compiler of this process.
    static List<String> optionsOfThisProcess(String mainClass) {
        var options = new ArrayList<String>();
        if (ModuleFinder.ofSystem().find("jdk.internal.vm.ci").isPresent()) {
            options.addAll(List.of("-XX:+UnlockExperimentalVMOptions", "-XX:+EnableJVMCI", "-XX:-UseJVMCICompiler"));
        }
        // Standard output is the wire: what the virtual machine itself has to say goes to standard error.
        options.addAll(List.of("-XX:+DisplayVMOutputToStderr", "-Xlog:disable", "-Xlog:all=warning:stderr"));
        options.addAll(List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-Xms32m"));
        // An error that a host function throws into guest code keeps the Java frames below it, some four hundred of 50
        // bytes each while code is interpreted, and guest code is charged for them.
        options.add("-XX:MaxJavaStackTraceDepth=" + MOST_JAVA_FRAMES);
        options.addAll(CLOSED);
        if ("off".equals(System.getProperty(INTERPRET_PROPERTY))) {
            options.addAll(INTERPRETING);
        }
        var archive = System.getProperty(ARCHIVE_PROPERTY);
        if (archive != null && Files.isReadable(Path.of(archive))) {
            options.add("-XX:AOTCache=" + archive);
        }
        options.add(COUNTED_LOOPS_YIELD);
        options.add("--sun-misc-unsafe-memory-access=allow");
        options.add("-Dfile.encoding=UTF-8");
        for (var name : List.of("swc4j.lib.loading.type", "swc4j.lib.loading.path", "playground.home")) {
            addProperty(options, name);
        }
        addPath(options, "--upgrade-module-path", "jdk.module.upgrade.path");
        var jars = jars();
        if (!jars.isEmpty()) {
            options.add("--module-path");
            options.add(jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        }
        // The compiler of guest code is found as a service of the module path, where nothing else requires it.
        if (System.getProperty(COMPILER_PROPERTY) != null) {
            options.addAll(compilerOptions());
        } else if (ModuleLayer.boot().findModule("jdk.graal.compiler").isPresent()) {
            options.addAll(List.of("--add-modules", "jdk.graal.compiler"));
        }
        if (EngineLaunch.class.getModule().isNamed()) {
            options.add("--enable-native-access=org.graalvm.truffle,com.caoccao.javet.swc4j,org.xerial.sqlitejdbc");
            options.addAll(List.of("--module", MODULE + "/" + mainClass));
        } else {
            options.add("--enable-native-access=ALL-UNNAMED");
            options.addAll(List.of("--class-path", System.getProperty("java.class.path"), mainClass));
        }
        return options;
    }

    /// The command that starts another main class of this library the way this process was started, without the
    /// compiler of guest code: what it runs is not run often enough to be worth it.
    ///
    /// @param folder the process's own temporary folder
    public static List<String> commandWithoutCompiler(String mainClass, int heapMegabytes, Path folder) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", isWindows() ? "java.exe" : "java")
                .toString());
        command.addAll(List.of("-Xmx" + heapMegabytes + "m", "-Xmn64m", "-Djava.io.tmpdir=" + folder));
        command.addAll(List.of("-XX:+DisplayVMOutputToStderr", "-Xlog:disable", "-Xlog:all=warning:stderr"));
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders"));
        command.addAll(CLOSED);
        if ("off".equals(System.getProperty(INTERPRET_PROPERTY))) {
            command.addAll(INTERPRETING);
            // An option of the compiler that is not there.
            command.remove(NOT_COMPILING);
        }
        command.addAll(List.of("--sun-misc-unsafe-memory-access=allow", "-Dfile.encoding=UTF-8"));
        addProperty(command, "swc4j.lib.loading.type");
        addProperty(command, "swc4j.lib.loading.path");
        // Behind the others: parts that the language shares with the compiler lie in its folder.
        addPath(command, "--module-path", "jdk.module.path", "jdk.module.upgrade.path");
        if (EngineLaunch.class.getModule().isNamed()) {
            command.add("--enable-native-access=org.graalvm.truffle,com.caoccao.javet.swc4j");
            command.addAll(List.of("--module", MODULE + "/" + mainClass));
        } else {
            command.add("--enable-native-access=ALL-UNNAMED");
            command.addAll(List.of("--class-path", System.getProperty("java.class.path"), mainClass));
        }
        return command;
    }

    /// Options that let the compiler be a module of another name than the JDK knows it by.
    static List<String> compilerOptions() {
        var options = new ArrayList<>(List.of("--add-modules", COMPILER_MODULE));
        for (var exported : EXPORTED_TO_COMPILER) {
            options.addAll(List.of("--add-exports", exported + "=" + COMPILER_MODULE));
        }
        return options;
    }

    /// The module path of an engine: that of this process, and the compiler where this process does without.
    private static List<Path> jars() {
        var jars = new ArrayList<Path>();
        var compiler = System.getProperty(COMPILER_PROPERTY);
        if (compiler != null) {
            jars.add(Path.of(compiler).toAbsolutePath().normalize());
        }
        jars.addAll(EngineArchive.jars(System.getProperty("jdk.module.path", "")));
        return jars;
    }

    private static void addProperty(List<String> options, String name) {
        var value = System.getProperty(name);
        if (value != null) {
            options.add("-D" + name + "=" + value);
        }
    }

    private static void addPath(List<String> options, String option, String... properties) {
        var absolute = new ArrayList<String>();
        for (var property : properties) {
            var path = System.getProperty(property, "");
            for (var entry : path.isEmpty() ? new String[0] : path.split(File.pathSeparator, -1)) {
                absolute.add(Path.of(entry).toAbsolutePath().toString());
            }
        }
        if (!absolute.isEmpty()) {
            options.add(option);
            options.add(String.join(File.pathSeparator, absolute));
        }
    }

    /// A program named by the system property, or one beside the launcher that `jpackage` made for the application.
    private static @Nullable Path program() {
        var named = System.getProperty(PROGRAM_PROPERTY);
        if (named != null) {
            return Path.of(named);
        }
        var application = System.getProperty("jpackage.app-path");
        if (application == null) {
            return null;
        }
        var beside = Path.of(application).resolveSibling(isWindows() ? "playground-engine.exe" : "playground-engine");
        return Files.isExecutable(beside) ? beside : null;
    }

    private static boolean isWindows() {
        return File.separatorChar == '\\';
    }
}
