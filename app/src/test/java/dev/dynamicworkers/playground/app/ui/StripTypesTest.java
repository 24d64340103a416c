package dev.dynamicworkers.playground.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;

/// The JavaScript of a TypeScript file beside it, made by the process that the engine's own transpiler runs in.
final class StripTypesTest extends WindowTest {
    @Test
    void theJavaScriptIsShownBesideTypeScriptAndFollowsIt() throws IOException {
        ready();
        assertThat(wiring().commands().get("strip-types").enabled().get())
                .as("a JavaScript file is in front")
                .isFalse();
        Files.writeString(project().resolve("src/math.ts"), "export const one: number = 1;\n");
        interact(() -> session().open("src/math.ts"));
        CodeArea source = editor("#editor-src-math-ts");
        eventually(() -> wiring().commands().get("strip-types").enabled().get());

        interact(() -> wiring().commands().get("strip-types").run());
        CodeArea stripped = lookup("#stripped-code").query();
        assertThat(stripped.isEditable()).isFalse();
        assertThat(source.isFocused()).isTrue();
        eventually(() -> stripped.getText().equals("export const one = 1;\n"));

        interact(() -> source.insertText(0, 0, "let two: = 2;\n"));
        eventually(() -> text("#stripped-remark").startsWith("Line 1, column 10: "));
        assertThat(stripped.getText()).isEqualTo("export const one = 1;\n");
        interact(() -> lookup("#stripped-go").queryButton().fire());
        eventually(() -> source.getCaretPosition() == 9);
        interact(() -> source.replaceText(0, 13, "let two: number = 2;"));
        eventually(() -> stripped.getText().startsWith("let two = 2;"));
        assertThat(Stream.iterate(lookup("#stripped-remark").<Node>query(), Objects::nonNull, Node::getParent))
                .as("the remark and what it is in")
                .anyMatch(node -> !node.isVisible());

        interact(() -> source.replaceText("export const one: number = 1;\n".repeat(200)));
        eventually(() -> stripped.getParagraphs().size() > 200);
        assertThat(firstLine(stripped)).isZero();
        interact(() -> {
            stripped.showParagraphAtTop(50);
            source.insertText(0, "const two: number = 2;\n");
        });
        eventually(() -> stripped.getText().startsWith("const two"));
        assertThat(firstLine(stripped)).as("where one was reading").isEqualTo(50);

        interact(() -> wiring().commands().get("strip-types").run());
        interact(() -> wiring().commands().get("strip-types").run());
        CodeArea again = lookup("#stripped-code").query();
        eventually(() -> again.getParagraphs().size() > 200);
        assertThat(firstLine(again)).as("the start of a long text").isZero();

        interact(again::requestFocus);
        push(KeyCode.ESCAPE);
        assertThat(lookup("#stripped-code").tryQuery()).isEmpty();
        assertThat(source.isFocused()).isTrue();
    }

    private int firstLine(CodeArea area) {
        int[] first = new int[1];
        interact(() -> first[0] = area.firstVisibleParToAllParIndex());
        return first[0];
    }
}
