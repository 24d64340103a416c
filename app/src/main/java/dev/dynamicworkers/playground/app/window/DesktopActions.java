package dev.dynamicworkers.playground.app.window;

import java.net.URI;
import java.nio.file.Path;

/// What the window asks of the system around it, and of what the application keeps beside projects. FX thread.
public interface DesktopActions {
    /// Whether this system has a file manager that can be asked to show a file.
    boolean canReveal();

    /// Shows a file or a folder in the system's file manager.
    void reveal(Path file);

    /// Shows a page of the network in the person's browser.
    void browse(URI address);

    /// Shows the folder of the application's own log.
    void openLogs();

    /// Puts the path of the folder with logs, runs and samples on the clipboard.
    void copyDataFolder();

    /// Deletes runs, sessions, the trash and logs of all projects.
    void deleteData();
}
