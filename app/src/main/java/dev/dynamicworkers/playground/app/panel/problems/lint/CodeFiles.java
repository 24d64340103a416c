package dev.dynamicworkers.playground.app.panel.problems.lint;

import dev.dynamicworkers.playground.app.code.highlight.Language;
import dev.dynamicworkers.playground.app.session.ProjectTexts;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The files of code that were read, so that only those that changed are read again. Safe on any thread.
public final class CodeFiles {
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private record Known(Object version, Optional<CodeFile> file) {}

    Optional<CodeFile> file(ProjectTexts texts, String path, Language language) {
        Object version = texts.version(path);
        Known before = known.get(path);
        if (before != null && before.version().equals(version)) {
            return before.file();
        }
        Optional<CodeFile> file = texts.read(path).map(text -> new CodeFile(path, language, text));
        known.put(path, new Known(version, file));
        return file;
    }

    /// Forgets files that are gone.
    void keepOnly(Set<String> paths) {
        known.keySet().retainAll(paths);
    }
}
