package dev.dynamicworkers.playground.app;

import dev.dynamicworkers.playground.app.error.ErrorReporter;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.settings.UserFolders;
import dev.dynamicworkers.playground.app.task.Tasks;
import dev.dynamicworkers.playground.app.window.DesktopActions;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What the application keeps for the person beside projects, and what can be done with it: shown, copied, deleted.
/// FX thread.
final class KeptData implements DesktopActions, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(KeptData.class.getName());

    private final Tasks tasks;
    private final ErrorReporter errors;
    private final Supplier<@Nullable ProjectSession> project;
    private final Optional<FileReveal> system = FileReveal.ofSystem();
    private final LogFile log = new LogFile(UserFolders.data().resolve("logs"));
    /// volatile: set on the FX thread, read by the task that follows it, whichever comes last.
    private volatile boolean logging;

    /// @param project the open one, which is told what came of things; null for none
    KeptData(Tasks tasks, ErrorReporter errors, Supplier<@Nullable ProjectSession> project) {
        this.tasks = tasks;
        this.errors = errors;
        this.project = project;
    }

    /// Takes note of the project that is opened, whose secrets are in no log.
    void opened(ProjectSession session) {
        log.maskedBy(session.secretMask());
    }

    /// Begins to keep a log, or ends it.
    ///
    /// @param wanted what the person chose
    void log(Object wanted) {
        logging = Boolean.TRUE.equals(wanted);
        tasks.run(() -> {
                    if (logging) {
                        log.begin();
                    } else {
                        log.close();
                    }
                    return Boolean.TRUE;
                })
                // Whoever does without a log is not to be told so at each start.
                .onFailure(failure -> LOG.log(System.Logger.Level.WARNING, "no log is kept", failure));
    }

    private void tell(String sentence) {
        ProjectSession open = project.get();
        if (open != null) {
            open.notices().tell(sentence);
        }
    }

    @Override
    public boolean canReveal() {
        return system.isPresent();
    }

    @Override
    public void reveal(Path file) {
        system.ifPresent(shown -> tasks.run(() -> shown.reveal(file)).onFailure(failure -> {
            LOG.log(System.Logger.Level.WARNING, "the file manager did not start", failure);
            tell("The file manager did not start. The file is " + file + ".");
        }));
    }

    @Override
    public void browse(URI address) {
        if (system.isEmpty()) {
            copyAddress(address);
            return;
        }
        tasks.run(() -> system.get().browse(address)).onFailure(failure -> {
            LOG.log(System.Logger.Level.WARNING, "the browser did not start", failure);
            copyAddress(address);
        });
    }

    private void copyAddress(URI address) {
        Diagnostics.copy(address.toString());
        tell("No browser was started. The address is on the clipboard: " + address);
    }

    @Override
    public void openLogs() {
        if (!Files.isDirectory(log.folder())) {
            tell(
                    logging
                            ? "There is no log yet."
                            : "No log is kept. Settings > Privacy lets the application keep one.");
        } else if (canReveal()) {
            reveal(log.folder());
        } else {
            Diagnostics.copy(log.folder().toString());
            tell("There is no file manager here. The path of the log is on the clipboard: " + log.folder());
        }
    }

    @Override
    public void copyDataFolder() {
        Diagnostics.copy(UserFolders.data().toString());
    }

    @Override
    public void deleteData() {
        ProjectSession open = project.get();
        if (open == null) {
            return;
        }
        open.keptRuns().clear();
        tasks.run(
                        "Deleting what is kept",
                        progress -> {
                            UserFolders.deleteKept();
                            log.delete();
                            return Boolean.TRUE;
                        },
                        Tasks.Trait.TELLS_ITS_END,
                        Tasks.Trait.CANNOT_STOP)
                .onFailure(failure -> errors.report("Not all kept data could be deleted.", failure))
                .onSuccess(done -> tell("Kept runs, sessions, deleted files and logs are gone."));
    }

    @Override
    public void close() {
        log.close();
    }
}
