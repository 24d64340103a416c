package dev.dynamicworkers.playground.core.api.console;

import dev.dynamicworkers.playground.core.js.HostCall;
import dev.dynamicworkers.playground.core.js.HostFunctions;

/// The host functions named `console.*`. Runs on the isolate thread.
public final class ConsoleHostFunctions {
    private static final String VALUE = "[[PromiseValue]]: ";

    private ConsoleHostFunctions() {}

    /// Adds the functions to the table of all isolates.
    public static void register(HostFunctions table) {
        table.add("console.promiseState", ConsoleHostFunctions::promiseState);
    }

    /// The state of a promise, a colon, and its value as the engine displays it, which tells it in no other way.
    private static String promiseState(HostCall call) {
        String shown = call.value(0).toString();
        int at = shown.indexOf(VALUE);
        if (at < 0 || shown.contains("[[PromiseStatus]]: \"pending\"")) {
            return "pending:";
        }
        String value = shown.substring(at + VALUE.length(), shown.length() - 1);
        return (shown.contains("[[PromiseStatus]]: \"rejected\"") ? "rejected:" : "fulfilled:") + value;
    }
}
