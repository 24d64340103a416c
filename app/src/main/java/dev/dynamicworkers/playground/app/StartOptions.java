package dev.dynamicworkers.playground.app;

import dev.dynamicworkers.playground.core.project.share.ProjectArchive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the window was started with.
///
/// @param folder the project to open, or a `.dwplay` file to look into; null for the last project
/// @param safe whether nothing of the person is restored: presets, no last project, no tabs
/// @param resetLayout whether the room is shared out as in a fresh installation
/// @param newWindow whether to open a window even if there is one
/// @param environment the environment of `wrangler.jsonc` that projects are run with, null for none
record StartOptions(
        @Nullable Path folder,
        boolean safe,
        boolean resetLayout,
        boolean newWindow,
        @Nullable String environment) {
    /// The options of the window.
    static final List<String> OPTIONS = List.of("--safe", "--reset-layout", "--new-window");

    private static final String ENVIRONMENT = "--env";

    /// Reads arguments that are options of the window and at most one folder.
    static StartOptions of(List<String> arguments) {
        List<String> others = new ArrayList<>(arguments);
        others.removeAll(OPTIONS);
        String environment = takeEnvironment(others);
        Path folder = others.isEmpty() ? null : Path.of(others.getFirst());
        return new StartOptions(
                folder,
                arguments.contains("--safe"),
                arguments.contains("--reset-layout"),
                arguments.contains("--new-window"),
                environment);
    }

    /// Takes `--env NAME` out of arguments.
    private static @Nullable String takeEnvironment(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.startsWith(ENVIRONMENT + "=")) {
                arguments.remove(i);
                return argument.substring(ENVIRONMENT.length() + 1);
            }
            if (argument.equals(ENVIRONMENT) && i + 1 < arguments.size()) {
                arguments.remove(i);
                return arguments.remove(i);
            }
        }
        return null;
    }

    /// Whether arguments are for the window: nothing but its options, and a folder or nothing.
    static boolean areForWindow(List<String> arguments) {
        List<String> others = new ArrayList<>(arguments);
        String unused = takeEnvironment(others);
        return OPTIONS.containsAll(
                others.stream().filter(argument -> argument.startsWith("-")).toList());
    }

    /// Whether a path is a file that someone else packed.
    static boolean isShared(String path) {
        return path.endsWith(ProjectArchive.SUFFIX) && Files.isRegularFile(Path.of(path));
    }

    /// The same without anything that is restored.
    StartOptions safely() {
        return new StartOptions(folder, /* safe= */ true, resetLayout, newWindow, environment);
    }
}
