package dev.dynamicworkers.playground.app.code;

import java.util.Collection;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.EditableStyledDocument;
import org.fxmisc.richtext.model.TwoDimensional.Bias;

/// A code area that screen readers take for a text area. FX thread.
final class AccessibleCodeArea extends CodeArea {
    private final IntegerProperty tabSize = new SimpleIntegerProperty(2);

    AccessibleCodeArea() {
        init();
    }

    /// @param content of another area, which this one shows too
    AccessibleCodeArea(EditableStyledDocument<Collection<String>, String, Collection<String>> content) {
        super(content);
        init();
    }

    /// A code area brings a sheet of its own, which comes before those of the scene and only says `monospace`.
    private void init() {
        setAccessibleRole(AccessibleRole.TEXT_AREA);
        getStylesheets().removeIf(sheet -> sheet.endsWith("code-area.css"));
    }

    /// Columns of one step of indentation where the text has none yet.
    IntegerProperty tabSizeProperty() {
        return tabSize;
    }

    /// One step of indentation.
    String indentUnit() {
        return LineEdit.unit(getText(), tabSize.get());
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case TEXT -> getText();
            case EDITABLE -> isEditable();
            case CARET_OFFSET -> getCaretPosition();
            case SELECTION_START -> getSelection().getStart();
            case SELECTION_END -> getSelection().getEnd();
            case LINE_FOR_OFFSET ->
                offsetToPosition((Integer) parameters[0], Bias.Forward).getMajor();
            case LINE_START -> position((Integer) parameters[0], 0).toOffset();
            case LINE_END -> {
                int line = (Integer) parameters[0];
                yield position(line, getParagraphLength(line)).toOffset();
            }
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
