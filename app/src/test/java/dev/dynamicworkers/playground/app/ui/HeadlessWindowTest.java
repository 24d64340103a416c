package dev.dynamicworkers.playground.app.ui;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Window;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.service.query.NodeQuery;
import org.testfx.util.WaitForAsyncUtils;

/// A window without a display. What a person does is done at once and followed by two frames, where TestFX's own robot
/// moves the mouse step by step and sleeps after each key.
@ResourceLock("toolkit")
abstract class HeadlessWindowTest extends ApplicationTest {
    private static final int FRAMES = 2;

    /// Against hanging alone: a busy machine takes many times as long as a quiet one.
    private static final int PATIENCE_SECONDS = 180;

    private static void onFx(Runnable action) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                action.run();
                afterFrames(FRAMES, done);
            } catch (RuntimeException | AssertionError failure) {
                done.completeExceptionally(failure);
            }
        });
        try {
            done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw failure.getCause() instanceof AssertionError known ? known : new AssertionError(failure);
        } catch (TimeoutException failure) {
            throw new AssertionError("the window hangs", failure);
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new AssertionError(failure);
        }
    }

    private static void afterFrames(int frames, CompletableFuture<Void> done) {
        new AnimationTimer() {
            private int left = frames;

            @Override
            public void handle(long now) {
                if (left-- == 0) {
                    stop();
                    done.complete(null);
                }
            }
        }.start();
    }

    @Override
    public FxRobot interact(Runnable action) {
        onFx(action);
        return this;
    }

    /// Presses keys in order and releases them in the opposite one.
    @Override
    public FxRobot push(KeyCode... keys) {
        onFx(() -> {
            Robot robot = new Robot();
            for (KeyCode key : keys) {
                robot.keyPress(key);
            }
            for (int i = keys.length - 1; i >= 0; i--) {
                robot.keyRelease(keys[i]);
            }
        });
        return this;
    }

    /// Types a text where the focus is.
    @Override
    public FxRobot write(String text) {
        onFx(() -> text.chars().forEach(character -> type((char) character)));
        return this;
    }

    private static EventTarget target() {
        Scene scene = Window.getWindows().stream()
                .filter(Window::isFocused)
                .findFirst()
                .orElseGet(() -> Window.getWindows().getFirst())
                .getScene();
        return scene.getFocusOwner() == null ? scene : scene.getFocusOwner();
    }

    private static void type(char character) {
        EventTarget target = target();
        if (character == '\n') {
            fire(target, KeyEvent.KEY_PRESSED, "", KeyCode.ENTER, /* altDown= */ false);
            fire(target, KeyEvent.KEY_RELEASED, "", KeyCode.ENTER, /* altDown= */ false);
        } else {
            fire(target, KeyEvent.KEY_TYPED, String.valueOf(character), KeyCode.UNDEFINED, /* altDown= */ false);
        }
    }

    /// Presses Alt and the key of a letter as a desktop does, which types the letter as well: the headless platform's
    /// robot does not.
    protected final void pressAlt(char letter) {
        onFx(() -> {
            KeyCode code = KeyCode.valueOf(String.valueOf(letter).toUpperCase(Locale.ROOT));
            fire(target(), KeyEvent.KEY_PRESSED, "", code, /* altDown= */ true);
            fire(target(), KeyEvent.KEY_TYPED, String.valueOf(letter), KeyCode.UNDEFINED, /* altDown= */ true);
            fire(target(), KeyEvent.KEY_RELEASED, "", code, /* altDown= */ true);
        });
    }

    private static void fire(EventTarget target, EventType<KeyEvent> type, String text, KeyCode code, boolean altDown) {
        Event.fireEvent(
                target,
                new KeyEvent(
                        type,
                        text,
                        "",
                        code,
                        /* shiftDown= */ false,
                        /* controlDown= */ false,
                        altDown,
                        /* metaDown= */ false));
    }

    /// Finds nodes on the FX thread: a window that opens or changes while another thread walks it breaks the walk.
    @Override
    public NodeQuery lookup(String query) {
        if (Platform.isFxApplicationThread()) {
            return super.lookup(query);
        }
        Set<Node> found = WaitForAsyncUtils.waitForAsyncFx(
                TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS),
                () -> super.lookup(query).queryAll());
        return from(found);
    }

    @Override
    public FxRobot clickOn(String query, MouseButton... buttons) {
        return clickOn(lookup(query).<Node>query(), buttons);
    }

    @Override
    public FxRobot clickOn(Node node, MouseButton... buttons) {
        onFx(() -> {
            Bounds bounds = node.localToScreen(node.getBoundsInLocal());
            Robot robot = new Robot();
            robot.mouseMove(bounds.getCenterX(), bounds.getCenterY());
            robot.mouseClick(buttons.length == 0 ? MouseButton.PRIMARY : buttons[0]);
        });
        return this;
    }

    /// Waits until the condition holds on the FX thread.
    void eventually(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    PATIENCE_SECONDS,
                    TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.asyncFx(condition).get());
        } catch (TimeoutException e) {
            throw new AssertionError("the window did not come to the state that was waited for", e);
        }
    }
}
