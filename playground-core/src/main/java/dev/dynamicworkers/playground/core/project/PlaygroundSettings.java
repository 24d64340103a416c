package dev.dynamicworkers.playground.core.project;

import dev.dynamicworkers.playground.core.json.JsonValue;
import dev.dynamicworkers.playground.core.json.JsoncException;
import dev.dynamicworkers.playground.core.json.JsoncReader;
import dev.dynamicworkers.playground.core.json.SourcePosition;
import dev.dynamicworkers.playground.core.worker.HostIoException;
import dev.dynamicworkers.playground.core.worker.Retention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a project says to the playground alone; Wrangler has no words for it. It stands in [PlaygroundFile#NAME]; how
/// long dynamic workers stay may stand in the older [#FILE] instead.
///
/// @param retention how long dynamic workers stay that nobody uses: `idleNamed`, `idleSeconds` and `unnamedShown` of
///     `retention`, or of `dynamicWorkers` in the older file
/// @param overlay what a person takes from the workers
/// @param problems warnings and notes
public record PlaygroundSettings(Retention retention, Overlay overlay, List<ConfigProblem> problems) {
    /// Path of the older file within the project.
    public static final String FILE = ".playground/settings.json";

    private static final int MOST = 1_000_000;

    public PlaygroundSettings {
        problems = List.copyOf(problems);
    }

    /// Reads the settings of a project; what is not there is as [Retention#DEFAULT] and [Overlay#NONE] say.
    ///
    /// @throws ProjectException when a file does not say what it should
    public static PlaygroundSettings read(Path folder) {
        return read(folder, Retention.DEFAULT);
    }

    /// Reads the settings of a project that stays as `otherwise` says where it says nothing about it.
    ///
    /// @throws ProjectException when a file does not say what it should
    public static PlaygroundSettings read(Path folder, Retention otherwise) {
        PlaygroundFile file = PlaygroundFile.read(folder);
        Retention retention = file.text().isEmpty()
                ? null
                : retention(PlaygroundFile.NAME, JsoncReader.read(file.text()), "retention", otherwise);
        return new PlaygroundSettings(
                retention == null ? older(folder, otherwise) : retention, file.overlay(), file.problems());
    }

    private static Retention older(Path folder, Retention otherwise) {
        String text;
        try {
            text = Files.readString(folder.resolve(FILE));
        } catch (NoSuchFileException absent) {
            return otherwise;
        } catch (IOException e) {
            throw new HostIoException("can't read " + FILE, e);
        }
        try {
            Retention retention = retention(FILE, JsoncReader.read(text), "dynamicWorkers", otherwise);
            return retention == null ? otherwise : retention;
        } catch (JsoncException e) {
            throw problem(FILE, e.position(), String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable Retention retention(String file, JsonValue settings, String key, Retention otherwise) {
        JsonValue workers = object(file, settings).get(key).orElse(null);
        if (workers == null) {
            return null;
        }
        JsonValue.ObjectValue given = object(file, workers);
        return new Retention(
                number(file, given, "unnamedShown", otherwise.unnamedKept()),
                number(file, given, "idleNamed", otherwise.namedKept()),
                Duration.ofSeconds(number(file, given, "idleSeconds", (int)
                        otherwise.namedIdleTime().toSeconds())));
    }

    private static JsonValue.ObjectValue object(String file, JsonValue value) {
        if (value instanceof JsonValue.ObjectValue object) {
            return object;
        }
        throw problem(file, value.position(), "This is not an object.");
    }

    private static int number(String file, JsonValue.ObjectValue object, String key, int fallback) {
        JsonValue value = object.get(key).orElse(null);
        if (value == null) {
            return fallback;
        }
        if (value instanceof JsonValue.NumberValue number
                && number.value().stripTrailingZeros().scale() <= 0
                && number.value().signum() >= 0
                && number.value().intValue() <= MOST) {
            return number.value().intValue();
        }
        throw problem(file, value.position(), "\"" + key + "\" wants a whole number from 0 to " + MOST + ".");
    }

    private static ProjectException problem(String file, SourcePosition at, String message) {
        return new ProjectException(List.of(new ConfigProblem(
                ConfigProblem.Severity.ERROR,
                file,
                at.line(),
                at.column(),
                message,
                "Correct it, or remove the file.")));
    }
}
