package dev.dynamicworkers.playground.app.code;

/// Names within a line.
final class Words {
    private Words() {}

    /// Start of the name that a character is part of; the character itself when it is part of none.
    static int start(String line, int at) {
        int start = at;
        while (start > 0
                && at < line.length()
                && Character.isJavaIdentifierPart(line.charAt(at))
                && Character.isJavaIdentifierPart(line.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /// End of the names, joined by dots, that start here; at least one character.
    static int end(String line, int start) {
        int end = start;
        while (end < line.length() && (Character.isJavaIdentifierPart(line.charAt(end)) || line.charAt(end) == '.')) {
            end++;
        }
        return end > start ? end : Math.min(line.length(), start + 1);
    }
}
