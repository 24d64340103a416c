package dev.dynamicworkers.playground.core.project;

import dev.dynamicworkers.playground.core.json.JsonValue;
import dev.dynamicworkers.playground.core.json.JsonValue.ObjectValue;
import dev.dynamicworkers.playground.core.json.JsonValue.StringValue;
import dev.dynamicworkers.playground.core.json.JsoncException;
import dev.dynamicworkers.playground.core.json.JsoncReader;
import dev.dynamicworkers.playground.core.json.SourcePosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which folders are paired with a project: those that `services` of its `playground.json` names, which have to be
/// beside it, and those that a person names.
///
/// @param byName folders by the names of their workers
record PairedFolders(Map<String, Path> byName) {
    /// @param root folder of the project
    /// @param named folders that a person names
    static PairedFolders of(Path root, List<Path> named, Problems problems) {
        Map<String, Path> found = new LinkedHashMap<>();
        services(root).ifPresent(services -> {
            for (var member : services.members()) {
                beside(root, member.key(), member.value(), problems)
                        .ifPresent(folder -> add(member.key(), folder, found, problems));
            }
        });
        for (Path each : named) {
            Path folder = each.toAbsolutePath().normalize();
            String name = nameOf(folder);
            if (name == null) {
                problems.error(
                        each.toString(),
                        SourcePosition.WHOLE,
                        "There is no wrangler.jsonc with a \"name\" in this folder, which is to be paired.",
                        "Name the folder of a Wrangler project.");
            } else {
                add(name, folder, found, problems);
            }
        }
        found.values().removeIf(folder -> folder.equals(root));
        return new PairedFolders(found);
    }

    private static void add(String name, Path folder, Map<String, Path> found, Problems problems) {
        Path known = found.putIfAbsent(name, folder);
        if (known != null && !known.equals(folder)) {
            problems.error(
                    PlaygroundFile.NAME,
                    SourcePosition.WHOLE,
                    "Two paired folders have a worker of the name \"" + name + "\": " + known + " and " + folder + ".",
                    "Leave one of them out.");
        }
    }

    /// What is wrong with the file as a whole is told by whoever reads it for its overlay.
    private static Optional<ObjectValue> services(Path root) {
        try {
            return JsoncReader.read(Files.readString(root.resolve(PlaygroundFile.NAME))) instanceof ObjectValue file
                            && file.get("services").orElse(null) instanceof ObjectValue services
                    ? Optional.of(services)
                    : Optional.empty();
        } catch (IOException | JsoncException absent) {
            return Optional.empty();
        }
    }

    /// A file that comes with a project must not reach into any folder of the machine.
    private static Optional<Path> beside(Path root, String name, JsonValue value, Problems problems) {
        if (!(value instanceof StringValue text)) {
            problems.error(
                    PlaygroundFile.NAME,
                    value.position(),
                    "\"services." + name + "\" must be a string.",
                    "Write the path of a folder beside the project, for example \"../" + name + "\".");
            return Optional.empty();
        }
        try {
            Path folder = root.resolve(text.value()).normalize();
            Path parent = root.getParent();
            if (parent != null
                    && parent.equals(folder.getParent())
                    && parent.toRealPath().equals(folder.toRealPath().getParent())) {
                problems.info(
                        PlaygroundFile.NAME,
                        value.position(),
                        "The worker \"" + name + "\" of " + text.value()
                                + " runs beside this one, with its own state and" + " secrets.",
                        "Remove the entry if this project should not reach it.");
                return Optional.of(folder);
            }
        } catch (IOException | InvalidPathException unusable) {
            // Told as what it is.
        }
        problems.error(
                PlaygroundFile.NAME,
                value.position(),
                "\"services." + name + "\" is no folder beside the project: " + text.value() + ".",
                "Write \"../folder\"; a folder elsewhere is paired with --with.");
        return Optional.empty();
    }

    /// The name in the configuration of a folder, null where there is none.
    static @Nullable String nameOf(Path folder) {
        for (String file : ProjectReader.CONFIG_FILES) {
            try {
                if (Files.exists(folder.resolve(file))) {
                    return JsoncReader.read(Files.readString(folder.resolve(file))) instanceof ObjectValue object
                                    && object.get("name").orElse(null) instanceof StringValue name
                            ? name.value()
                            : null;
                }
            } catch (IOException | JsoncException unreadable) {
                return null;
            }
        }
        return null;
    }
}
