package dev.dynamicworkers.playground.core.transpile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the lowering leaves alone, and that places can be told.
final class UsingLoweringTest {
    private final UsingLowering lowering = new UsingLowering();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "export default { fetch() { return 1 } }",
                "// a module using nothing\nexport const a = 1;",
                "const using = 1; using\nx = using; var x;",
                "{ using a = }",
                "switch (1) { case 1: using a = null; }"
            })
    void leavesOtherTextAlone(String source) {
        assertThat(lowering.module(source, "h")).isNull();
    }

    @Test
    void keepsLinesAndTellsColumns() {
        String source = "// 😀\nconst f = () => {\n  { using a = g('😀'); h(a); }\n};\nimport q from 'q'\n";
        UsingLowering.Output output = Objects.requireNonNull(lowering.module(source, "h"));
        String[] before = source.split("\n", -1);
        String[] after = output.code().split("\n", -1);
        for (int i = 0; i < 4; i++) {
            assertThat(after[i].replace("using", "")).as("line %s", i + 1).contains(i == 2 ? "g('😀')" : before[i]);
        }
        for (String part : new String[] {"g('", "h(a)", "a = "}) {
            int column = after[2].indexOf(part) + 1;
            assertThat(output.sourceColumn(3, column)).isEqualTo(before[2].indexOf(part) + 1);
        }
        assertThat(output.sourceColumn(2, 7)).isEqualTo(7);
    }

    @Test
    void takesAByteOrderMarkAway() {
        UsingLowering.Output output = Objects.requireNonNull(lowering.module("\uFEFFusing a = null;", "h"));
        assertThat(output.code()).doesNotContain("\uFEFF").contains(".add(null)");
    }
}
