package dev.dynamicworkers.playground.app.code;

import dev.dynamicworkers.playground.app.code.highlight.Lexer;
import dev.dynamicworkers.playground.app.code.highlight.TokenKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.PlainTextChange;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.fxmisc.richtext.model.TwoDimensional.Bias;

/// Colours the lines of one code area: tokens first, overlays (problems, brackets, matches) on top. FX thread.
///
/// After a change it reads again from the changed line to the first line that ends as it did before; most changes
/// touch one line, so they are coloured in the same frame.
final class LineStyler {
    private final CodeArea area;
    private Lexer lexer = Lexer.plain();
    private final List<Lexer.State> ends = new ArrayList<>();
    private final List<Overlay> overlays = new ArrayList<>();

    /// Something drawn over the tokens.
    ///
    /// @param line counts from 0
    /// @param owner who may take it away
    record Overlay(Owner owner, int line, int start, int end, String styleClass) {}

    /// Who drew an overlay.
    enum Owner {
        PROBLEM,
        BRACKET,
        MATCH,
        MULTI
    }

    private record Token(int start, int end, TokenKind kind) {}

    LineStyler(CodeArea area) {
        this.area = area;
    }

    /// Colours the whole text anew.
    void restart(Lexer newLexer) {
        lexer = newLexer;
        ends.clear();
        overlays.clear();
        int lines = area.getParagraphs().size();
        for (int i = 0; i < lines; i++) {
            ends.add(lexer.start());
        }
        styleFrom(0, lines);
    }

    /// Follows a change of the text.
    void changed(PlainTextChange change) {
        int line = area.offsetToPosition(change.getPosition(), Bias.Forward)
                .getMajor();
        int removed = count(change.getRemoved());
        int inserted = count(change.getInserted());
        overlays.removeIf(overlay -> overlay.line() >= line && overlay.line() <= line + removed);
        if (removed != inserted) {
            List<Overlay> moved = new ArrayList<>();
            for (Overlay o : overlays) {
                int shift = o.line() > line + removed ? inserted - removed : 0;
                moved.add(new Overlay(o.owner(), o.line() + shift, o.start(), o.end(), o.styleClass()));
            }
            overlays.clear();
            overlays.addAll(moved);
        }
        for (int i = 0; i < removed && ends.size() > line + 1; i++) {
            ends.remove(line + 1);
        }
        for (int i = 0; i < inserted; i++) {
            ends.add(Math.min(line + 1, ends.size()), lexer.start());
        }
        styleFrom(line, line + inserted + 1);
    }

    /// How many line ends a text has.
    static int count(String text) {
        int lines = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                lines++;
            }
        }
        return lines;
    }

    /// Replaces all overlays of one owner.
    void overlay(Owner owner, List<Overlay> wanted) {
        Set<Integer> lines = new TreeSet<>();
        overlays.removeIf(overlay -> {
            boolean mine = overlay.owner() == owner;
            if (mine) {
                lines.add(overlay.line());
            }
            return mine;
        });
        for (Overlay overlay : wanted) {
            overlays.add(overlay);
            lines.add(overlay.line());
        }
        for (int line : lines) {
            if (line < ends.size()) {
                styleFrom(line, line + 1);
            }
        }
    }

    /// Overlays, one for each line, over these characters.
    List<Overlay> overlays(Owner owner, int start, int end, String styleClass) {
        List<Overlay> pieces = new ArrayList<>();
        var from = area.offsetToPosition(start, Bias.Forward);
        var to = area.offsetToPosition(end, Bias.Backward);
        for (int line = from.getMajor(); line <= to.getMajor(); line++) {
            int first = line == from.getMajor() ? from.getMinor() : 0;
            int last = line == to.getMajor() ? to.getMinor() : area.getParagraphLength(line);
            if (last > first) {
                pieces.add(new Overlay(owner, line, first, last, styleClass));
            }
        }
        return pieces;
    }

    private void styleFrom(int first, int atLeastUntil) {
        int lines = area.getParagraphs().size();
        StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
        int length = 0;
        int line = first;
        while (line < lines && line < ends.size()) {
            String text = area.getParagraph(line).getText();
            List<Token> tokens = new ArrayList<>();
            Lexer.State before = line == 0 ? lexer.start() : ends.get(line - 1);
            Lexer.State end = lexer.line(text, before, (from, to, kind) -> {
                if (to > from) {
                    tokens.add(new Token(from, to, kind));
                }
            });
            if (line > first) {
                spans.add(Collections.emptyList(), 1);
                length++;
            }
            addLine(spans, line, text.length(), tokens);
            length += text.length();
            boolean same = end.equals(ends.get(line));
            ends.set(line, end);
            line++;
            if (same && line >= atLeastUntil) {
                break;
            }
        }
        if (length > 0) {
            StyleSpans<Collection<String>> built = spans.create();
            area.setStyleSpans(first, 0, built);
        }
    }

    private void addLine(StyleSpansBuilder<Collection<String>> spans, int line, int length, List<Token> tokens) {
        List<Overlay> above = overlays.stream()
                .filter(overlay -> overlay.line() == line && overlay.start() < length)
                .toList();
        if (length == 0) {
            spans.add(Collections.emptyList(), 0);
            return;
        }
        TreeSet<Integer> cuts = new TreeSet<>(List.of(0, length));
        tokens.forEach(token -> {
            cuts.add(token.start());
            cuts.add(token.end());
        });
        above.forEach(overlay -> {
            cuts.add(overlay.start());
            cuts.add(Math.min(length, overlay.end()));
        });
        int token = 0;
        int from = cuts.pollFirst();
        for (int to : cuts) {
            while (token < tokens.size() && tokens.get(token).end() <= from) {
                token++;
            }
            Set<String> classes = new LinkedHashSet<>();
            if (token < tokens.size() && tokens.get(token).start() <= from) {
                classes.add(tokens.get(token).kind().styleClass());
            }
            for (Overlay overlay : above) {
                if (overlay.start() <= from && overlay.end() >= to) {
                    classes.add(overlay.styleClass());
                }
            }
            spans.add(classes, to - from);
            from = to;
        }
    }

    /// Whether the character is code and not part of a string, a comment or a regular expression.
    boolean isCode(int line, int column) {
        Collection<String> classes = area.getParagraph(line).getStyleOfChar(column);
        return !classes.contains(TokenKind.STRING.styleClass())
                && !classes.contains(TokenKind.COMMENT.styleClass())
                && !classes.contains(TokenKind.REGEX.styleClass());
    }
}
