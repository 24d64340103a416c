package dev.dynamicworkers.playground.core.process;

import dev.dynamicworkers.playground.core.worker.EventOutcome;
import dev.dynamicworkers.playground.core.worker.Limit;
import dev.dynamicworkers.playground.core.worker.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// A program of `src/test/resources/hostile` or `hostile-projects` and what has to become of it. Its first line says
/// what it tries; further comment lines are `key: value`:
///
/// - `expect`: outcomes, one of which it has to have; `notStarted` when it never ran
/// - `says`: part of what its caller is told
/// - `engine`: `kept` (default), `replaced`, or `any` where that depends on the machine
/// - `mode`: `pass` when the parent passes its response on unread
/// - `cpuMs`: CPU time that it may have; where nothing is said, 80 for a program that this limit ends, 8000 for others
/// - `logs`: most console lines that may be seen of it
/// - `parent`: `any` when the parent may end as well
/// - `storageMb`: what all Durable Objects of a program of `hostile-projects` may store, 4096 where nothing is said
/// - `subRequests`: what an event of a program of `hostile-projects` may send, 40 where nothing is said
/// - `event`: which event a program of `hostile-projects` gets, `fetch` where nothing is said
record HostileProgram(String name, String code, Map<String, String> settings) {
    private static final Path FOLDER = Path.of("src", "test", "resources");

    /// System property that names the programs that run, in their order; how each ended is logged then.
    static final String ONLY = "hostile.only";

    /// System property that shuffles the programs of `hostile`: a number for each order.
    static final String SEED = "hostile.seed";

    /// System property that says how many times all of them run, one after the other, in the same engine.
    private static final String ROUNDS = "hostile.rounds";

    /// What every one of them may have, CPU time aside.
    static final Limits LIMITS = Limits.DEFAULT
            .with(Limit.CPU, 8000)
            .with(Limit.START_CPU, 300)
            .with(Limit.WALL, 1500)
            .with(Limit.WAIT_UNTIL, 100)
            .with(Limit.MEMORY, 24)
            .with(Limit.SUBREQUESTS, 40)
            .with(Limit.RESPONSE, 1)
            .with(Limit.LOG_LINES, 100)
            .with(Limit.LOG_SIZE, 1)
            .with(Limit.ISOLATES, 12)
            .with(Limit.TIMERS, 200)
            .with(Limit.OPERATIONS, 500)
            .with(Limit.SOCKETS, 10);

    static Stream<HostileProgram> all(String folder) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
            var once = files.sorted()
                    .map(HostileProgram::read)
                    .filter(HostileProgram::isWanted)
                    .sorted(Comparator.comparing(HostileProgram::place))
                    .toList();
            return Collections.nCopies(Integer.getInteger(ROUNDS, 1), once).stream()
                    .flatMap(List::stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isWanted() {
        return place() >= 0;
    }

    /// Where those that run are named in an order.
    private int place() {
        String only = System.getProperty(ONLY);
        return only == null ? 0 : List.of(only.split(",", -1)).indexOf(name);
    }

    /// Logs how it ended, where only some run.
    void log(Supplier<String> ending) {
        if (System.getProperty(ONLY) != null) {
            System.getLogger(HostileProgram.class.getName())
                    .log(System.Logger.Level.INFO, () -> this + ": " + ending.get());
        }
    }

    private static HostileProgram read(Path file) {
        try {
            String code = Files.readString(file);
            Map<String, String> settings = new HashMap<>();
            List<String> comments = code.lines()
                    .takeWhile(line -> line.startsWith("// "))
                    .skip(1)
                    .toList();
            for (String line : comments) {
                int colon = line.indexOf(": ");
                settings.put(line.substring(3, colon), line.substring(colon + 2));
            }
            return new HostileProgram(file.getFileName().toString().replace(".js", ""), code, settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> outcomes() {
        return Set.of(setting("expect", "ok").split("\\|", -1));
    }

    String setting(String key, String otherwise) {
        return settings.getOrDefault(key, otherwise);
    }

    String cpuMillis() {
        return setting("cpuMs", outcomes().contains(EventOutcome.EXCEEDED_CPU.word()) ? "80" : "8000");
    }

    boolean isPassedOn() {
        return setting("mode", "").equals("pass");
    }

    boolean mayLoseEngine() {
        return !setting("engine", "kept").equals("kept");
    }

    /// Whether it costs its engine as a rule.
    boolean isCostly() {
        return mayLoseEngine() && !setting("engine", "kept").equals("perhaps");
    }

    boolean mustLoseEngine() {
        return setting("engine", "kept").equals("replaced");
    }

    @Override
    public String toString() {
        return name;
    }
}
