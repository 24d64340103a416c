package dev.dynamicworkers.playground.core.project;

import dev.dynamicworkers.playground.core.json.JsonValue;
import dev.dynamicworkers.playground.core.json.JsonValue.NumberValue;
import dev.dynamicworkers.playground.core.json.JsonValue.ObjectValue;
import dev.dynamicworkers.playground.core.json.JsoncEditor;
import dev.dynamicworkers.playground.core.json.JsoncException;
import dev.dynamicworkers.playground.core.json.JsoncReader;
import dev.dynamicworkers.playground.core.json.SourcePosition;
import dev.dynamicworkers.playground.core.util.AtomicFile;
import dev.dynamicworkers.playground.core.worker.HostIoException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The file in which a project keeps its overlay: text, and what the text says. A change touches only what it is about:
/// comments, order and unknown keys stay. Immutable; reading and saving block.
///
/// @param text as it stands on disk or was changed since, empty for no file
/// @param overlay what it says about grants and limits
/// @param problems warnings and notes
/// @param access whether it can be saved
/// @param changes made since it was read
public record PlaygroundFile(
        String text, Overlay overlay, List<ConfigProblem> problems, Access access, List<Change> changes) {
    /// Path of the file within the project.
    public static final String NAME = ".playground/playground.json";

    /// The version of the format that this playground writes.
    public static final int VERSION = 1;

    private static final PlaygroundFile NONE =
            new PlaygroundFile("", Overlay.NONE, List.of(), Access.READ_WRITE, List.of());

    public PlaygroundFile {
        changes = List.copyOf(changes);
        problems = List.copyOf(problems);
    }

    /// A file as it was read.
    public PlaygroundFile(String text, Overlay overlay, List<ConfigProblem> problems, Access access) {
        this(text, overlay, problems, access, List.of());
    }

    /// A value that was set or removed.
    ///
    /// @param path keys from the top on
    /// @param json null for a value that was removed
    public record Change(List<String> path, @Nullable String json) {
        public Change {
            path = List.copyOf(path);
        }
    }

    /// What may be done with the file.
    public enum Access {
        READ_WRITE,
        /// A newer playground wrote it: what this one does not understand of it would be at risk.
        READ_ONLY
    }

    /// Reads the file of a project; an empty one where there is none.
    ///
    /// @throws ProjectException when it does not say what it should, with all problems
    public static PlaygroundFile read(Path folder) {
        try {
            return of(Files.readString(folder.resolve(NAME)));
        } catch (NoSuchFileException absent) {
            return NONE;
        } catch (IOException failure) {
            throw new HostIoException("can't read " + NAME, failure);
        }
    }

    /// Understands a text.
    ///
    /// @throws ProjectException when it does not say what it should, with all problems
    public static PlaygroundFile of(String text) {
        Problems problems = new Problems();
        ObjectValue json = json(text, problems).orElse(null);
        if (json == null) {
            throw new ProjectException(problems.sorted());
        }
        Access access = access(json, problems);
        Overlay overlay = new OverlayReader(NAME, problems).read(json);
        if (problems.hasErrors()) {
            throw new ProjectException(problems.sorted());
        }
        return new PlaygroundFile(text, overlay, problems.sorted(), access, List.of());
    }

    private static Optional<ObjectValue> json(String text, Problems problems) {
        try {
            if (JsoncReader.read(text) instanceof ObjectValue object) {
                return Optional.of(object);
            }
            problems.error(NAME, SourcePosition.START, "The file must be an object.", "Put it into braces.");
        } catch (JsoncException broken) {
            problems.error(
                    NAME,
                    broken.position(),
                    "Not valid JSON: " + broken.getMessage() + ".",
                    "Correct it, or remove the file; comments and trailing commas are allowed.");
        }
        return Optional.empty();
    }

    private static Access access(ObjectValue json, Problems problems) {
        JsonValue version = json.get("version").orElse(null);
        SourcePosition position = OverlayReader.versionPosition(json);
        if (version == null) {
            problems.info(NAME, position, "\"version\" is missing.", "Add \"version\": " + VERSION + ".");
        } else if (!(version instanceof NumberValue number) || number.value().compareTo(BigDecimal.ONE) < 0) {
            problems.error(NAME, position, "\"version\" is not a version.", "Write \"version\": " + VERSION + ".");
        } else if (number.value().compareTo(BigDecimal.valueOf(VERSION)) > 0) {
            problems.warning(
                    NAME,
                    position,
                    "A newer playground wrote this file (version " + number.value() + ", known is " + VERSION
                            + "): what is understood of it applies, and it is not changed.",
                    "Use the newer playground to change it.");
            return Access.READ_ONLY;
        }
        return Access.READ_WRITE;
    }

    // ---- changes ----

    /// With a grant of the parent.
    ///
    /// @param binding key of `env`, or `*`
    public PlaygroundFile grantingParent(String binding, Grant grant) {
        return set(List.of("parent", "grants", binding), GrantJson.of(grant));
    }

    /// With a grant of a dynamic worker.
    ///
    /// @param worker loader name, label or pattern
    /// @param binding key of `env`, or `*`
    public PlaygroundFile grantingDynamic(String worker, String binding, Grant grant) {
        return set(List.of("dynamicWorkers", worker, "grants", binding), GrantJson.of(grant));
    }

    /// With any value of the file.
    ///
    /// @param path keys from the top on
    /// @param json the value; one of several lines stays as it is written, with its comments
    /// @throws ProjectException when the file would not say what it should
    public PlaygroundFile with(List<String> path, String json) {
        if (json.indexOf('\n') < 0 || text.isEmpty()) {
            return set(path, JsoncReader.read(json));
        }
        return changed(JsoncEditor.put(text, path, json), new Change(path, json));
    }

    /// Without a value of the file.
    ///
    /// @param path keys from the top on
    public PlaygroundFile without(List<String> path) {
        return text.isEmpty() ? this : changed(JsoncEditor.remove(text, path), new Change(path, null));
    }

    private PlaygroundFile changed(String now, Change change) {
        PlaygroundFile file = of(now);
        List<Change> all = new ArrayList<>(changes);
        all.add(change);
        return new PlaygroundFile(now, file.overlay, file.problems, file.access, all);
    }

    private PlaygroundFile set(List<String> path, JsonValue value) {
        String start = text.isEmpty() ? "{\n  \"version\": " + VERSION + "\n}\n" : text;
        return changed(JsoncEditor.set(start, new ArrayList<>(path), value), new Change(path, value.toJson()));
    }

    /// Writes the file, as a whole or not at all. What changed since it was read is changed in the file as it is on
    /// disk by now: what others wrote there meanwhile stays.
    ///
    /// @throws HostIoException when it can't be written
    /// @throws ProjectException when a newer playground wrote it, or when it does not say by now what it should
    public void save(Path folder) {
        PlaygroundFile target = changes.isEmpty() ? this : onTopOf(read(folder));
        if (access == Access.READ_ONLY || target.access == Access.READ_ONLY) {
            throw new ProjectException(target.access == Access.READ_ONLY ? target.problems : problems);
        }
        try {
            AtomicFile.write(folder.resolve(NAME), target.text);
        } catch (IOException failure) {
            throw new HostIoException("can't write " + NAME, failure);
        }
    }

    private PlaygroundFile onTopOf(PlaygroundFile disk) {
        PlaygroundFile merged = disk;
        for (Change each : changes) {
            merged = each.json == null ? merged.without(each.path) : merged.with(each.path, each.json);
        }
        return merged;
    }
}
