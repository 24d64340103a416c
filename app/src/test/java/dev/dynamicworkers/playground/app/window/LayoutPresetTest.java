package dev.dynamicworkers.playground.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.settings.layout.Area;
import dev.dynamicworkers.playground.app.settings.layout.Panel;
import dev.dynamicworkers.playground.app.settings.layout.PanelLayout;
import dev.dynamicworkers.playground.app.settings.layout.RowHeight;
import dev.dynamicworkers.playground.app.settings.layout.Shares;
import org.junit.jupiter.api.Test;

/// The layouts for kinds of work.
final class LayoutPresetTest {
    @Test
    void onlyTheOneForLearningHasHighRowsAndSoHasAFreshInstallation() {
        assertThat(rows(LayoutPreset.LEARN)).isEqualTo(RowHeight.COMFORTABLE);
        assertThat(rows(LayoutPreset.CODE)).isEqualTo(RowHeight.COMPACT);
        assertThat(rows(LayoutPreset.COMPOSE)).isEqualTo(RowHeight.COMPACT);
        assertThat(PanelLayout.DEFAULT.rows()).isEqualTo(RowHeight.COMFORTABLE);
    }

    @Test
    void rowsStayAsTheyAreWhereAPanelMoves() {
        PanelLayout code = LayoutPreset.CODE.layout(Shares.DEFAULT);
        assertThat(code.moved(Panel.CONSOLE, Area.RIGHT).rows()).isEqualTo(RowHeight.COMPACT);
        assertThat(code.opened(Area.LEFT, /* wanted= */ false)
                        .home(Panel.CONSOLE)
                        .rows())
                .isEqualTo(RowHeight.COMPACT);
    }

    private static RowHeight rows(LayoutPreset preset) {
        return preset.layout(Shares.DEFAULT).rows();
    }
}
