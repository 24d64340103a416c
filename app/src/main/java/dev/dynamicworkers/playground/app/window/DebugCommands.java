package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.command.CommandRegistry;
import dev.dynamicworkers.playground.app.panel.debug.DebugViewModel;
import dev.dynamicworkers.playground.app.panel.request.RequestViewModel;
import dev.dynamicworkers.playground.core.debug.Step;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;

/// Run, which goes on where code stands still, and the commands of the debugger. FX thread.
final class DebugCommands {
    /// Why a request can't be sent.
    static final String CANNOT_SEND = "a run is live, or the request can't be sent";

    private static final String NOT_PAUSED = "nothing is paused";

    private DebugCommands() {}

    static void add(CommandRegistry commands, RequestViewModel request, DebugViewModel debug) {
        BooleanBinding paused = debug.pausedProperty();
        commands.addWhile(
                "run",
                "Run: Send the request",
                request.canSendProperty().or(paused),
                CANNOT_SEND,
                () -> {
                    if (paused.get()) {
                        debug.goOn(Step.CONTINUE);
                    } else {
                        request.send();
                    }
                },
                "Shortcut+Enter",
                "F5");
        commands.addWhile("debug-continue", "Run: Continue", paused, NOT_PAUSED, () -> debug.goOn(Step.CONTINUE));
        commands.addWhile("debug-over", "Run: Step over", paused, NOT_PAUSED, () -> debug.goOn(Step.OVER), "F10");
        commands.addWhile("debug-in", "Run: Step in", paused, NOT_PAUSED, () -> debug.goOn(Step.IN), "F11");
        commands.addWhile("debug-out", "Run: Step out", paused, NOT_PAUSED, () -> debug.goOn(Step.OUT), "Shift+F11");
        commands.add(
                "debug-exceptions",
                "Run: Pause at exceptions, on or off",
                () -> toggle(debug.debugging().exceptionsProperty()));
        commands.add(
                "debug-statements",
                "Run: Pause at debugger statements, on or off",
                () -> toggle(debug.debugging().statementsProperty()));
        commands.add("debug-clear", "Run: Take all breakpoints away", debug::clear);
    }

    private static void toggle(BooleanProperty property) {
        property.set(!property.get());
    }
}
