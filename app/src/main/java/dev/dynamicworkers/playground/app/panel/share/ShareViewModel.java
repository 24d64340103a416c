package dev.dynamicworkers.playground.app.panel.share;

import dev.dynamicworkers.playground.app.session.Amounts;
import dev.dynamicworkers.playground.app.session.Place;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.Sharing;
import dev.dynamicworkers.playground.app.task.LongTask;
import dev.dynamicworkers.playground.core.project.ConfigProblem;
import dev.dynamicworkers.playground.core.project.share.ImportReport;
import dev.dynamicworkers.playground.core.project.share.ProjectArchive;
import dev.dynamicworkers.playground.core.project.share.ProjectExport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// What leaves the project, or what came from others, before anything is written. FX thread.
public final class ShareViewModel {
    private final ProjectSession session;
    private final ReadOnlyObjectWrapper<@Nullable ProjectExport> export = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ProjectArchive> archive = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable LongTask> slow = new ReadOnlyObjectWrapper<>();
    private @Nullable LongTask present;

    /// A line of a report.
    ///
    /// @param text for the person
    /// @param place where it is about, null for the whole
    public record Line(String text, @Nullable Place place) {}

    /// @param session of the open project
    public ShareViewModel(ProjectSession session) {
        this.session = session;
    }

    // Properties

    /// What would leave; null until it is known.
    public ReadOnlyObjectProperty<@Nullable ProjectExport> exportProperty() {
        return export.getReadOnlyProperty();
    }

    /// What came; null until it was read.
    public ReadOnlyObjectProperty<@Nullable ProjectArchive> archiveProperty() {
        return archive.getReadOnlyProperty();
    }

    /// What did not work, in a sentence; empty for nothing.
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Whether files are read or written in this moment.
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// What is under way for longer than a second; null for nothing.
    public ReadOnlyObjectProperty<@Nullable LongTask> slowProperty() {
        return slow.getReadOnlyProperty();
    }

    /// Name of the project's folder, a good start for a file's name.
    public String name() {
        return String.valueOf(session.folder().getFileName());
    }

    /// What a person should know of an export: what stays at home, and what works only here.
    public static List<Line> lines(ProjectExport export) {
        List<Line> lines = new ArrayList<>();
        if (!export.secretNames().isEmpty()) {
            lines.add(new Line(
                    "Secrets go by name only, in " + ProjectExport.EXAMPLE + ": "
                            + String.join(", ", export.secretNames()) + ".",
                    null));
        }
        export.report().forEach(found -> lines.add(line(found)));
        export.leftOut().forEach(path -> lines.add(new Line("Stays here: " + path, null)));
        return lines;
    }

    private static Line line(ConfigProblem found) {
        return new Line(found.sentence(), new Place(found.file(), found.line(), found.column()));
    }

    /// What a person should know of an archive before it becomes a project.
    public static List<Line> lines(ProjectArchive archive) {
        List<Line> lines = new ArrayList<>();
        archive.files().forEach((path, bytes) -> lines.add(new Line(path + "  " + Amounts.bytes(bytes.length), null)));
        archive.leftOut().forEach(path -> lines.add(new Line("Not taken: " + path, null)));
        return lines;
    }

    /// How many files leave or came, in words.
    public static String summary(int files, long bytes) {
        return Amounts.count(files, "file") + ", " + Amounts.bytes(bytes);
    }

    // Commands

    /// Finds out what would leave.
    public void look() {
        start();
        began(session.sharing().look(found -> done(() -> export.set(found)), this::refused));
    }

    /// Writes the project.
    ///
    /// @param then called once it is written
    public void write(Path target, Sharing.Company company, Runnable then) {
        ProjectExport found = export.get();
        if (found == null) {
            return;
        }
        start();
        began(session.sharing()
                .export(
                        found,
                        target,
                        company,
                        () -> done(() -> {
                            session.notices().tell("Exported to " + target + ".");
                            then.run();
                        }),
                        this::refused));
    }

    /// Reads what someone else sent.
    public void read(Path source) {
        start();
        began(session.sharing().read(source, found -> done(() -> archive.set(found)), this::refused));
    }

    /// Fetches a project of the network.
    ///
    /// @param then gets the zip file that came
    public void fetch(String address, Consumer<Path> then) {
        start();
        began(session.sharing().fetch(address, zip -> done(() -> then.accept(zip)), this::refused));
    }

    /// How many runs could go along.
    public int runs() {
        return session.runs().size();
    }

    /// Makes a new project of what came.
    ///
    /// @param then gets the project's folder, and what it is here
    public void unpack(Path target, Consumer<ImportReport> then) {
        ProjectArchive found = archive.get();
        if (found != null) {
            start();
            began(session.sharing().unpack(found, target, report -> done(() -> then.accept(report)), this::refused));
        }
    }

    /// Shows what a line of a report is about.
    public void reveal(Line line) {
        if (line.place() != null) {
            session.reveal(line.place());
        }
    }

    private void start() {
        problem.set("");
        busy.set(true);
    }

    private void began(@Nullable LongTask begun) {
        if (begun == null || !busy.get()) {
            return;
        }
        present = begun;
        begun.ageProperty().subscribe(age -> {
            if (age == LongTask.Age.LONG && present == begun) {
                slow.set(begun);
            }
        });
    }

    private void done(Runnable action) {
        busy.set(false);
        present = null;
        slow.set(null);
        action.run();
    }

    private void refused(String sentence) {
        busy.set(false);
        present = null;
        slow.set(null);
        problem.set(sentence);
    }
}
