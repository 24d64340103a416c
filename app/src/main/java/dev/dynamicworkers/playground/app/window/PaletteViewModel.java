package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.code.EditorView;
import dev.dynamicworkers.playground.app.code.structure.Symbol;
import dev.dynamicworkers.playground.app.command.Command;
import dev.dynamicworkers.playground.app.command.CommandRegistry;
import dev.dynamicworkers.playground.app.command.KeyBindings;
import dev.dynamicworkers.playground.app.session.Amounts;
import dev.dynamicworkers.playground.app.session.FileNode;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.RunRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the palette offers for what is typed: `>` commands, `@` names in the file, `:` a line, `#` runs, `*` how often
/// to send the request, else files. FX thread.
final class PaletteViewModel {
    private static final int MOST = 200;

    private final CommandRegistry commands;
    private final ProjectSession session;
    private final KeyBindings keys;
    private final Panels panels;
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<Choice> choices = FXCollections.observableArrayList();

    /// One row.
    ///
    /// @param detail keys of a command, role of a file
    /// @param enabled false for a command that can't run now
    record Choice(String title, String detail, boolean enabled, Runnable action) {}

    /// Behind titles that have all of it.
    private static final int WORDS = 500;
    /// Behind titles that have its words.
    private static final int LETTERS = 1_000;

    private record Scored(Choice choice, int score) {}

    PaletteViewModel(CommandRegistry commands, KeyBindings keys, ProjectSession session, Panels panels) {
        this.commands = commands;
        this.keys = keys;
        this.session = session;
        this.panels = panels;
        query.subscribe(text -> refresh());
    }

    StringProperty queryProperty() {
        return query;
    }

    ObservableList<Choice> choices() {
        return choices;
    }

    void refresh() {
        String text = query.get();
        if (text.startsWith(">")) {
            choices.setAll(commandChoices(text.substring(1).strip()));
        } else if (text.startsWith(":")) {
            choices.setAll(lineChoice(text.substring(1).strip()));
        } else if (text.startsWith("*")) {
            choices.setAll(timesChoice(text.substring(1).strip()));
        } else if (text.startsWith("@")) {
            choices.setAll(symbolChoices(text.substring(1).strip()));
        } else if (text.startsWith("#")) {
            choices.setAll(runChoices(text.substring(1).strip()));
        } else {
            choices.setAll(fileChoices(text.strip()));
        }
    }

    private List<Choice> commandChoices(String wanted) {
        List<Scored> found = new ArrayList<>();
        for (Command command : commands.all()) {
            int score = score(command.title(), wanted);
            boolean hidden = command.isHidden() && !asksForHidden(wanted);
            if (score >= 0 && !hidden) {
                boolean enabled = command.enabled().get();
                found.add(new Scored(
                        new Choice(
                                command.title(),
                                enabled ? keys.text(command) : command.reason(),
                                enabled,
                                command::run),
                        score));
            }
        }
        return best(found);
    }

    private static boolean asksForHidden(String wanted) {
        String prefix = Command.HIDDEN.strip().replace(":", "").toLowerCase(Locale.ROOT);
        return wanted.toLowerCase(Locale.ROOT).startsWith(prefix);
    }

    private List<Choice> symbolChoices(String wanted) {
        EditorView editor = panels.editors.activeEditor();
        if (editor == null) {
            return List.of();
        }
        List<Scored> found = new ArrayList<>();
        for (Symbol symbol : editor.structureProperty().getValue().symbols()) {
            int score = score(symbol.name(), wanted);
            if (score >= 0) {
                String title = "\u2003".repeat(wanted.isEmpty() ? symbol.depth() : 0) + symbol.name();
                Runnable go = () -> editor.goTo(symbol.line(), symbol.column());
                Choice choice = new Choice(title, symbol.kind() + "  " + symbol.line(), Boolean.TRUE, go);
                found.add(new Scored(choice, score));
            }
        }
        return best(found);
    }

    private List<Choice> runChoices(String wanted) {
        List<Scored> found = new ArrayList<>();
        for (RunRecord run : session.runs()) {
            String title = "#" + run.number() + "  " + run.request().method() + " "
                    + run.request().url();
            int score = score(title, wanted);
            if (score >= 0) {
                Runnable show = () -> session.shownRunProperty().set(run);
                Choice choice = new Choice(title, run.verdict().word(), Boolean.TRUE, show);
                found.add(new Scored(choice, score));
            }
        }
        return best(found);
    }

    private List<Choice> fileChoices(String wanted) {
        FileNode tree = session.treeProperty().get();
        if (tree == null) {
            return List.of();
        }
        List<Scored> found = new ArrayList<>();
        tree.files().forEach(file -> {
            int score = score(file.path(), wanted);
            if (score >= 0) {
                String role = session.outlineProperty().get().role(file.path()).word();
                found.add(new Scored(
                        new Choice(file.path(), role, Boolean.TRUE, () -> session.open(file.path())), score));
            }
        });
        return best(found);
    }

    private List<Choice> lineChoice(String wanted) {
        if (!wanted.matches("\\d{1,7}")) {
            return List.of(new Choice("Type a line number", "", Boolean.FALSE, () -> {}));
        }
        int line = Integer.parseInt(wanted);
        return List.of(
                new Choice("Go to line " + line, "Enter", Boolean.TRUE, () -> panels.editorsModel.goToLine(line)));
    }

    private List<Choice> timesChoice(String wanted) {
        int times = wanted.matches("\\d{1,4}") ? Integer.parseInt(wanted) : 0;
        if (times < 1 || times > RepeatedRun.MOST) {
            String words = "Type how many times to send the request, 1 to " + Amounts.count(RepeatedRun.MOST, "time");
            return List.of(new Choice(words, "", Boolean.FALSE, () -> {}));
        }
        boolean possible = panels.requestModel.canSendProperty().get();
        return List.of(new Choice(
                "Send the request " + Amounts.count(times, "time"),
                possible ? "Enter" : "not now",
                possible,
                () -> panels.repeated.start(times)));
    }

    private static List<Choice> best(List<Scored> found) {
        return found.stream()
                .sorted(Comparator.comparingInt(Scored::score))
                .limit(MOST)
                .map(Scored::choice)
                .toList();
    }

    /// How well a title matches: smaller is better, -1 for not at all. Words may come in any order, letters may not.
    static int score(String title, String wanted) {
        if (wanted.isEmpty()) {
            return 0;
        }
        String in = title.toLowerCase(Locale.ROOT);
        String letters = wanted.toLowerCase(Locale.ROOT);
        int whole = in.indexOf(letters);
        if (whole >= 0) {
            return whole;
        }
        List<String> words = List.of(letters.split(" +"));
        if (words.size() > 1 && words.stream().allMatch(in::contains)) {
            return WORDS + words.stream().mapToInt(in::indexOf).sum();
        }
        int at = -1;
        int gaps = 0;
        for (int i = 0; i < letters.length(); i++) {
            if (letters.charAt(i) == ' ') {
                continue;
            }
            int next = in.indexOf(letters.charAt(i), at + 1);
            if (next < 0) {
                return -1;
            }
            gaps += next - at - 1;
            at = next;
        }
        return LETTERS + gaps;
    }
}
