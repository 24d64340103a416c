package dev.dynamicworkers.playground.app;

import javafx.application.Application;

/// Starts [EditorBenchmarkApplication]; a class of its own, since the toolkit's launcher wants one.
public final class EditorBenchmark {
    private EditorBenchmark() {}

    public static void main(String[] arguments) {
        Application.launch(EditorBenchmarkApplication.class, arguments);
    }
}
