package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.command.KeyBindings;
import dev.dynamicworkers.playground.app.panel.share.ExportView;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.settings.SettingsModel;
import dev.dynamicworkers.playground.app.settings.layout.Bounds;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.stage.Stage;

/// What the window asks of the application around it.
public interface WindowActions {
    /// A project that a menu offers.
    record Sample(String name, Runnable open) {}

    /// Asks for a folder and opens it.
    void openFolder();

    /// Makes a project whose author writes the dynamic worker only, and opens it.
    ///
    /// @param code of the dynamic worker; empty for an example
    void newSimpleProject(Optional<String> code);

    /// Opens a folder in place of the present one, and tells the person something there.
    void open(Path folder, String notice);

    /// Asks where an export goes; empty when the person changed their mind.
    ///
    /// @param name a good start for the file's name
    Optional<Path> askExport(ExportView.Form form, String name);

    /// Asks for another project's folder; empty when the person changed their mind.
    Optional<Path> askFolder();

    /// Asks for a file that someone else sent; empty when the person changed their mind.
    Optional<Path> askArchive();

    /// Lets the window fill the screen, or gives it its frame back.
    void toggleFullScreen();

    /// The system around the window, and what is kept beside projects.
    DesktopActions desktop();

    /// Puts versions, system and engine on the clipboard, without anything of the project.
    void copyDiagnostics(ProjectSession session);

    /// The samples of the distribution.
    List<Sample> samples();

    /// Projects of the past, newest first.
    List<Sample> recentProjects();

    /// What the person chose.
    SettingsModel settings();

    /// Which keys commands have.
    KeyBindings keys();

    /// Whether the window is dark in this moment.
    boolean isDark();

    /// How one starts with this project; empty where something was opened before.
    String firstSteps();

    /// Why nothing of the person was restored; empty for a usual start.
    String safeMode();

    /// Takes note that a person can type into the window.
    void usable();

    /// Writes down where panels stand, so that a process that is killed loses nothing of it.
    void keepLayout();

    /// What there is to see, the main screen first.
    List<Bounds> screens();

    /// Gives a further window what the first one has: styles, zoom, density, icons, keys.
    ///
    /// @param content fills it
    /// @return undoes it
    Runnable dress(Stage further, Parent content, double width, double height);

    /// Closes the window.
    void quit();
}
