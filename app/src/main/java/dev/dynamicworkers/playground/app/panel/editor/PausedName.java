package dev.dynamicworkers.playground.app.panel.editor;

import java.util.Set;

/// Finds the name that a person points at while code stands still: a variable, or a property of one.
final class PausedName {
    private static final Set<String> WORDS = Set.of(
            "await",
            "async",
            "break",
            "case",
            "catch",
            "class",
            "const",
            "continue",
            "default",
            "delete",
            "do",
            "else",
            "export",
            "extends",
            "finally",
            "for",
            "from",
            "function",
            "if",
            "import",
            "in",
            "instanceof",
            "let",
            "new",
            "of",
            "return",
            "static",
            "super",
            "switch",
            "throw",
            "try",
            "typeof",
            "var",
            "void",
            "while",
            "yield");

    private PausedName() {}

    /// The name at an offset with what it is a property of, such as `request.url`; empty for none.
    static String at(String text, int offset) {
        int end = offset;
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        int start = offset;
        while (start > 0 && isPart(text.charAt(start - 1))) {
            start--;
        }
        String name = text.substring(Math.min(start, end), end);
        boolean isName = !name.isEmpty() && Character.isJavaIdentifierStart(name.charAt(0)) && !name.contains("..");
        return isName && !WORDS.contains(name) ? name : "";
    }

    private static boolean isPart(char letter) {
        return letter == '.' || Character.isJavaIdentifierPart(letter);
    }
}
