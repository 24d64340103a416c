package dev.dynamicworkers.playground.app;

import javafx.application.Application;

/// Starts {@link ScreenshotApplication}; a class of its own, so that it can be started from the class path as well.
public final class Screenshots {
    private Screenshots() {}

    public static void main(String[] arguments) {
        Application.launch(ScreenshotApplication.class, arguments);
    }
}
