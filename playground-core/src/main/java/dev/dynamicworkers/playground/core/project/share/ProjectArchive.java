package dev.dynamicworkers.playground.core.project.share;

import dev.dynamicworkers.playground.core.json.JsonValue.NumberValue;
import dev.dynamicworkers.playground.core.json.JsonValue.ObjectValue;
import dev.dynamicworkers.playground.core.json.JsoncException;
import dev.dynamicworkers.playground.core.json.JsoncReader;
import dev.dynamicworkers.playground.core.project.PlaygroundFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// A project that someone else packed: a `.dwplay` file, or a plain zip file of a project's folder. Reading one checks
/// all of it and writes nothing. Immutable.
///
/// @param source where it was read from
/// @param kind what it claims to be
/// @param files contents by path, sorted; not to be changed
/// @param requested the rules that its author had, as text of [PlaygroundFile]; empty for none. They are shown, and
/// never in force: whoever opens the file grants anew
/// @param runs records of runs that came along, each a JSON text of a playground's window; empty for none
/// @param leftOut what is not taken, each as `path (reason)`
public record ProjectArchive(
        Path source,
        Kind kind,
        SortedMap<String, byte[]> files,
        String requested,
        SortedMap<String, byte[]> runs,
        List<String> leftOut) {
    /// The suffix of files that hold a whole playground.
    public static final String SUFFIX = ".dwplay";

    /// The version of the format that this playground writes.
    public static final int VERSION = 1;

    private static final String MANIFEST = "dwplay.json";
    private static final String RUNS = "dwplay-runs/";
    private static final String RULES = "dwplay-requested.json";

    /// A dynamic worker of a stranger gets nothing until someone has looked: no key of `env`, whatever the parent's
    /// code gives.
    private static final String NOTHING_GRANTED = """
        {
          "version": 1,
          // This project came from someone else, so its dynamic workers start with nothing.
          // Take a rule away, or set it to "on", for what you want to grant.
          "dynamicWorkers": {
            "*": { "grants": { "*": "off" } }
          }
        }
        """;

    public ProjectArchive {
        leftOut = List.copyOf(leftOut);
    }

    /// What an archive claims to be.
    public enum Kind {
        /// A whole playground.
        PLAYGROUND,
        /// The folder of a project.
        FOLDER
    }

    /// Writes a playground: the project without secrets, and its rules as a request.
    ///
    /// @param runs JSON texts of runs by file name, without secrets
    /// @throws SharingException when the disk refuses
    public static void write(ProjectExport project, Path folder, Path target, SortedMap<String, byte[]> runs)
            throws SharingException {
        try {
            SortedMap<String, byte[]> contents = project.contents();
            contents.put(MANIFEST, ("{ \"version\": " + VERSION + " }\n").getBytes(StandardCharsets.UTF_8));
            Path rules = folder.resolve(PlaygroundFile.NAME);
            if (Files.isRegularFile(rules)) {
                contents.put(RULES, Files.readAllBytes(rules));
            }
            runs.forEach((name, text) -> contents.put(RUNS + name, text));
            ZipWriter.write(target, contents);
        } catch (IOException refused) {
            throw new SharingException("Can't write " + target + ": " + refused.getMessage() + ".", refused);
        }
    }

    /// Reads and checks a file.
    ///
    /// @throws SharingException when it is damaged, too large, or has what a project can't have
    public static ProjectArchive read(Path source) throws SharingException {
        if (!Files.isRegularFile(source)) {
            throw new SharingException(source + " is not there, or is no file; name a .dwplay or .zip file.");
        }
        try {
            List<ZipDirectory.Entry> entries = ZipDirectory.read(source);
            check(source, entries);
            return unpacked(source, entries);
        } catch (IOException | IllegalArgumentException damaged) {
            throw new SharingException(
                    source + " can't be read: " + damaged.getMessage() + ". Ask for the file again.", damaged);
        }
    }

    private static void check(Path source, List<ZipDirectory.Entry> entries) throws SharingException {
        long bytes = 0;
        Set<String> seen = new HashSet<>();
        for (ZipDirectory.Entry entry : entries) {
            String path =
                    entry.kind() == ZipDirectory.Kind.FOLDER ? entry.name().replaceFirst("/$", "") : entry.name();
            String fault = SharedPath.fault(path);
            if (entry.kind() == ZipDirectory.Kind.OTHER) {
                fault = "is a link or a device, which no project needs";
            }
            if (fault.isEmpty() && !seen.add(SharedPath.folded(entry.name()))) {
                fault = "is in it twice";
            }
            if (!fault.isEmpty()) {
                throw refused(source, "\"" + shown(entry.name()) + "\" in it " + fault);
            }
            bytes += entry.size();
        }
        long files = entries.stream()
                .filter(entry -> entry.kind() == ZipDirectory.Kind.FILE)
                .count();
        if (files > ProjectExport.MOST_FILES) {
            throw refused(source, "it has " + files + " files, at most " + ProjectExport.MOST_FILES + " are taken");
        }
        if (bytes > ProjectExport.MOST_BYTES) {
            throw tooLarge(source);
        }
    }

    private static SharingException refused(Path source, String reason) {
        return new SharingException(
                source + " is refused: " + reason + ". Nothing was unpacked; ask for a file without it.");
    }

    private static SharingException tooLarge(Path source) {
        return refused(source, "it has more than " + (ProjectExport.MOST_BYTES >> 20) + " MiB once it is unpacked");
    }

    private static String shown(String name) {
        String clean = name.replaceAll("\\p{Cntrl}", "?");
        return clean.length() > 80 ? clean.substring(0, 80) + "\u2026" : clean;
    }

    private static ProjectArchive unpacked(Path source, List<ZipDirectory.Entry> entries)
            throws IOException, SharingException {
        SortedMap<String, byte[]> all = new TreeMap<>();
        // What an archive says of its sizes is not believed.
        long room = ProjectExport.MOST_BYTES;
        try (ZipFile zip = new ZipFile(source.toFile())) {
            for (ZipDirectory.Entry entry : entries) {
                ZipEntry known = zip.getEntry(entry.name());
                if (entry.kind() != ZipDirectory.Kind.FILE) {
                    continue;
                }
                if (known == null) {
                    throw new ZipException("its list of files is damaged");
                }
                try (InputStream content = zip.getInputStream(known)) {
                    byte[] bytes = content.readNBytes((int) room + 1);
                    room -= bytes.length;
                    if (room < 0) {
                        throw tooLarge(source);
                    }
                    all.put(entry.name(), bytes);
                }
            }
        }
        byte[] manifest = all.remove(MANIFEST);
        byte[] rules = all.remove(RULES);
        SortedMap<String, byte[]> runs = new TreeMap<>();
        if (manifest != null) {
            SortedMap<String, byte[]> came = all.subMap(RUNS, RUNS + Character.MAX_VALUE);
            came.forEach((path, text) -> runs.put(path.substring(RUNS.length()), text));
            came.clear();
        }
        if (manifest != null) {
            checkVersion(source, manifest);
        }
        return sorted(
                source,
                manifest == null ? Kind.FOLDER : Kind.PLAYGROUND,
                withoutOuterFolder(all),
                rules == null ? "" : new String(rules, StandardCharsets.UTF_8),
                runs);
    }

    private static void checkVersion(Path source, byte[] manifest) throws SharingException {
        try {
            boolean known = JsoncReader.read(new String(manifest, StandardCharsets.UTF_8)) instanceof ObjectValue object
                    && object.get("version").orElse(null) instanceof NumberValue version
                    && version.value().intValue() == VERSION;
            if (!known) {
                throw new SharingException(source + " was written by a newer playground; use that one to open it.");
            }
        } catch (JsoncException broken) {
            throw new SharingException(source + " is damaged: " + MANIFEST + " in it is no JSON.", broken);
        }
    }

    /// Files of a zip of a folder stand in that folder.
    private static SortedMap<String, byte[]> withoutOuterFolder(SortedMap<String, byte[]> all) {
        Set<String> tops = new HashSet<>();
        all.keySet().forEach(path -> tops.add(path.contains("/") ? path.substring(0, path.indexOf('/') + 1) : ""));
        if (tops.size() != 1 || tops.contains("")) {
            return all;
        }
        int length = tops.iterator().next().length();
        SortedMap<String, byte[]> inner = new TreeMap<>();
        all.forEach((path, bytes) -> inner.put(path.substring(length), bytes));
        return inner;
    }

    private static ProjectArchive sorted(
            Path source, Kind kind, Map<String, byte[]> all, String requested, SortedMap<String, byte[]> runs)
            throws SharingException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        List<String> leftOut = new ArrayList<>();
        all.forEach((path, bytes) -> {
            String reason = SharedPath.reasonToStay(path);
            if (reason.isEmpty()) {
                files.put(path, bytes);
            } else {
                leftOut.add(path + " (" + reason + ")");
            }
        });
        if (files.keySet().stream().noneMatch(path -> path.matches("wrangler\\.(jsonc|json|toml)"))) {
            throw new SharingException(
                    source + " has no project: there is no wrangler.jsonc at its top. Ask for the whole folder.");
        }
        return new ProjectArchive(source, kind, files, requested, runs, leftOut);
    }

    /// Bytes of all files.
    public long size() {
        return files.values().stream().mapToLong(bytes -> bytes.length).sum();
    }

    /// Makes a new project of it, as a whole or not at all. Its dynamic workers are granted nothing, and the network is
    /// blocked.
    ///
    /// @param target a folder that is not there yet, or an empty one
    /// @throws SharingException when there is something already, or the disk refuses
    public void unpack(Path target) throws SharingException {
        SortedMap<String, byte[]> contents = new TreeMap<>(files);
        contents.put(PlaygroundFile.NAME, NOTHING_GRANTED.getBytes(StandardCharsets.UTF_8));
        try {
            NewFolder.fill(target, contents);
        } catch (IOException refused) {
            throw new SharingException("Can't write to " + target + ": " + refused.getMessage() + ".", refused);
        }
    }
}
