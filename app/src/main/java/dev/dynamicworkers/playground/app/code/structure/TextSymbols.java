package dev.dynamicworkers.playground.app.code.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds keys of JSON, headings of Markdown and requests of `.http` files.
final class TextSymbols {
    private static final Pattern KEY = Pattern.compile("^(\\s*)\"((?:[^\"\\\\]|\\\\.)*)\"\\s*:");
    private static final Pattern HEADING = Pattern.compile("^(#{1,6})\\s+(.+?)\\s*#*$");
    private static final Pattern REQUEST = Pattern.compile("^(GET|HEAD|POST|PUT|DELETE|OPTIONS|PATCH)\\s+(\\S.*)$");
    private static final int DEEPEST = 2;

    private TextSymbols() {}

    static List<Symbol> json(List<String> lines, int[] ends) {
        List<Symbol> symbols = new ArrayList<>();
        List<Integer> indents = new ArrayList<>();
        for (int line = 0; line < lines.size(); line++) {
            Matcher matcher = KEY.matcher(lines.get(line));
            if (!matcher.find()) {
                continue;
            }
            int indent = matcher.group(1).length();
            indents.removeIf(open -> open >= indent);
            int depth = indents.size();
            indents.add(indent);
            if (depth <= DEEPEST) {
                symbols.add(new Symbol(matcher.group(2), "key", line + 1, matcher.start(2) + 1, ends[line] + 1, depth));
            }
        }
        return symbols;
    }

    static List<Symbol> markdown(List<String> lines) {
        List<Symbol> starts = new ArrayList<>();
        boolean fenced = false;
        for (int line = 0; line < lines.size(); line++) {
            String text = lines.get(line);
            if (text.startsWith("```")) {
                fenced = !fenced;
            }
            Matcher matcher = HEADING.matcher(text);
            if (!fenced && matcher.find()) {
                int level = matcher.group(1).length();
                starts.add(
                        new Symbol(matcher.group(2), "heading", line + 1, matcher.start(2) + 1, line + 1, level - 1));
            }
        }
        return closed(starts, lines.size());
    }

    static List<Symbol> http(List<String> lines) {
        List<Symbol> starts = new ArrayList<>();
        for (int line = 0; line < lines.size(); line++) {
            String text = lines.get(line);
            Matcher request = REQUEST.matcher(text);
            if (text.startsWith("###")) {
                String name = text.substring(3).strip();
                if (!name.isEmpty()) {
                    starts.add(new Symbol(name, "request", line + 1, 1, line + 1, 0));
                }
            } else if (request.find()) {
                starts.add(new Symbol(text.strip(), "request", line + 1, 1, line + 1, 0));
            }
        }
        return closed(starts, lines.size());
    }

    /// Each goes on to the next one that is not deeper.
    private static List<Symbol> closed(List<Symbol> starts, int lines) {
        List<Symbol> symbols = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            Symbol start = starts.get(i);
            int last = lines;
            for (int j = i + 1; j < starts.size(); j++) {
                if (starts.get(j).depth() <= start.depth()) {
                    last = starts.get(j).line() - 1;
                    break;
                }
            }
            symbols.add(new Symbol(start.name(), start.kind(), start.line(), start.column(), last, start.depth()));
        }
        return symbols;
    }
}
