package dev.dynamicworkers.playground.core.project;

import dev.dynamicworkers.playground.core.json.JsonValue;
import dev.dynamicworkers.playground.core.json.JsoncException;
import dev.dynamicworkers.playground.core.json.JsoncReader;
import dev.dynamicworkers.playground.core.json.SourcePosition;
import dev.dynamicworkers.playground.core.project.network.NetworkRules;
import dev.dynamicworkers.playground.core.project.network.NetworkSection;
import dev.dynamicworkers.playground.core.worker.HostIoException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads who of a project may reach the network: `network`, `parent.network` and `dynamicWorkers.NAME.network` of
/// `.playground/playground.json`. All other keys of the file are left to their readers. Blocks; safe on any thread.
public final class NetworkRulesReader {
    /// Path of the file within the project.
    public static final String FILE = ".playground/playground.json";

    private static final int MOST_ASK_SECONDS = 3600;

    private NetworkRulesReader() {}

    /// Reads the rules of a project; without any the network is blocked.
    ///
    /// @throws ProjectException with all problems when the file does not say what it should
    public static NetworkRules read(Path folder) {
        return read(folder, NetworkRules.BLOCKED);
    }

    /// Reads the rules of a project.
    ///
    /// @param silent whose mode and patience hold where the project says nothing of them
    /// @throws ProjectException with all problems when the file does not say what it should
    public static NetworkRules read(Path folder, NetworkRules silent) {
        String text;
        try {
            text = Files.readString(folder.resolve(FILE));
        } catch (NoSuchFileException absent) {
            return silent;
        } catch (IOException e) {
            throw new HostIoException("can't read " + FILE, e);
        }
        return read(folder, text, silent);
    }

    /// Reads the rules out of the file's text; without any the network is blocked.
    ///
    /// @throws ProjectException with all problems when it does not say what it should
    public static NetworkRules read(Path folder, String text) {
        return read(folder, text, NetworkRules.BLOCKED);
    }

    /// Reads the rules out of the file's text.
    ///
    /// @param silent whose mode and patience hold where the text says nothing of them
    /// @throws ProjectException with all problems when it does not say what it should
    public static NetworkRules read(Path folder, String text, NetworkRules silent) {
        Problems problems = new Problems();
        NetworkRules rules = silent;
        try {
            if (JsoncReader.read(text) instanceof JsonValue.ObjectValue object) {
                rules = read(folder, new ConfigObject(object, FILE, "", problems), silent);
            } else {
                problems.error(FILE, SourcePosition.START, "This is not an object.", "Begin it with \"{\".");
            }
        } catch (JsoncException e) {
            problems.error(FILE, e.position(), String.valueOf(e.getMessage()) + ".", "Correct it, or remove the file.");
        }
        if (problems.hasErrors()) {
            throw new ProjectException(problems.sorted());
        }
        return rules;
    }

    /// Reads the rules out of the file's top-level object; problems are reported to its own list.
    static NetworkRules read(Path folder, ConfigObject top, NetworkRules silent) {
        NetworkSectionReader reader = new NetworkSectionReader(folder, top.problems());
        NetworkSection everyone = top.object(NetworkRules.PLACE)
                .map(reader::read)
                .orElse(new NetworkSection(NetworkRules.PLACE, silent.everyone().mode(), List.of()));
        NetworkSection parent = top.object("parent")
                .flatMap(worker -> worker.object(NetworkRules.PLACE))
                .map(reader::read)
                .orElse(null);
        Map<String, NetworkSection> dynamicWorkers = new LinkedHashMap<>();
        top.object("dynamicWorkers").ifPresent(workers -> {
            for (JsonValue.Member member : workers.members()) {
                workers.object(member.key())
                        .flatMap(worker -> worker.object(NetworkRules.PLACE))
                        .ifPresent(section -> dynamicWorkers.put(member.key(), reader.read(section)));
            }
        });
        Duration patience = top.object("ask")
                .flatMap(ask -> ask.wholeNumber("timeoutSeconds", /* least= */ 1, MOST_ASK_SECONDS))
                .map(Duration::ofSeconds)
                .orElse(silent.askTimeout());
        return new NetworkRules(everyone, parent, dynamicWorkers, patience);
    }
}
