package dev.dynamicworkers.playground.app.panel.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A page of the guide apart from its look: as much of Markdown as the guide is written in. Safe on any thread.
final class MarkdownText {
    private static final Pattern HEADING = Pattern.compile("(#{1,4}) +(.*)");
    private static final Pattern ITEM = Pattern.compile("(?:[-*]|\\d+\\.) +(.*)");
    private static final Pattern DIVIDER = Pattern.compile("\\|?(\\s*:?-+:?\\s*\\|)+(\\s*:?-+:?\\s*)?");
    private static final Pattern INLINE = Pattern.compile(
            "(?<ticks>`+)(?<code>.+?)\\k<ticks>|\\*\\*(?<strong>.+?)\\*\\*|(?<![\\w*])\\*(?<light>[^*]+?)\\*(?!\\w)"
                    + "|\\[(?<words>[^\\]]+)\\]\\((?<target>[^)]+)\\)");

    private MarkdownText() {}

    /// A part of a page.
    sealed interface Block {
        /// @param level 1 for the page's own
        record Heading(int level, List<Span> text) implements Block {
            /// The name that links know it by.
            String anchor() {
                return MarkdownText.anchor(MarkdownText.plain(text));
            }
        }

        record Paragraph(List<Span> text) implements Block {}

        record Code(String text) implements Block {}

        record Items(List<List<Span>> items) implements Block {}

        /// @param head the first row
        record Table(List<List<Span>> head, List<List<List<Span>>> rows) implements Block {}
    }

    /// A piece of a line.
    sealed interface Span {
        record Words(String text) implements Span {}

        record Code(String text) implements Span {}

        record Strong(String text) implements Span {}

        record Light(String text) implements Span {}

        record Link(String text, String target) implements Span {}
    }

    /// Reads a page.
    static List<Block> parse(String text) {
        List<Block> blocks = new ArrayList<>();
        List<String> lines = text.lines().toList();
        int at = 0;
        while (at < lines.size()) {
            String line = lines.get(at);
            Matcher heading = HEADING.matcher(line);
            if (line.isBlank()) {
                at++;
            } else if (line.startsWith("```")) {
                int end = at + 1;
                while (end < lines.size() && !lines.get(end).startsWith("```")) {
                    end++;
                }
                blocks.add(new Block.Code(String.join("\n", lines.subList(at + 1, end))));
                at = end + 1;
            } else if (heading.matches()) {
                blocks.add(new Block.Heading(heading.group(1).length(), spans(heading.group(2))));
                at++;
            } else if (at + 1 < lines.size()
                    && line.startsWith("|")
                    && DIVIDER.matcher(lines.get(at + 1)).matches()) {
                int end = at + 2;
                while (end < lines.size() && lines.get(end).startsWith("|")) {
                    end++;
                }
                blocks.add(new Block.Table(
                        cells(line),
                        lines.subList(at + 2, end).stream()
                                .map(MarkdownText::cells)
                                .toList()));
                at = end;
            } else if (ITEM.matcher(line).matches()) {
                at = items(lines, at, blocks);
            } else {
                int end = at + 1;
                while (end < lines.size() && continues(lines.get(end))) {
                    end++;
                }
                blocks.add(new Block.Paragraph(spans(String.join(" ", lines.subList(at, end)))));
                at = end;
            }
        }
        return blocks;
    }

    private static boolean continues(String line) {
        return !line.isBlank()
                && !line.startsWith("```")
                && !line.startsWith("|")
                && !HEADING.matcher(line).matches()
                && !ITEM.matcher(line).matches();
    }

    private static int items(List<String> lines, int from, List<Block> blocks) {
        List<List<Span>> items = new ArrayList<>();
        int at = from;
        while (at < lines.size()) {
            Matcher item = ITEM.matcher(lines.get(at));
            if (!item.matches()) {
                break;
            }
            StringBuilder text = new StringBuilder(item.group(1));
            at++;
            while (at < lines.size() && lines.get(at).startsWith("  ")) {
                text.append(' ').append(lines.get(at++).strip());
            }
            items.add(spans(text.toString()));
        }
        blocks.add(new Block.Items(items));
        return at;
    }

    /// Cells of a row; a bar in code counts as text.
    private static List<List<Span>> cells(String row) {
        String inner = row.strip();
        inner = inner.startsWith("|") ? inner.substring(1) : inner;
        inner = inner.endsWith("|") ? inner.substring(0, inner.length() - 1) : inner;
        List<List<Span>> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean code = false;
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            boolean escaped = c == '\\' && i + 1 < inner.length() && inner.charAt(i + 1) == '|';
            if (escaped) {
                cell.append('|');
                i++;
            } else if (c == '|' && !code) {
                cells.add(spans(cell.toString().strip()));
                cell.setLength(0);
            } else {
                code ^= c == '`';
                cell.append(c);
            }
        }
        cells.add(spans(cell.toString().strip()));
        return cells;
    }

    /// Pieces of a text.
    static List<Span> spans(String text) {
        List<Span> spans = new ArrayList<>();
        Matcher inline = INLINE.matcher(text);
        int end = 0;
        while (inline.find()) {
            if (inline.start() > end) {
                spans.add(new Span.Words(text.substring(end, inline.start())));
            }
            if (inline.group("code") != null) {
                spans.add(new Span.Code(inline.group("code").strip()));
            } else if (inline.group("strong") != null) {
                spans.add(new Span.Strong(inline.group("strong").replace("`", "")));
            } else if (inline.group("light") != null) {
                spans.add(new Span.Light(inline.group("light")));
            } else {
                spans.add(new Span.Link(inline.group("words").replace("`", ""), inline.group("target")));
            }
            end = inline.end();
        }
        if (end < text.length()) {
            spans.add(new Span.Words(text.substring(end)));
        }
        return spans;
    }

    /// The text of pieces without their look.
    static String plain(List<Span> spans) {
        StringBuilder text = new StringBuilder();
        for (Span span : spans) {
            text.append(
                    switch (span) {
                        case Span.Words(String words) -> words;
                        case Span.Code(String code) -> code;
                        case Span.Strong(String words) -> words;
                        case Span.Light(String words) -> words;
                        case Span.Link(String words, String target) -> words;
                    });
        }
        return text.toString();
    }

    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}\\s-]", "")
                .strip()
                .replaceAll("\\s", "-");
    }
}
