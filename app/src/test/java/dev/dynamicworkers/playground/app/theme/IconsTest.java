package dev.dynamicworkers.playground.app.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kordamp.ikonli.IkonHandler;
import org.kordamp.ikonli.fluentui.FluentUiFilledALIkonHandler;
import org.kordamp.ikonli.fluentui.FluentUiFilledMZIkonHandler;
import org.kordamp.ikonli.fluentui.FluentUiRegularALIkonHandler;
import org.kordamp.ikonli.fluentui.FluentUiRegularMZIkonHandler;

final class IconsTest {
    private static final List<IkonHandler> HANDLERS = List.of(
            new FluentUiFilledALIkonHandler(),
            new FluentUiFilledMZIkonHandler(),
            new FluentUiRegularALIkonHandler(),
            new FluentUiRegularMZIkonHandler());

    @ParameterizedTest
    @EnumSource
    void everyIconIsInTheFont(Icons icon) {
        List<IkonHandler> able = new ArrayList<>(HANDLERS);
        able.removeIf(handler -> !handler.supports(icon.literal()));
        assertThat(able).hasSize(1);
        assertThat(able.getFirst().resolve(icon.literal()).getDescription()).isEqualTo(icon.literal());
    }
}
