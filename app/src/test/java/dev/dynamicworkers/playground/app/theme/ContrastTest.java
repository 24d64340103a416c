package dev.dynamicworkers.playground.app.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Text can be read in each theme: contrast of at least 4.5 for text and 3 for glyphs, as WCAG 2.2 AA asks for.
final class ContrastTest {
    private static final Pattern TOKEN = Pattern.compile("(-pg-[a-z0-9-]+):\\s*(#[0-9a-f]{6})");

    static Stream<Theme> themes() {
        return Stream.of(Theme.values()).filter(theme -> theme != Theme.SYSTEM);
    }

    @ParameterizedTest
    @MethodSource("themes")
    void textIsReadable(Theme theme) throws IOException {
        readable(tokens(theme)).assertAll();
    }

    @Test
    void aPaleTextIsFound() throws IOException {
        Map<String, Color> tokens = tokens(Theme.LIGHT);
        tokens.put("-pg-text-muted", Color.web("#b0b0b0"));
        assertThat(readable(tokens).assertionErrorsCollected())
                .extracting(Throwable::getMessage)
                .hasSize(2)
                .allMatch(message -> message.contains("-pg-text-muted on "));
    }

    private static SoftAssertions readable(Map<String, Color> tokens) {
        SoftAssertions all = new SoftAssertions();
        tokens.keySet().stream().filter(name -> name.startsWith("-pg-tok-")).forEach(name -> {
            check(all, tokens, name, "-pg-code-bg", 4.5);
            check(all, tokens, name, "-pg-code-line", 4.5);
        });
        for (String name : new String[] {"-pg-code-text", "-pg-text-muted", "-pg-killed", "-pg-warning", "-pg-ok"}) {
            check(all, tokens, name, "-pg-code-bg", 4.5);
        }
        for (String name : new String[] {"-pg-text-muted", "-pg-parent", "-pg-dynamic", "-pg-ok", "-pg-killed"}) {
            check(all, tokens, name, "-pg-chrome", 4.5);
        }
        for (String name : new String[] {"-pg-code-number", "-pg-changed", "-pg-code-caret"}) {
            check(all, tokens, name, "-pg-code-bg", name.equals("-pg-changed") ? 2.5 : 3);
        }
        check(all, tokens, "-pg-code-text", "-pg-match", 4.5);
        check(all, tokens, "-pg-code-text", "-pg-code-selection", 4.5);
        for (int hue = 0; hue < 8; hue++) {
            check(all, tokens, "-pg-hue-" + hue, "-pg-hue-" + hue + "-bg", 4.5);
        }
        return all;
    }

    private static void check(
            SoftAssertions all, Map<String, Color> tokens, String text, String background, double least) {
        double ratio = ratio(
                Objects.requireNonNull(tokens.get(text), text),
                Objects.requireNonNull(tokens.get(background), background));
        all.assertThat(ratio).as(text + " on " + background).isGreaterThanOrEqualTo(least);
    }

    private static Map<String, Color> tokens(Theme theme) throws IOException {
        try (InputStream sheet =
                Objects.requireNonNull(ContrastTest.class.getResourceAsStream("css/tokens-" + theme.word() + ".css"))) {
            Map<String, Color> tokens = new HashMap<>();
            Matcher matcher = TOKEN.matcher(new String(sheet.readAllBytes(), StandardCharsets.UTF_8));
            while (matcher.find()) {
                tokens.put(matcher.group(1), Color.web(matcher.group(2)));
            }
            assertThat(tokens).hasSizeGreaterThan(30);
            return tokens;
        }
    }

    private static double ratio(Color a, Color b) {
        double light = Math.max(luminance(a), luminance(b));
        double dark = Math.min(luminance(a), luminance(b));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
