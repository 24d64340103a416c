package dev.dynamicworkers.playground.app.panel.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.language.CodeAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class StrippedModelTest {
    private final List<Asked> asked = new ArrayList<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private String text = "let a: number = 1;";
    private final StrippedModel model = new StrippedModel(
            () -> text, (source, then, failed) -> asked.add(new Asked(source, then, failed)), (delay, action) -> {
                waiting.add(action);
                return () -> waiting.remove(action);
            });

    private record Asked(String text, Consumer<CodeAnswer.Stripped> then, Consumer<String> failed) {
        void code(String code) {
            then.accept(new CodeAnswer.Stripped(code, /* lowered= */ false, "", 0, 0));
        }

        void problem(String problem, int line, int column) {
            then.accept(new CodeAnswer.Stripped("", /* lowered= */ false, problem, line, column));
        }
    }

    private void type(String changed) {
        text = changed;
        model.edited();
    }

    private void settle() {
        List.copyOf(waiting).forEach(Runnable::run);
        waiting.clear();
    }

    @Test
    void theJavaScriptFollowsTheSourceOncePeopleStopTyping() {
        assertThat(model.remarkProperty().get()).isNotEmpty();
        asked.getFirst().code("let a = 1;");
        assertThat(model.codeProperty().get()).isEqualTo("let a = 1;");
        assertThat(model.remarkProperty().get()).isEmpty();

        type("let a: number = 12;");
        type("let a: number = 123;");
        assertThat(asked).hasSize(1);
        settle();
        assertThat(asked).hasSize(2);
        assertThat(asked.getLast().text()).isEqualTo("let a: number = 123;");
    }

    @Test
    void anAnswerThatIsOlderThanTheNewestQuestionIsDropped() {
        type("let b: number;");
        settle();
        asked.getLast().code("let b;");
        asked.getFirst().code("let a = 1;");
        assertThat(model.codeProperty().get()).isEqualTo("let b;");
    }

    @Test
    void aSourceThatCanNotBeParsedLeavesWhatWasThereAndSaysWhere() {
        asked.getFirst().code("let a = 1;");
        type("let a: = 1;");
        settle();
        asked.getLast().problem("Unexpected token `=`\n\n  1 | let a", 1, 8);
        assertThat(model.codeProperty().get()).isEqualTo("let a = 1;");
        assertThat(model.brokenProperty().get()).isTrue();
        assertThat(model.remarkProperty().get())
                .isEqualTo("Line 1, column 8: Unexpected token `=`. Below is the JavaScript of what was there before.");
        List<Integer> place = new ArrayList<>();
        model.goToProblem((line, column) -> place.addAll(List.of(line, column)));
        assertThat(place).containsExactly(1, 8);

        type("let a: string = '';");
        settle();
        asked.getLast().code("let a = '';");
        assertThat(model.brokenProperty().get()).isFalse();
        assertThat(model.remarkProperty().get()).isEmpty();
    }

    @Test
    void aServiceThatDoesNotAnswerIsSaid() {
        asked.getFirst().failed().accept("The language service ended.");
        assertThat(model.brokenProperty().get()).isTrue();
        assertThat(model.remarkProperty().get()).isEqualTo("The language service ended.");
    }

    @Test
    void whatIsClosedAsksNothing() {
        type("x");
        model.close();
        settle();
        asked.getFirst().code("late");
        assertThat(asked).hasSize(1);
        assertThat(model.codeProperty().get()).isEmpty();
    }
}
