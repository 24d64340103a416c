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

/// What a project says to the playground alone, in `.playground/settings.json`; Wrangler has no words for it.
///
/// @param retention how long dynamic workers stay that nobody uses: `dynamicWorkers.idleNamed`, `.idleSeconds` and
///     `.unnamedShown`
public record PlaygroundSettings(Retention retention) {
    /// Path of the file within the project.
    public static final String FILE = ".playground/settings.json";

    private static final int MOST = 1_000_000;

    /// Reads the settings of a project; what is not there is as [Retention#DEFAULT] says.
    ///
    /// @throws ProjectException when the file does not say what it should
    public static PlaygroundSettings read(Path folder) {
        String text;
        try {
            text = Files.readString(folder.resolve(FILE));
        } catch (NoSuchFileException absent) {
            return new PlaygroundSettings(Retention.DEFAULT);
        } catch (IOException e) {
            throw new HostIoException("can't read " + FILE, e);
        }
        try {
            return of(JsoncReader.read(text));
        } catch (JsoncException e) {
            throw problem(e.position(), String.valueOf(e.getMessage()));
        }
    }

    private static PlaygroundSettings of(JsonValue settings) {
        JsonValue workers = object(settings).get("dynamicWorkers").orElse(null);
        if (workers == null) {
            return new PlaygroundSettings(Retention.DEFAULT);
        }
        JsonValue.ObjectValue given = object(workers);
        return new PlaygroundSettings(new Retention(
                number(given, "unnamedShown", Retention.DEFAULT.unnamedKept()),
                number(given, "idleNamed", Retention.DEFAULT.namedKept()),
                Duration.ofSeconds(number(given, "idleSeconds", (int)
                        Retention.DEFAULT.namedIdleTime().toSeconds()))));
    }

    private static JsonValue.ObjectValue object(JsonValue value) {
        if (value instanceof JsonValue.ObjectValue object) {
            return object;
        }
        throw problem(value.position(), "This is not an object.");
    }

    private static int number(JsonValue.ObjectValue object, String key, int fallback) {
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
        throw problem(value.position(), "\"" + key + "\" wants a whole number from 0 to " + MOST + ".");
    }

    private static ProjectException problem(SourcePosition at, String message) {
        return new ProjectException(List.of(new ConfigProblem(
                ConfigProblem.Severity.ERROR,
                FILE,
                at.line(),
                at.column(),
                message,
                "Correct it, or remove the file.")));
    }
}
