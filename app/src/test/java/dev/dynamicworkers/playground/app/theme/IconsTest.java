package dev.dynamicworkers.playground.app.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kordamp.ikonli.javafx.FontIcon;

final class IconsTest {
    @Test
    void aWrongNameIsFound() {
        assertThatThrownBy(() -> new FontIcon("fltral-no-such-icon-20")).isInstanceOf(RuntimeException.class);
    }

    @ParameterizedTest
    @EnumSource
    void everyIconIsInTheFont(Icons icon) {
        assertThat(icon.node())
                .isInstanceOfSatisfying(
                        FontIcon.class,
                        node -> assertThat(node.getIconCode().getDescription()).isEqualTo(icon.literal()));
    }
}
