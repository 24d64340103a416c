package dev.dynamicworkers.playground.app;

import javafx.application.Application;

/// Starts [ConsoleBenchmarkApplication].
public final class ConsoleBenchmark {
    private ConsoleBenchmark() {}

    public static void main(String[] arguments) {
        Application.launch(ConsoleBenchmarkApplication.class, arguments);
    }
}
