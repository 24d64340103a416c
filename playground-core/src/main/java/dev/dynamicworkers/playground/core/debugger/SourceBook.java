package dev.dynamicworkers.playground.core.debugger;

import com.oracle.truffle.api.source.Source;
import dev.dynamicworkers.playground.core.io.RunningSource;
import dev.dynamicworkers.playground.core.io.WorkerInstance;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Knows which file of the project the engine's sources come from: the one with the same text, since dynamic workers
/// give their modules names of their own.
public final class SourceBook {
    private final Map<String, String> texts;
    private final Map<String, String> files = new HashMap<>();

    /// A source that the engine runs.
    ///
    /// @param file path within the project, null where no file has its text
    public record Known(RunningSource source, @Nullable String file) {}

    /// @param texts of the project's files by path
    public SourceBook(Map<String, String> texts) {
        this.texts = texts;
        texts.forEach((path, text) -> files.putIfAbsent(text, path));
    }

    /// The module of a worker that a source of the engine is, or null.
    public @Nullable Known find(WorkerInstance worker, Source source) {
        String name = name(source);
        for (RunningSource each : worker.sources()) {
            if (matches(each, name, source)) {
                return new Known(each, file(each));
            }
        }
        return null;
    }

    /// What people call a source: the path of a module.
    public static String name(Source source) {
        return source.getPath() == null ? source.getName() : source.getPath();
    }

    private @Nullable String file(RunningSource source) {
        String name = source.name().startsWith("./") ? source.name().substring(2) : source.name();
        return source.written().equals(texts.get(name)) ? name : files.get(source.written());
    }

    /// Scripts and CommonJS modules are run with a function around them that adds no line before theirs.
    private static boolean matches(RunningSource module, String name, Source source) {
        if (!module.name().equals(name) && !module.name().equals("./" + name)) {
            return false;
        }
        CharSequence running = source.getCharacters();
        if (running.length() < module.running().length()) {
            return false;
        }
        String text = running.toString();
        return text.equals(module.running())
                || (text.startsWith("(function (") && text.endsWith("{" + module.running() + "\n})"));
    }
}
