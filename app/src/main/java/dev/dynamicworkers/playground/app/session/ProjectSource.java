package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.core.project.Project;
import dev.dynamicworkers.playground.core.runtime.RuntimeOptions;
import java.nio.file.Path;
import java.util.Map;

/// Where projects are read from. Blocks; called away from the FX thread.
public interface ProjectSource {
    /// Reads a project as it is now.
    ///
    /// @param unsaved texts that are on screen but not on disk, by path
    /// @throws UnreadableProject when it can't be run
    Loaded read(Path folder, Map<String, String> unsaved) throws UnreadableProject;

    /// A project that can be run.
    ///
    /// @param fingerprint equal for two reads exactly when nothing changed between them, the network rules in the
    ///     options aside, which can change while it runs
    /// @param options how it is run
    record Loaded(Project project, ProjectOutline outline, String fingerprint, RuntimeOptions options) {
        private static final int SHORT = 16;

        /// The beginning of the fingerprint: enough to tell the code and configuration of two runs apart.
        String codeId() {
            String hash = fingerprint.split(" ", 2)[0];
            return hash.substring(0, Math.min(SHORT, hash.length()));
        }

        /// Run as the playground runs projects that say nothing about it.
        public Loaded(Project project, ProjectOutline outline, String fingerprint) {
            this(project, outline, fingerprint, RuntimeOptions.DEFAULT);
        }
    }

    /// A project that can't be run.
    final class UnreadableProject extends Exception {
        private static final long serialVersionUID = 1;

        private final transient ProjectOutline outline;

        /// @param outline what could be read, with the problems
        public UnreadableProject(ProjectOutline outline) {
            super("the project has problems");
            this.outline = outline;
        }

        /// What could be read, with the problems.
        public ProjectOutline outline() {
            return outline;
        }
    }
}
