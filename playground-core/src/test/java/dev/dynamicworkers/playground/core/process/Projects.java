package dev.dynamicworkers.playground.core.process;

import dev.dynamicworkers.playground.core.project.Project;
import java.nio.file.Path;

/// Projects for tests.
final class Projects {
    private Projects() {}

    static Project empty() {
        return new Project(Path.of("/nowhere"));
    }
}
