package dev.dynamicworkers.playground.app.cli;

import dev.dynamicworkers.playground.core.profile.CpuProfile;
import dev.dynamicworkers.playground.core.profile.ProfileFile;
import dev.dynamicworkers.playground.core.profile.ProfileTimes;
import dev.dynamicworkers.playground.core.profile.ProfileTimes.Spent;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Where the time of a run went, as `run --profile` writes and prints it.
///
/// @param file that it was written into
record ProfileReport(Path file, CpuProfile profile) {
    private static final int MOST_PRINTED = 5;
    private static final int MOST_REPORTED = 50;

    /// Looks whether a file can be written later.
    ///
    /// @throws UsageException where it can't
    static void check(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            throw new UsageException("--profile wants a file, and " + file + " is a folder");
        }
        if (folder == null || !Files.isWritable(folder)) {
            throw new UsageException(
                    "--profile can't write to " + file + ": there is no folder " + folder + " that can be written to");
        }
    }

    /// Writes the profile.
    ///
    /// @param project its folder
    /// @throws UsageException where that fails
    static ProfileReport write(CpuProfile profile, Path project, Path file) {
        try {
            ProfileFile.write(profile, project.toAbsolutePath(), file);
        } catch (IOException refused) {
            throw new UsageException("the profile could not be written to " + file + ": " + refused.getMessage());
        }
        return new ProfileReport(file, profile);
    }

    /// Prints what took most of the time.
    void print(PrintWriter out, Terminal terminal) {
        ProfileTimes times = ProfileTimes.of(profile, ProfileTimes.ALL);
        out.println();
        out.println(terminal.bold("Profile")
                + terminal.faint(String.format(
                        Locale.ROOT,
                        "  %,d samples in %s of running code, one each %s, %,d missed",
                        profile.taken(),
                        millis(times.runMicros()),
                        millis(profile.intervalMicros()),
                        profile.missed())));
        for (Spent spent : times.functions().stream().limit(MOST_PRINTED).toList()) {
            double share = times.runMicros() == 0 ? 0 : 100.0 * spent.selfMicros() / times.runMicros();
            out.println(String.format(Locale.ROOT, "  %5.1f %%  %9s  ", share, millis(spent.selfMicros()))
                    + terminal.cyan(Terminal.safe(spent.worker().label()) + "  ")
                    + Terminal.safe(name(spent.function()))
                    + terminal.faint("  " + Terminal.safe(place(spent))));
        }
        out.println(terminal.faint("  written to " + Terminal.safe(file.toString())));
    }

    private static String millis(long micros) {
        return TextReport.millis(micros / 1_000.0);
    }

    private static String name(CpuProfile.Function function) {
        return switch (function.kind()) {
            case CODE -> function.name().isEmpty() ? "(anonymous)" : function.name();
            case BUILTIN -> function.name();
            case RUNTIME -> "(runtime)";
        };
    }

    private static String place(Spent spent) {
        String file = file(spent.function());
        return file.isEmpty() ? "" : file + ":" + spent.line();
    }

    private static String file(CpuProfile.Function function) {
        String file = function.file();
        return file == null ? function.module() : file;
    }

    void json(ObjectNode into) {
        ProfileTimes times = ProfileTimes.of(profile, ProfileTimes.ALL);
        into.put("file", file.toString());
        into.put("samples", profile.taken());
        into.put("missed", profile.missed());
        into.put("intervalMs", profile.intervalMicros() / 1_000.0);
        into.put("runMs", times.runMicros() / 1_000.0);
        json(times.functions(), into.putArray("functions"));
        json(times.lines(), into.putArray("lines"));
    }

    private static void json(List<Spent> all, ArrayNode into) {
        for (Spent spent : all.stream().limit(MOST_REPORTED).toList()) {
            CpuProfile.Function function = spent.function();
            String file = file(function);
            var node = into.addObject();
            node.put("function", function.name());
            node.put("kind", CallReport.word(function.kind()));
            node.put("file", file.isEmpty() ? null : file);
            node.put("line", spent.line() == 0 ? null : spent.line());
            node.put("isolate", spent.worker().isolate().number());
            node.put("selfMs", spent.selfMicros() / 1_000.0);
            node.put("totalMs", spent.totalMicros() / 1_000.0);
            node.put("samples", spent.samples());
        }
    }
}
