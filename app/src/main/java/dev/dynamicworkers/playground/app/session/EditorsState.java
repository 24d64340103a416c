package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.app.settings.JsonFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Which files were open in a project, and where in them the person was; kept between starts.
///
/// @param tabs paths in the order of their tabs
/// @param front paths of the tabs in front, one for each side at most
/// @param active path of the file that had the focus last, empty for none
/// @param carets by path
/// @param split paths of the files that were shown in two views
public record EditorsState(
        List<String> tabs, List<String> front, String active, Map<String, Caret> carets, Set<String> split) {
    /// Of a project that was never open.
    public static final EditorsState NONE = new EditorsState(List.of(), List.of(), "", Map.of(), Set.of());

    private static final int VERSION = 1;

    /// A place in a file; both count from 1.
    public record Caret(int line, int column) {}

    public EditorsState {
        tabs = List.copyOf(tabs);
        front = List.copyOf(front);
        carets = Map.copyOf(carets);
        split = Set.copyOf(split);
    }

    private static JsonFile file(Path project, Path data) {
        return new JsonFile(data.resolve("session").resolve(Journal.fileName(project)));
    }

    /// Reads what was kept of a project. Blocks.
    static EditorsState load(Path project, Path data) {
        ObjectNode root = file(project, data).read();
        Map<String, Caret> carets = new LinkedHashMap<>();
        root.path("carets")
                .properties()
                .forEach(entry -> carets.put(
                        entry.getKey(),
                        new Caret(
                                entry.getValue().path(0).asInt(1),
                                entry.getValue().path(1).asInt(1))));
        return new EditorsState(
                strings(root.path("tabs")),
                strings(root.path("front")),
                root.path("active").asString(""),
                carets,
                Set.copyOf(strings(root.path("split"))));
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(entry -> strings.add(entry.asString("")));
        return strings;
    }

    /// Keeps it. Blocks.
    ///
    /// @throws IOException when the disk refuses
    void save(Path project, Path data) throws IOException {
        ObjectNode root = JsonFile.empty();
        root.put("version", VERSION);
        root.put("project", project.toString());
        tabs.forEach(root.putArray("tabs")::add);
        front.forEach(root.putArray("front")::add);
        root.put("active", active);
        ObjectNode places = root.putObject("carets");
        carets.forEach((path, caret) -> places.putArray(path).add(caret.line()).add(caret.column()));
        split.stream().sorted().forEach(root.putArray("split")::add);
        file(project, data).write(root);
    }
}
