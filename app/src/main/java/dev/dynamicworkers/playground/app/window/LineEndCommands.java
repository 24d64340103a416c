package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.command.CommandRegistry;
import dev.dynamicworkers.playground.app.panel.editor.EditorGroup;
import dev.dynamicworkers.playground.app.panel.editor.EditorsViewModel;
import dev.dynamicworkers.playground.app.session.LineEnd;
import dev.dynamicworkers.playground.app.session.OpenFile;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.TextContent;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;

/// The commands that give the file in front other line ends. FX thread.
final class LineEndCommands {
    private LineEndCommands() {}

    static void add(CommandRegistry commands, MainWindow window, ProjectSession session, EditorsViewModel editors) {
        commands.add(
                "choose-line-ends",
                "Edit: Change the line ends of the file\u2026",
                () -> window.openPalette(">Line ends: "));
        add(commands, session, editors, LineEnd.LF, "Line ends: LF, as on Linux and macOS");
        add(commands, session, editors, LineEnd.CRLF, "Line ends: CRLF, as on Windows");
    }

    private static void add(
            CommandRegistry commands, ProjectSession session, EditorsViewModel editors, LineEnd end, String title) {
        ObservableValue<OpenFile> front = editors.activeGroupProperty().flatMap(EditorGroup::frontProperty);
        ObservableValue<LineEnd> present = front.flatMap(OpenFile::lineEndProperty);
        ObservableValue<TextContent> saved = front.flatMap(OpenFile::savedProperty);
        // Asked for their values each time: a value that nobody asks for tells of its first change only.
        ObservableBooleanValue possible = Bindings.createBooleanBinding(
                () -> present.getValue() != null && saved.getValue() != null && isPossible(session, editors, end),
                present,
                saved,
                session.simpleMode().activeProperty());
        commands.addWhile(
                "line-ends-" + end.name().toLowerCase(Locale.ROOT),
                title,
                possible,
                "the file has them, or is only read",
                () -> {
                    OpenFile file = editors.activeFile();
                    if (file != null) {
                        file.chooseLineEnd(end);
                    }
                });
    }

    private static boolean isPossible(ProjectSession session, EditorsViewModel editors, LineEnd end) {
        OpenFile file = editors.activeFile();
        if (file == null || !file.savedProperty().get().readOnlyReason().isEmpty()) {
            return false;
        }
        boolean generated = session.simpleMode().activeProperty().get()
                && file.path().equals(session.outlineProperty().get().main());
        boolean other = file.lineEndProperty().get() != end
                || !file.savedProperty().get().mixed().isEmpty();
        return !generated && other;
    }
}
