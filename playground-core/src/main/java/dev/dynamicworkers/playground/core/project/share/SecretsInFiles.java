package dev.dynamicworkers.playground.core.project.share;

import dev.dynamicworkers.playground.core.project.ConfigProblem;
import dev.dynamicworkers.playground.core.project.ConfigProblem.Severity;
import dev.dynamicworkers.playground.core.project.secret.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Finds values of secrets in files that leave the project. They are told and not replaced: a file is its author's
/// text, and a replaced word would be another program.
final class SecretsInFiles {
    /// More say nothing new.
    private static final int MOST = 50;

    private final Secrets secrets;
    private final List<ConfigProblem> found = new ArrayList<>();

    SecretsInFiles(Secrets secrets) {
        this.secrets = secrets;
    }

    /// What was found so far, in the order of the files.
    List<ConfigProblem> found() {
        return found;
    }

    /// Looks through one file.
    void look(String path, byte[] bytes) {
        if (found.size() >= MOST || secrets.mask(bytes) == bytes) {
            return;
        }
        // A value is found in its bytes, whatever a text it is; lines only say where.
        String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n", -1);
        boolean told = false;
        for (int i = 0; i < lines.length && found.size() < MOST; i++) {
            Set<Secrets.Found> here = secrets.find(lines[i]);
            if (!here.isEmpty()) {
                told = true;
                tell(path, i + 1, here.iterator().next().name());
            }
        }
        if (!told && found.size() < MOST) {
            tell(path, 0, "");
        }
    }

    private void tell(String path, int line, String name) {
        found.add(new ConfigProblem(
                Severity.WARNING,
                path,
                line,
                line == 0 ? 0 : 1,
                "This file goes along, and the value of " + (name.isEmpty() ? "a secret" : "the secret " + name)
                        + " stands in it.",
                "Take it out before you share the project, and read it from env."));
    }
}
