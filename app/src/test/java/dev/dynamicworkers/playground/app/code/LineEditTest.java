package dev.dynamicworkers.playground.app.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class LineEditTest {
    @Test
    void commentsAreAddedAtTheLeastIndentAndTakenOffAgain() {
        List<String> code = List.of("  if (a) {", "", "    b();", "  }");
        List<String> commented = LineEdit.toggleComment(code, "//");
        assertThat(commented).containsExactly("  // if (a) {", "", "  //   b();", "  // }");
        assertThat(LineEdit.toggleComment(commented, "//")).isEqualTo(code);
    }

    @Test
    void enterAfterAnOpeningBracketGoesOneStepIn() {
        assertThat(LineEdit.newLine("  fetch() {", "", "  ")).isEqualTo(new LineEdit.NewLine("\n    ", 5));
        assertThat(LineEdit.newLine("  fetch() {", "}", "  ")).isEqualTo(new LineEdit.NewLine("\n    \n  ", 5));
        assertThat(LineEdit.newLine("  a;", "", "  ")).isEqualTo(new LineEdit.NewLine("\n  ", 3));
    }

    @Test
    void theUnitOfIndentationIsThatOfTheText() {
        assertThat(LineEdit.unit("a\n  b\n", 4)).isEqualTo("  ");
        assertThat(LineEdit.unit("a\n    b\n", 2)).isEqualTo("    ");
        assertThat(LineEdit.unit("a\n\tb\n", 4)).isEqualTo("\t");
        assertThat(LineEdit.unit("a\n        b\n", 2)).hasSize(8);
        assertThat(LineEdit.unit("a\nb\n", 2)).hasSize(2);
        assertThat(LineEdit.unit("a\nb\n", 8)).hasSize(8);
    }

    @Test
    void lessIndentStopsAtTheMargin() {
        assertThat(LineEdit.indentLess(List.of("   a", " b", "c", "\td"), "  ")).containsExactly(" a", "b", "c", "d");
    }
}
