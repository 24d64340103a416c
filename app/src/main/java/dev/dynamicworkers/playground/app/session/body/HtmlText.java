package dev.dynamicworkers.playground.app.session.body;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What a page says, without its tags. It is for reading a response, not for showing pages: no layout, no scripts.
public final class HtmlText {
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "br",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "li",
            "tr",
            "section",
            "article",
            "header",
            "footer",
            "ul",
            "ol",
            "table",
            "pre",
            "blockquote",
            "title",
            "form",
            "option",
            "main",
            "nav",
            "hr",
            "dt",
            "dd");
    private static final Set<String> SILENT = Set.of("script", "style", "template", "noscript", "svg");
    private static final Map<String, String> ENTITIES = Map.of(
            "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ", "mdash", "\u2014", "ndash",
            "\u2013", "hellip", "\u2026", "copy", "\u00a9");

    private HtmlText() {}

    /// The text of a page, blocks on lines of their own.
    public static String of(String html) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < html.length()) {
            char c = html.charAt(at);
            if (c == '<') {
                at = tag(html, at, out);
            } else if (c == '&') {
                at = entity(html, at, out);
            } else {
                boolean space = Character.isWhitespace(c);
                boolean after = out.isEmpty() || Character.isWhitespace(out.charAt(out.length() - 1));
                if (!space) {
                    out.append(c);
                } else if (!after) {
                    out.append(' ');
                }
                at++;
            }
        }
        return out.toString()
                .replaceAll(" +\n", "\n")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }

    private static int tag(String html, int start, StringBuilder out) {
        if (html.startsWith("<!--", start)) {
            int end = html.indexOf("-->", start);
            return end < 0 ? html.length() : end + 3;
        }
        int end = html.indexOf('>', start);
        if (end < 0) {
            return html.length();
        }
        int nameStart = html.startsWith("/", start + 1) ? start + 2 : start + 1;
        int nameEnd = nameStart;
        while (nameEnd < end && Character.isLetterOrDigit(html.charAt(nameEnd))) {
            nameEnd++;
        }
        String name = html.substring(nameStart, nameEnd).toLowerCase(Locale.ROOT);
        if (SILENT.contains(name) && nameStart == start + 1) {
            int close = html.toLowerCase(Locale.ROOT).indexOf("</" + name, end);
            return close < 0 ? html.length() : close;
        }
        if (BLOCKS.contains(name) && !out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
            out.append('\n');
        }
        if (name.equals("li") && nameStart == start + 1) {
            out.append("- ");
        }
        return end + 1;
    }

    private static int entity(String html, int start, StringBuilder out) {
        int end = html.indexOf(';', start);
        if (end < 0 || end - start > 10) {
            out.append('&');
            return start + 1;
        }
        String name = html.substring(start + 1, end);
        String known = ENTITIES.get(name);
        if (known != null) {
            out.append(known);
            return end + 1;
        }
        if (name.startsWith("#")) {
            try {
                boolean hex = name.startsWith("#x") || name.startsWith("#X");
                int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
                if (Character.isValidCodePoint(code)) {
                    out.appendCodePoint(code);
                    return end + 1;
                }
            } catch (NumberFormatException e) {
                // Not a number: it is text.
            }
        }
        out.append('&');
        return start + 1;
    }
}
