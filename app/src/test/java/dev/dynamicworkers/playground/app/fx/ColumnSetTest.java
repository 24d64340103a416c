package dev.dynamicworkers.playground.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.junit.jupiter.api.Test;

final class ColumnSetTest {
    private final SimpleObjectProperty<Map<String, Boolean>> kept = new SimpleObjectProperty<>(Map.of());
    private final ColumnSet set = new ColumnSet(new ColumnSet.Memory() {
        @Override
        public ObservableValue<Map<String, Boolean>> chosen() {
            return kept;
        }

        @Override
        public void choose(Map<String, Boolean> columns) {
            kept.set(columns);
        }
    });

    ColumnSetTest() {
        set.add("Name", 0);
        set.add("Size", 0);
        set.add("Rule", 900);
        set.fit(600);
    }

    @Test
    void widthDecidesUntilAPersonChooses() {
        assertThat(set.shownProperty().get()).containsExactly("Name", "Size");
        assertThat(set.note("Rule")).isEqualTo("hidden: the table is narrower than 900 pixels");
        set.fit(900);
        assertThat(set.shownProperty().get()).containsExactly("Name", "Size", "Rule");
        assertThat(set.note("Rule")).isEmpty();
        assertThat(set.isChanged()).isFalse();
    }

    @Test
    void aChoiceWinsOverTheWidth() {
        assertThat(set.toggle("Rule")).isTrue();
        assertThat(set.shownProperty().get()).containsExactly("Name", "Size", "Rule");
        assertThat(set.note("Rule")).isEmpty();
        set.toggle("Name");
        set.fit(1200);
        assertThat(set.shownProperty().get()).containsExactly("Size", "Rule");
        assertThat(kept.get()).isEqualTo(Map.of("Rule", true, "Name", false));
        set.reset();
        assertThat(set.shownProperty().get()).containsExactly("Name", "Size", "Rule");
    }

    @Test
    void oneColumnStays() {
        set.toggle("Name");
        assertThat(set.toggle("Size")).isFalse();
        assertThat(set.isLast("Size")).isTrue();
        assertThat(set.note("Size")).isEqualTo("the last one stays");
        assertThat(kept.get()).isEqualTo(Map.of("Name", false));
    }

    @Test
    void oneColumnStaysWhereTheRestHasNoRoom() {
        set.fit(1000);
        set.toggle("Name");
        set.toggle("Size");
        assertThat(set.shownProperty().get()).containsExactly("Rule");
        set.fit(500);
        assertThat(set.shownProperty().get()).containsExactly("Rule");
        kept.set(Map.of("Name", false, "Size", false, "Rule", false));
        assertThat(set.shownProperty().get()).containsExactly("Name");
    }

    @Test
    void whatAnotherWindowChoseIsSeen() {
        kept.set(Map.of("Size", false));
        assertThat(set.shownProperty().get()).containsExactly("Name");
    }
}
