package dev.dynamicworkers.playground.app.panel.inspector;

import dev.dynamicworkers.playground.app.code.diff.LineDiff;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What would be written into the parent's code.
///
/// @param sentence what this is, or why there is nothing to write
/// @param notes what the code can't say, and whom else a change reaches; whole sentences
/// @param files that would change
/// @param snippet the same as a function that takes a WorkerCode, for where the source can't be found; empty for none
record CodePatch(String sentence, List<String> notes, List<FileChange> files, String snippet) {
    CodePatch {
        notes = List.copyOf(notes);
        files = List.copyOf(files);
    }

    /// A file before and after.
    record FileChange(String path, String before, String after) {}

    /// Says why nothing is written.
    static CodePatch none(String sentence, List<String> notes, String snippet) {
        return new CodePatch(sentence, notes, List.of(), snippet);
    }

    /// All files below one another, as they are and as they would be.
    List<LineDiff.Row> rows() {
        return LineDiff.rows(joined(files, Side.BEFORE), joined(files, Side.AFTER));
    }

    private enum Side {
        BEFORE,
        AFTER
    }

    private static String joined(List<FileChange> files, Side side) {
        return files.stream()
                .map(file -> (files.size() == 1 ? "" : "// " + file.path() + "\n")
                        + (side == Side.BEFORE ? file.before() : file.after()))
                .collect(Collectors.joining("\n"));
    }

    /// A function that takes from a WorkerCode what the rules take.
    ///
    /// @param worker for whom, in a few words
    /// @param block whether it may not reach the network
    static String snippet(String worker, List<String> keys, boolean block, Map<String, Long> limits) {
        StringBuilder out = new StringBuilder("/** Takes from a WorkerCode what the rules of the playground take from ")
                .append(worker)
                .append(". */\nfunction narrowed(code) {\n");
        if (!keys.isEmpty()) {
            out.append("  const { ")
                    .append(keys.stream().map(CodePatch::dropped).collect(Collectors.joining(", ")))
                    .append(", ...env } = code.env ?? {};\n");
        }
        out.append("  return {\n    ...code,\n");
        if (!keys.isEmpty()) {
            out.append("    env,\n");
        }
        if (block) {
            out.append("    globalOutbound: null,\n");
        }
        if (!limits.isEmpty()) {
            out.append("    limits: {\n      ...code.limits,\n");
            limits.forEach((name, value) -> out.append("      ")
                    .append(name)
                    .append(": Math.min(code.limits?.")
                    .append(name)
                    .append(" ?? Infinity, ")
                    .append(value)
                    .append("),\n"));
            out.append("    },\n");
        }
        return out.append("  };\n}\n").toString();
    }

    private static String dropped(String key) {
        return key.matches("[A-Za-z_$][\\w$]*") ? key : "'" + key + "': _" + key.replaceAll("\\W", "_");
    }
}
