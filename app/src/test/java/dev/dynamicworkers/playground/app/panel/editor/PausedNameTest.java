package dev.dynamicworkers.playground.app.panel.editor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Which name a person points at while code stands still.
final class PausedNameTest {
    private static final String CODE = "const total = request.url.length + f(tea) + 12;";

    private static String at(String word) {
        return PausedName.at(CODE, CODE.indexOf(word) + 1);
    }

    @Test
    void aNameIsFoundWithWhatItIsAPropertyOf() {
        assertThat(at("total")).isEqualTo("total");
        assertThat(at("request")).isEqualTo("request");
        assertThat(at("url")).isEqualTo("request.url");
        assertThat(at("length")).isEqualTo("request.url.length");
        assertThat(at("tea")).isEqualTo("tea");
    }

    @Test
    void wordsOfTheLanguageNumbersAndSpacesAreNoNames() {
        assertThat(at("const")).isEmpty();
        assertThat(at("12")).isEmpty();
        assertThat(PausedName.at(CODE, CODE.indexOf(" + f") + 1)).isEmpty();
        assertThat(PausedName.at("", 0)).isEmpty();
        assertThat(PausedName.at("f().x", 4)).as("calls are not made again").isEmpty();
    }
}
