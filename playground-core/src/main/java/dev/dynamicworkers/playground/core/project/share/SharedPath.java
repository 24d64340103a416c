package dev.dynamicworkers.playground.core.project.share;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Which paths of a project leave it, and which names are taken from others.
final class SharedPath {
    private static final Set<String> OWN = Set.of(".playground", ".wrangler", ".git", ".hg", ".svn", "node_modules");
    private static final Set<String> NOISE = Set.of(".DS_Store", "Thumbs.db", "__MACOSX");
    private static final Pattern SECRET = Pattern.compile("\\.(dev\\.vars|env)(\\..+)?");
    private static final Pattern TEMPORARY = Pattern.compile("\\..*\\.tmp|.*~");
    private static final Pattern EXAMPLE = Pattern.compile(".*\\.(example|sample|template)");
    private static final Pattern DEVICE =
            Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 240;

    private SharedPath() {}

    /// Why a file or folder with this path stays at home, in a few words; empty when it goes along.
    ///
    /// @param path with `/`
    static String reasonToStay(String path) {
        List<String> parts = Arrays.asList(path.split("/"));
        String name = parts.getLast();
        if (parts.stream().anyMatch(OWN::contains)) {
            return "belongs to this machine";
        }
        if (SECRET.matcher(name).matches() && !EXAMPLE.matcher(name).matches()) {
            return "has secrets";
        }
        if (TEMPORARY.matcher(name).matches() || parts.stream().anyMatch(NOISE::contains)) {
            return "is no part of the project";
        }
        return "";
    }

    /// What is wrong with a name in an archive of someone else; empty for one that can be a file of a project on any
    /// system.
    static String fault(String path) {
        if (path.isEmpty() || path.startsWith("/") || path.indexOf('\\') >= 0 || path.indexOf(':') >= 0) {
            return "is not a path within a project";
        }
        if (path.length() > LONGEST) {
            return "is longer than " + LONGEST + " characters";
        }
        for (String part : path.split("/", -1)) {
            if (part.equals("..") || part.equals(".") || part.isEmpty()) {
                return "leads out of the project";
            }
            boolean odd = part.chars().anyMatch(c -> c < ' ' || "<>\"|?*".indexOf(c) >= 0);
            if (odd
                    || part.endsWith(".")
                    || part.endsWith(" ")
                    || DEVICE.matcher(part).matches()) {
                return "is no file name on every system";
            }
        }
        return "";
    }

    /// The same text for names that are one file on systems that don't tell capitals from small letters.
    static String folded(String path) {
        return path.toLowerCase(Locale.ROOT);
    }
}
