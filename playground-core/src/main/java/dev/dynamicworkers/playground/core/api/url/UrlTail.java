package dev.dynamicworkers.playground.core.api.url;

import org.jspecify.annotations.Nullable;

/// The states of the URL parser from the path on: path, query and fragment.
abstract class UrlTail extends UrlAuthority {
    UrlTail(String input, UrlRecord url, @Nullable UrlRecord base, @Nullable UrlState override) {
        super(input, url, base, override);
    }

    Step pathStart(int c) {
        if (url.isSpecial()) {
            return c == '/' || c == '\\' ? to(UrlState.PATH) : again(UrlState.PATH);
        }
        if (override == null && c == '?') {
            url.query = "";
            return to(UrlState.QUERY);
        }
        if (override == null && c == '#') {
            url.fragment = "";
            return to(UrlState.FRAGMENT);
        }
        if (c != EOF) {
            return c == '/' ? to(UrlState.PATH) : again(UrlState.PATH);
        }
        if (override != null && url.host == null) {
            url.path.add("");
        }
        return Step.CONTINUE;
    }

    Step path(int c) {
        boolean slash = c == '/' || isSpecialBackslash(c);
        boolean end = c == EOF || slash || override == null && (c == '?' || c == '#');
        if (!end) {
            pointer = PercentEncodeSet.PATH.append(input, pointer, buffer) - 1;
            return Step.CONTINUE;
        }
        if (isDoubleDot(buffer)) {
            url.shortenPath();
            if (!slash) {
                url.path.add("");
            }
        } else if (isSingleDot(buffer)) {
            if (!slash) {
                url.path.add("");
            }
        } else {
            if (url.scheme.equals("file") && url.path.isEmpty() && UrlRecord.isDriveLetter(buffer)) {
                buffer.setCharAt(1, ':');
            }
            url.path.add(buffer.toString());
        }
        buffer.setLength(0);
        if (c == '?') {
            url.query = "";
            return to(UrlState.QUERY);
        }
        if (c == '#') {
            url.fragment = "";
            return to(UrlState.FRAGMENT);
        }
        return Step.CONTINUE;
    }

    private static boolean isSingleDot(StringBuilder segment) {
        return switch (segment.length()) {
            case 1 -> segment.charAt(0) == '.';
            case 3 -> segment.toString().equalsIgnoreCase("%2e");
            default -> false;
        };
    }

    private static boolean isDoubleDot(StringBuilder segment) {
        int length = segment.length();
        if (length != 2 && length != 4 && length != 6) {
            return false;
        }
        String text = segment.toString();
        return text.equals("..")
                || text.equalsIgnoreCase(".%2e")
                || text.equalsIgnoreCase("%2e.")
                || text.equalsIgnoreCase("%2e%2e");
    }

    Step opaquePath() {
        int start = pointer;
        int end = start;
        while (end < input.length() && input.charAt(end) != '?' && input.charAt(end) != '#') {
            end++;
        }
        String text = PercentEncodeSet.C0_CONTROL.encode(input.substring(start, end));
        boolean more = end < input.length();
        if (more && text.endsWith(" ")) {
            text = text.substring(0, text.length() - 1) + "%20";
        }
        url.opaquePath = text;
        pointer = end;
        return more ? queryOrFragment(input.charAt(end)) : Step.CONTINUE;
    }

    Step query() {
        int end = override == null ? input.indexOf('#', pointer) : -1;
        String text = input.substring(pointer, end < 0 ? input.length() : end);
        PercentEncodeSet set = url.isSpecial() ? PercentEncodeSet.SPECIAL_QUERY : PercentEncodeSet.QUERY;
        url.query = (url.query == null ? "" : url.query) + set.encode(text);
        if (end < 0) {
            pointer = input.length();
            return Step.CONTINUE;
        }
        pointer = end;
        url.fragment = "";
        return to(UrlState.FRAGMENT);
    }

    Step fragment() {
        url.fragment = PercentEncodeSet.FRAGMENT.encode(input.substring(pointer));
        pointer = input.length();
        return Step.CONTINUE;
    }
}
