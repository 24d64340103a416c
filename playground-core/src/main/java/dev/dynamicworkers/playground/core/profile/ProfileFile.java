package dev.dynamicworkers.playground.core.profile;

import dev.dynamicworkers.playground.core.profile.CpuProfile.Function;
import dev.dynamicworkers.playground.core.profile.CpuProfile.Node;
import dev.dynamicworkers.playground.core.profile.CpuProfile.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes a profile as `.cpuprofile`, which Chrome's developer tools and Visual Studio Code open: times in
/// microseconds, lines of functions from 0, those of ticks from 1. Below the root there is a node for each isolate.
public final class ProfileFile {
    /// How the names of such files end.
    public static final String ENDING = ".cpuprofile";

    private static final int ROOT = 1;
    private static final int IDLE = 2;

    private final JsonMapper json = new JsonMapper();
    private final CpuProfile profile;
    private final @Nullable Path folder;
    private final List<Made> made = new ArrayList<>();
    private final Map<String, Integer> scripts = new HashMap<>();

    /// A node of the file.
    private static final class Made {
        final ObjectNode frame;
        final List<Integer> children = new ArrayList<>();
        final Map<Integer, Integer> ticks = new TreeMap<>();
        int hits;

        Made(ObjectNode frame) {
            this.frame = frame;
        }
    }

    /// What is one node in the file: the same function under the same one.
    private record Edge(int parent, int function) {}

    private ProfileFile(CpuProfile profile, @Nullable Path folder) {
        this.profile = profile;
        this.folder = folder;
    }

    /// The text of the file.
    ///
    /// @param folder root of the project, so that tools find its files; null for paths within it
    public static String text(CpuProfile profile, @Nullable Path folder) {
        return new ProfileFile(profile, folder).write();
    }

    /// Writes the file whole, or leaves what was there.
    public static void write(CpuProfile profile, @Nullable Path folder, Path file) throws IOException {
        Path target = file.toAbsolutePath();
        Path draft = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            Files.writeString(draft, text(profile, folder));
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private String write() {
        add(0, frame("(root)", "", 0, 0));
        add(ROOT, frame("(idle)", "", 0, 0));
        int[] numbers = numbers();
        ObjectNode file = json.createObjectNode();
        long start = profile.startedAt().getEpochSecond() * 1_000_000
                + profile.startedAt().getNano() / 1_000;
        ArrayNode samples = json.createArrayNode();
        ArrayNode deltas = json.createArrayNode();
        long delta = 0;
        for (Sample sample : profile.samples()) {
            int number = sample.node() == CpuProfile.NONE ? IDLE : numbers[sample.node()];
            samples.add(number);
            // From the sample before, the first one from the start.
            deltas.add(delta);
            delta = sample.micros();
            Made node = made.get(number - 1);
            node.hits++;
            if (sample.node() != CpuProfile.NONE) {
                int line = profile.nodes().get(sample.node()).line();
                if (line > 0) {
                    node.ticks.merge(line, 1, Integer::sum);
                }
            }
        }
        file.set("nodes", nodes());
        file.put("startTime", start);
        file.put("endTime", start + profile.totalMicros());
        file.set("samples", samples);
        file.set("timeDeltas", deltas);
        ObjectNode own = file.putObject("playground");
        own.put("intervalMicros", profile.intervalMicros());
        own.put("missedSamples", profile.missed());
        return json.writeValueAsString(file);
    }

    /// Number of each node of the profile in the file.
    private int[] numbers() {
        Map<Integer, Integer> workers = new LinkedHashMap<>();
        Map<Edge, Integer> known = new HashMap<>();
        List<Node> nodes = profile.nodes();
        int[] numbers = new int[nodes.size()];
        for (int i = 0; i < numbers.length; i++) {
            Node node = nodes.get(i);
            Function function = profile.functions().get(node.function());
            int parent = node.parent() == CpuProfile.NONE
                    ? workers.computeIfAbsent(
                            function.worker(),
                            worker -> add(
                                    ROOT,
                                    frame(
                                            "(isolate "
                                                    + profile.workers()
                                                            .get(worker)
                                                            .label() + ")",
                                            "",
                                            0,
                                            0)))
                    : numbers[node.parent()];
            numbers[i] = known.computeIfAbsent(new Edge(parent, node.function()), edge -> add(parent, frame(function)));
        }
        return numbers;
    }

    private int add(int parent, ObjectNode frame) {
        made.add(new Made(frame));
        int number = made.size();
        if (parent > 0) {
            made.get(parent - 1).children.add(number);
        }
        return number;
    }

    private ObjectNode frame(Function function) {
        return switch (function.kind()) {
            case CODE -> frame(function.name(), url(function), function.line(), function.column());
            case BUILTIN -> frame(function.name(), "", 0, 0);
            case RUNTIME -> frame("(runtime)", "", 0, 0);
        };
    }

    private String url(Function function) {
        String file = function.file();
        if (file == null) {
            return function.module();
        }
        return folder == null ? file : folder.resolve(file).toUri().toString();
    }

    private ObjectNode frame(String name, String url, int line, int column) {
        ObjectNode frame = json.createObjectNode();
        frame.put("functionName", name);
        frame.put(
                "scriptId",
                url.isEmpty() ? "0" : String.valueOf(scripts.computeIfAbsent(url, another -> scripts.size() + 1)));
        frame.put("url", url);
        frame.put("lineNumber", line - 1);
        frame.put("columnNumber", column - 1);
        return frame;
    }

    private ArrayNode nodes() {
        ArrayNode nodes = json.createArrayNode();
        for (int i = 0; i < made.size(); i++) {
            Made each = made.get(i);
            ObjectNode node = nodes.addObject();
            node.put("id", i + 1);
            node.set("callFrame", each.frame);
            node.put("hitCount", each.hits);
            if (!each.children.isEmpty()) {
                ArrayNode children = node.putArray("children");
                each.children.forEach(children::add);
            }
            if (!each.ticks.isEmpty()) {
                ArrayNode ticks = node.putArray("positionTicks");
                each.ticks.forEach(
                        (line, count) -> ticks.addObject().put("line", line).put("ticks", count));
            }
        }
        return nodes;
    }
}
