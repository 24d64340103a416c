package dev.dynamicworkers.playground.app.code.structure;

import dev.dynamicworkers.playground.app.code.highlight.Language;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;

/// What can be folded in a text, and what has a name in it. Immutable; safe on any thread.
///
/// @param folds by their first line; the widest one where several start on one line
/// @param symbols in the order of the text
public record CodeStructure(List<FoldRegion> folds, List<Symbol> symbols) {
    /// Of a text that nothing is known of.
    public static final CodeStructure NONE = new CodeStructure(List.of(), List.of());

    private static final String OPENING = "([{";

    public CodeStructure {
        folds = List.copyOf(folds);
        symbols = List.copyOf(symbols);
    }

    /// Reads a text. Takes a few milliseconds for 10,000 lines.
    public static CodeStructure of(String text, Language language) {
        CodeMask mask = CodeMask.of(text, language);
        List<String> lines = mask.lines();
        List<String> code = mask.code();
        int[] ends = new int[lines.size()];
        List<FoldRegion> folds = folds(code, mask.comment(), ends);
        return switch (language) {
            case JAVASCRIPT, TYPESCRIPT -> new CodeStructure(folds, ScriptSymbols.of(lines, code, ends));
            case JSON -> new CodeStructure(folds, TextSymbols.json(lines, ends));
            case MARKDOWN -> headings(TextSymbols.markdown(lines));
            case HTTP -> headings(TextSymbols.http(lines));
            case TEXT -> NONE;
        };
    }

    private static CodeStructure headings(List<Symbol> symbols) {
        return new CodeStructure(
                symbols.stream()
                        .filter(symbol -> symbol.lastLine() > symbol.line())
                        .map(symbol -> new FoldRegion(symbol.line() - 1, symbol.lastLine() - 1))
                        .toList(),
                symbols);
    }

    private record Open(int line, char bracket) {}

    /// @param ends takes, for each line, the line on which the last bracket that it opens is closed
    private static List<FoldRegion> folds(List<String> code, List<Boolean> comment, int[] ends) {
        TreeMap<Integer, FoldRegion> found = new TreeMap<>();
        Deque<Open> open = new ArrayDeque<>();
        int commentStart = -1;
        for (int line = 0; line < code.size(); line++) {
            ends[line] = line;
            String text = code.get(line);
            for (int at = 0; at < text.length(); at++) {
                char c = text.charAt(at);
                if (OPENING.indexOf(c) >= 0) {
                    open.push(new Open(line, c));
                } else if (")]}".indexOf(c) >= 0) {
                    close(open, c, line, found, ends);
                }
            }
            boolean last = line == code.size() - 1;
            if (comment.get(line) && commentStart < 0) {
                commentStart = line;
            }
            if (commentStart >= 0 && (!comment.get(line) || last)) {
                int end = comment.get(line) ? line : line - 1;
                if (end > commentStart) {
                    found.putIfAbsent(commentStart, new FoldRegion(commentStart, end));
                }
                commentStart = -1;
            }
        }
        return List.copyOf(found.values());
    }

    private static void close(
            Deque<Open> open, char closing, int line, TreeMap<Integer, FoldRegion> found, int[] ends) {
        char wanted = OPENING.charAt(")]}".indexOf(closing));
        while (!open.isEmpty()) {
            Open start = open.pop();
            ends[start.line()] = Math.max(ends[start.line()], line);
            // The line of the closing bracket stays, so that it is seen where the folded part ends.
            int last = line - 1;
            if (last > start.line()) {
                FoldRegion before = found.get(start.line());
                if (before == null || before.last() < last) {
                    found.put(start.line(), new FoldRegion(start.line(), last));
                }
            }
            if (start.bracket() == wanted) {
                return;
            }
        }
    }

    /// The symbols around a line, outermost first.
    ///
    /// @param line counts from 1
    public List<Symbol> around(int line) {
        List<Symbol> around = new ArrayList<>();
        for (Symbol symbol : symbols) {
            if (symbol.line() <= line && line <= symbol.lastLine()) {
                around.add(symbol);
            }
        }
        return around;
    }
}
