package dev.dynamicworkers.playground.app;

import javafx.application.Application;

/// Starts [WindowBenchmarkApplication]; a class of its own, so that it can be started from the class path as well.
public final class WindowBenchmark {
    private WindowBenchmark() {}

    public static void main(String[] arguments) {
        Application.launch(WindowBenchmarkApplication.class, arguments);
    }
}
