package dev.dynamicworkers.playground.core.project;

import dev.dynamicworkers.playground.core.json.JsonValue.ArrayValue;
import dev.dynamicworkers.playground.core.json.JsonValue.BooleanValue;
import dev.dynamicworkers.playground.core.json.SourcePosition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reads `assets` of the configuration, and looks whether the platform would take the files. For one reading.
record AssetsReader(ConfigObject assets, Problems problems) {
    private static final int MOST_PATTERNS = 100;

    /// What is declared, empty after a problem.
    Optional<StaticAssets> read() {
        Optional<String> directory = assets.required("directory").flatMap(this::inside);
        var html = choice(
                "html_handling",
                StaticAssets.Html.values(),
                StaticAssets.Html::word,
                StaticAssets.Html.AUTO_TRAILING_SLASH);
        var notFound = choice(
                "not_found_handling",
                StaticAssets.NotFound.values(),
                StaticAssets.NotFound::word,
                StaticAssets.NotFound.NONE);
        List<String> patterns = patterns();
        boolean first =
                assets.json().get("run_worker_first").orElse(null) instanceof BooleanValue truth && truth.value();
        return directory.map(
                path -> new StaticAssets(path, assets.string("binding").orElse(null), html, notFound, first, patterns));
    }

    private Optional<String> inside(String directory) {
        try {
            Path path = Path.of(directory.replace('\\', '/')).normalize();
            if (!path.isAbsolute() && !path.startsWith("..")) {
                return Optional.of(path.toString().replace('\\', '/'));
            }
        } catch (InvalidPathException invalid) {
            // Told as what it is: no folder of the project.
        }
        problems.error(
                assets.file(),
                assets.positionOf("directory"),
                "\"assets.directory\" is no folder of the project: " + directory + ".",
                "Write a path that is relative to the project's folder and stays inside of it.");
        return Optional.empty();
    }

    private <T> T choice(String key, T[] values, Function<T, String> word, T usual) {
        Optional<String> written = assets.string(key);
        if (written.isEmpty()) {
            return usual;
        }
        return Arrays.stream(values)
                .filter(each -> word.apply(each).equals(written.get()))
                .findFirst()
                .orElseGet(() -> {
                    problems.error(
                            assets.file(),
                            assets.positionOf(key),
                            "There is no \"" + key + "\" of the name \"" + written.get() + "\".",
                            "Use " + Arrays.stream(values).map(word).collect(Collectors.joining(", ")) + ".");
                    return usual;
                });
    }

    private List<String> patterns() {
        if (!(assets.json().get("run_worker_first").orElse(null) instanceof ArrayValue)) {
            if (assets.json().get("run_worker_first").isPresent()) {
                var unused = assets.flag("run_worker_first");
            }
            return List.of();
        }
        List<String> patterns = new ArrayList<>();
        for (String each : assets.strings("run_worker_first")) {
            if (each.startsWith("/") || each.startsWith("!/")) {
                patterns.add(each);
            } else {
                problems.error(
                        assets.file(),
                        assets.positionOf("run_worker_first"),
                        "A pattern of \"run_worker_first\" begins with \"/\" or \"!/\": " + each + ".",
                        "Write for example \"/api/*\".");
            }
        }
        if (!patterns.isEmpty() && patterns.stream().allMatch(each -> each.startsWith("!"))) {
            problems.error(
                    assets.file(),
                    assets.positionOf("run_worker_first"),
                    "\"run_worker_first\" has exceptions and nothing that they are exceptions from.",
                    "Add a pattern such as \"/*\".");
        }
        if (patterns.size() > MOST_PATTERNS) {
            problems.error(
                    assets.file(),
                    assets.positionOf("run_worker_first"),
                    "\"run_worker_first\" has more than " + MOST_PATTERNS + " patterns.",
                    "Use wider patterns.");
        }
        return patterns;
    }

    /// Tells what the platform would refuse: no folder, too many files, files that are too large, or the code of the
    /// worker among them.
    static void check(Path root, StaticAssets assets, String file, Problems problems) {
        Path folder = root.resolve(assets.directory());
        if (!Files.isDirectory(folder)) {
            problems.error(
                    file,
                    SourcePosition.WHOLE,
                    "The folder of \"assets.directory\" does not exist: " + assets.directory() + ".",
                    "Make it, for example by building the pages, or correct the path.");
            return;
        }
        IgnoreRules ignored = IgnoreRules.of(ignored(folder));
        int[] count = {0};
        try (var files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            files.filter(Files::isRegularFile)
                    .filter(each -> !ignored.ignores(path(folder, each)))
                    .limit(StaticAssets.MOST_FILES + 1L)
                    .forEach(each -> {
                        count[0]++;
                        checkSize(root, each, problems);
                    });
        } catch (IOException | UncheckedIOException e) {
            problems.warning(
                    assets.directory(),
                    SourcePosition.WHOLE,
                    "This folder can't be read: " + e.getMessage(),
                    "Check it.");
        }
        if (count[0] > StaticAssets.MOST_FILES) {
            problems.warning(
                    assets.directory(),
                    SourcePosition.WHOLE,
                    "There are more than " + StaticAssets.MOST_FILES + " assets, which Cloudflare does not take.",
                    "Leave some out with .assetsignore.");
        }
        if (Files.exists(folder.resolve("_worker.js")) && !ignored.ignores("_worker.js")) {
            problems.warning(
                    assets.directory() + "/_worker.js",
                    SourcePosition.WHOLE,
                    "This file is code of a worker among the assets, and would be public.",
                    "Name it in .assetsignore, or move it.");
        }
    }

    private static String ignored(Path folder) {
        try {
            Path file = folder.resolve(".assetsignore");
            return Files.isRegularFile(file) ? Files.readString(file) : "";
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static String path(Path from, Path file) {
        return from.relativize(file).toString().replace('\\', '/');
    }

    private static void checkSize(Path root, Path file, Problems problems) {
        try {
            if (Files.size(file) > StaticAssets.MOST_BYTES) {
                problems.warning(
                        path(root, file),
                        SourcePosition.WHOLE,
                        "This asset is larger than 25 MiB, which Cloudflare does not take; it is not served.",
                        "Make it smaller, or name it in .assetsignore.");
            }
        } catch (IOException gone) {
            // It went while it was looked at.
        }
    }
}
