package dev.dynamicworkers.playground.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.testfx.framework.junit5.ApplicationTest;

/// The toolkit, the editor control and the robot work together without a display.
@ResourceLock("toolkit")
final class HeadlessToolkitTest extends ApplicationTest {
    @Override
    public void start(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
        stage.setScene(new Scene(new StackPane(new CodeArea()), 400, 300));
        stage.show();
    }

    @Test
    void typingReachesTheEditor() {
        var area = lookup(".code-area").queryAs(CodeArea.class);
        clickOn(area).write("hello").push(KeyCode.ENTER);
        assertThat(area.getText()).isEqualTo("hello\n");
        assertThat(HeadlessToolkitTest.class.getModule().getName()).isEqualTo("dev.dynamicworkers.playground.app");
    }
}
