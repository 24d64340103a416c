package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.app.settings.JsonFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What was done to a file in an earlier session, which can be undone in this one.
///
/// @param base the text before all steps
/// @param steps in order, each of the text that the one before it left
public record EditHistory(String base, List<Step> steps) {
    private static final int VERSION = 1;
    private static final int LARGEST = 200_000;

    /// A change.
    ///
    /// @param start offset of the first character that it took away
    /// @param end offset behind the last one
    public record Step(int start, int end, String text) {}

    public EditHistory {
        steps = List.copyOf(steps);
    }

    /// The text after all steps; empty when they do not fit together.
    public Optional<String> text() {
        StringBuilder text = new StringBuilder(base);
        for (Step step : steps) {
            if (step.start() < 0 || step.end() < step.start() || step.end() > text.length()) {
                return Optional.empty();
            }
            text.replace(step.start(), step.end(), step.text());
        }
        return Optional.of(text.toString());
    }

    private static JsonFile file(Path project, Path data) {
        return new JsonFile(data.resolve("session").resolve("undo-" + Journal.fileName(project)));
    }

    /// Reads what was kept of a project, by path. Blocks.
    static Map<String, EditHistory> load(Path project, Path data) {
        Map<String, EditHistory> histories = new LinkedHashMap<>();
        file(project, data).read().path("files").properties().forEach(entry -> {
            List<Step> steps = new ArrayList<>();
            for (JsonNode step : entry.getValue().path("steps")) {
                steps.add(new Step(
                        step.path(0).asInt(-1),
                        step.path(1).asInt(-1),
                        step.path(2).asString("")));
            }
            histories.put(
                    entry.getKey(),
                    new EditHistory(entry.getValue().path("base").asString(""), steps));
        });
        return histories;
    }

    /// Keeps the histories of a project's files, by path; those of files with secrets and of very large ones are left
    /// out. Blocks.
    ///
    /// @throws IOException when the disk refuses
    static void save(Map<String, EditHistory> histories, Path project, Path data) throws IOException {
        ObjectNode root = JsonFile.empty();
        root.put("version", VERSION);
        ObjectNode files = root.putObject("files");
        histories.forEach((path, history) -> {
            String name = path.substring(path.lastIndexOf('/') + 1);
            boolean secret = name.startsWith(".dev.vars") || name.startsWith(".env");
            if (!secret && !history.steps().isEmpty() && history.base().length() < LARGEST) {
                ObjectNode written = files.putObject(path).put("base", history.base());
                ArrayNode steps = written.putArray("steps");
                history.steps()
                        .forEach(step -> steps.addArray()
                                .add(step.start())
                                .add(step.end())
                                .add(step.text()));
            }
        });
        file(project, data).write(root);
    }
}
