package dev.dynamicworkers.playground.app.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The colours of a theme by name, for drawings that leave the window. Immutable.
///
/// @param colours as the sheet writes them, which is also how SVG does: `#0969da`, `rgba(9, 105, 218, 0.08)`
public record Tokens(Map<String, String> colours) {
    private static final Pattern COLOUR = Pattern.compile("-pg-([a-z0-9-]+):\\s*([^;]+);");

    public Tokens {
        colours = Map.copyOf(colours);
    }

    /// Those of a theme that has a sheet of its own.
    public static Tokens of(Theme theme) {
        String name = "css/tokens-" + theme.word() + ".css";
        try (InputStream sheet = Objects.requireNonNull(Tokens.class.getResourceAsStream(name), name)) {
            Map<String, String> found = new HashMap<>();
            Matcher matcher = COLOUR.matcher(new String(sheet.readAllBytes(), StandardCharsets.UTF_8));
            while (matcher.find()) {
                found.put(matcher.group(1), matcher.group(2).strip());
            }
            return new Tokens(found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A colour by its name without `-pg-`.
    public String get(String name) {
        return Objects.requireNonNull(colours.get(name), name);
    }
}
