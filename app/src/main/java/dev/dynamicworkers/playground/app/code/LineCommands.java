package dev.dynamicworkers.playground.app.code;

import java.util.ArrayList;
import java.util.List;
import org.fxmisc.richtext.model.TwoDimensional.Bias;

/// Edits whole lines of a code area: indents, comments, moves, copies, removes them. FX thread.
///
/// What a line becomes is decided by [LineEdit]; here it is done as one step that can be undone.
final class LineCommands {
    private final AccessibleCodeArea area;

    LineCommands(AccessibleCodeArea area) {
        this.area = area;
    }

    /// Does an action that concerns lines.
    ///
    /// @param comment what a line comment starts with
    /// @return whether it was one
    boolean perform(EditorAction action, String comment) {
        switch (action) {
            case TOGGLE_COMMENT -> toggleComment(comment);
            case MOVE_LINE_UP -> move(-1);
            case MOVE_LINE_DOWN -> move(1);
            case COPY_LINE_UP -> copy(0);
            case COPY_LINE_DOWN -> copy(1);
            case DELETE_LINE -> delete();
            case SELECT_LINE -> select();
            default -> {
                return false;
            }
        }
        return true;
    }

    /// A closing bracket that is first on its line goes one step to the left.
    void typed(String typed) {
        if (!area.isEditable() || typed.length() != 1 || "}])".indexOf(typed.charAt(0)) < 0) {
            return;
        }
        String before = currentLine().substring(0, area.getCaretColumn());
        if (!before.isEmpty() && before.isBlank() && area.getSelection().getLength() == 0) {
            String unit = area.indentUnit();
            int start = area.getCaretPosition() - before.length();
            area.replaceText(
                    start,
                    area.getCaretPosition(),
                    LineEdit.indentLess(List.of(before), unit).getFirst());
        }
    }

    private String currentLine() {
        return area.getParagraph(area.getCurrentParagraph()).getText();
    }

    /// Breaks the line and indents the new one as its surroundings ask for.
    void newLine() {
        String line = currentLine();
        int column = Math.min(area.getCaretColumn(), line.length());
        if (area.getSelection().getLength() > 0) {
            area.replaceSelection("");
            line = currentLine();
            column = area.getCaretColumn();
        }
        LineEdit.NewLine insert =
                LineEdit.newLine(line.substring(0, column), line.substring(column), area.indentUnit());
        int at = area.getCaretPosition();
        area.insertText(at, insert.text());
        area.moveTo(at + insert.caret());
        area.requestFollowCaret();
    }

    /// Indents the selected lines, or the caret; or takes a step of indent away.
    void tab(boolean back) {
        String unit = area.indentUnit();
        if (back) {
            editLines(lines -> LineEdit.indentLess(lines, unit));
        } else if (area.getSelectedText().contains("\n")) {
            editLines(lines -> LineEdit.indentMore(lines, unit));
        } else {
            int width = unit.equals("\t") ? 0 : unit.length() - area.getCaretColumn() % unit.length();
            area.replaceSelection(width == 0 ? unit : " ".repeat(width));
        }
    }

    private interface LineChange {
        List<String> apply(List<String> lines);
    }

    private int firstLine() {
        return area.offsetToPosition(area.getSelection().getStart(), Bias.Forward)
                .getMajor();
    }

    private int lastLine() {
        var end = area.offsetToPosition(area.getSelection().getEnd(), Bias.Forward);
        boolean atLineStart = end.getMinor() == 0 && end.getMajor() > firstLine();
        return atLineStart ? end.getMajor() - 1 : end.getMajor();
    }

    private List<String> lines(int first, int last) {
        List<String> lines = new ArrayList<>();
        for (int i = first; i <= last; i++) {
            lines.add(area.getParagraph(i).getText());
        }
        return lines;
    }

    /// Changes the selected lines in one undoable step and keeps them selected.
    private void editLines(LineChange change) {
        int first = firstLine();
        int last = lastLine();
        List<String> before = lines(first, last);
        List<String> after = change.apply(before);
        if (after.equals(before)) {
            return;
        }
        boolean selected = area.getSelection().getLength() > 0;
        int column = area.getCaretColumn();
        int shift = after.getLast().length() - before.getLast().length();
        area.getUndoManager().preventMerge();
        area.replaceText(first, 0, last, area.getParagraphLength(last), String.join("\n", after));
        area.getUndoManager().preventMerge();
        if (selected) {
            area.selectRange(first, 0, last, area.getParagraphLength(last));
        } else {
            area.moveTo(last, Math.clamp(column + shift, 0, area.getParagraphLength(last)));
        }
    }

    /// Moves the selected lines past their neighbour.
    ///
    /// @param step -1 for up, 1 for down
    void move(int step) {
        int first = firstLine();
        int last = lastLine();
        int target = step < 0 ? first - 1 : last + 1;
        if (!area.isEditable() || target < 0 || target >= area.getParagraphs().size()) {
            return;
        }
        int column = area.getCaretColumn();
        boolean selected = area.getSelection().getLength() > 0;
        List<String> block = lines(first, last);
        String neighbour = area.getParagraph(target).getText();
        List<String> after = new ArrayList<>(block);
        after.add(step < 0 ? after.size() : 0, neighbour);
        int from = Math.min(first, target);
        int to = Math.max(last, target);
        area.getUndoManager().preventMerge();
        area.replaceText(from, 0, to, area.getParagraphLength(to), String.join("\n", after));
        area.getUndoManager().preventMerge();
        if (selected) {
            area.selectRange(first + step, 0, last + step, area.getParagraphLength(last + step));
        } else {
            area.moveTo(last + step, column);
        }
        area.requestFollowCaret();
    }

    /// Copies the selected lines; the caret stays, or goes to the copy.
    ///
    /// @param step 0 to stay above, 1 to go down
    void copy(int step) {
        if (!area.isEditable()) {
            return;
        }
        int first = firstLine();
        int last = lastLine();
        int column = area.getCaretColumn();
        area.insertText(last, area.getParagraphLength(last), "\n" + String.join("\n", lines(first, last)));
        area.moveTo(last + step * (last - first + 1), column);
        area.requestFollowCaret();
    }

    /// Removes the selected lines.
    void delete() {
        if (!area.isEditable()) {
            return;
        }
        int first = firstLine();
        int last = lastLine();
        if (last + 1 < area.getParagraphs().size()) {
            area.replaceText(first, 0, last + 1, 0, "");
        } else if (first > 0) {
            area.replaceText(first - 1, area.getParagraphLength(first - 1), last, area.getParagraphLength(last), "");
        } else {
            area.replaceText("");
        }
    }

    /// Puts the selected lines into comments, or takes them out.
    void toggleComment(String marker) {
        if (!marker.isEmpty() && area.isEditable()) {
            editLines(lines -> LineEdit.toggleComment(lines, marker));
        }
    }

    /// Selects whole lines.
    void select() {
        int last = lastLine();
        boolean more = last + 1 < area.getParagraphs().size();
        area.selectRange(firstLine(), 0, more ? last + 1 : last, more ? 0 : area.getParagraphLength(last));
    }
}
