package dev.dynamicworkers.playground.app.theme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// The fonts of this machine in which code can be read. FX thread.
public final class CodeFonts {
    /// What code is written in where the chosen font is not there, as CSS.
    private static final String OTHERS =
            "\"JetBrains Mono\", \"Cascadia Code\", \"Menlo\", \"DejaVu Sans Mono\", monospace";

    private static final Map<String, Boolean> KNOWN = new HashMap<>();

    private CodeFonts() {}

    /// Names of the families whose characters are all of one width, in the order of the alphabet.
    ///
    /// @param always names that are in the list whatever the machine has
    public static List<String> families(String... always) {
        TreeSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(List.of(always));
        for (String family : Font.getFamilies()) {
            if (KNOWN.computeIfAbsent(family, CodeFonts::isMonospaced)) {
                names.add(family);
            }
        }
        return new ArrayList<>(names);
    }

    private static boolean isMonospaced(String family) {
        Font font = Font.font(family, 20);
        double narrow = width(font, "iiiii");
        return narrow > 0
                && Math.abs(narrow - width(font, "WWWWW")) < 0.5
                && Math.abs(narrow - width(font, "{=0; ")) < 0.5;
    }

    private static double width(Font font, String characters) {
        Text text = new Text(characters);
        text.setFont(font);
        return text.getLayoutBounds().getWidth();
    }

    /// Style rules for code in this font.
    ///
    /// @param tabSize columns that a tab character takes
    static String css(String family, int tabSize) {
        String names = "-fx-font-family: \"" + family + "\", " + OTHERS + ";";
        return ".mono, .code-editor, .code-editor .lineno, .line-message, .console .list-view, .proposals .list-cell,"
                + " .floating .signature, .bubble-text, .bubble-active { " + names + " }"
                + " .code-editor .paragraph-text { -fx-tab-size: " + tabSize + "; }";
    }
}
