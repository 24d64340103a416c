package dev.dynamicworkers.playground.core.api.url;

import org.jspecify.annotations.Nullable;

/// The URL standard's basic URL parser, one method per state. An instance serves one parse; linear in the input. The
/// states of the authority and of what follows it are in the classes above.
final class UrlParser extends UrlTail {
    private int steps;

    private UrlParser(String input, UrlRecord url, @Nullable UrlRecord base, @Nullable UrlState override) {
        super(input, url, base, override);
    }

    /// The URL that `input` stands for, relative to `base` where given; null where it is none.
    static @Nullable UrlRecord parse(String input, @Nullable UrlRecord base) {
        UrlRecord url = new UrlRecord();
        UrlParser parser = new UrlParser(withoutTabsAndNewlines(trim(input)), url, base, null);
        return parser.run() ? url : null;
    }

    /// Runs the parser in one state over `url`, as the setters do; false on failure, where `url` is as far as it came.
    static boolean parseInto(UrlRecord url, String input, UrlState override) {
        return new UrlParser(withoutTabsAndNewlines(input), url, null, override).run();
    }

    /// How many characters the states look at to parse a text, those seen again included: what its time depends on.
    static int stepsOf(String input) {
        UrlParser parser = new UrlParser(withoutTabsAndNewlines(trim(input)), new UrlRecord(), null, null);
        parser.run();
        return parser.steps;
    }

    private static String trim(String input) {
        int start = 0;
        int end = input.length();
        while (start < end && input.charAt(start) <= ' ') {
            start++;
        }
        while (end > start && input.charAt(end - 1) <= ' ') {
            end--;
        }
        return input.substring(start, end);
    }

    private static String withoutTabsAndNewlines(String input) {
        for (int i = 0; i < input.length(); i++) {
            char c = input.charAt(i);
            if (c == '\t' || c == '\n' || c == '\r') {
                return input.replaceAll("[\t\n\r]", "");
            }
        }
        return input;
    }

    private boolean run() {
        while (true) {
            steps++;
            int c = pointer < input.length() ? input.charAt(pointer) : EOF;
            Step step = step(c);
            if (step != Step.CONTINUE) {
                return step == Step.DONE;
            }
            // A state may have moved the pointer back; only a state that consumed EOF ends the run.
            if (pointer >= input.length()) {
                return true;
            }
            pointer++;
        }
    }

    private Step step(int c) {
        return switch (state) {
            case SCHEME_START -> schemeStart(c);
            case SCHEME -> scheme(c);
            case NO_SCHEME -> noScheme(c);
            case SPECIAL_RELATIVE_OR_AUTHORITY -> specialRelativeOrAuthority(c);
            case PATH_OR_AUTHORITY -> c == '/' ? to(UrlState.AUTHORITY) : again(UrlState.PATH);
            case RELATIVE -> relative(c);
            case RELATIVE_SLASH -> relativeSlash(c);
            case SPECIAL_AUTHORITY_SLASHES -> specialAuthoritySlashes(c);
            case SPECIAL_AUTHORITY_IGNORE_SLASHES -> c == '/' || c == '\\' ? Step.CONTINUE : again(UrlState.AUTHORITY);
            case AUTHORITY -> authority(c);
            case HOST, HOSTNAME -> host(c);
            case PORT -> port(c);
            case FILE -> file(c);
            case FILE_SLASH -> fileSlash(c);
            case FILE_HOST -> fileHost(c);
            case PATH_START -> pathStart(c);
            case PATH -> path(c);
            case OPAQUE_PATH -> opaquePath();
            case QUERY -> query();
            case FRAGMENT -> fragment();
        };
    }

    private Step schemeStart(int c) {
        if (UrlRecord.isAsciiAlpha(c)) {
            buffer.append((char) (c | 0x20));
            return to(UrlState.SCHEME);
        }
        return override == null ? again(UrlState.NO_SCHEME) : Step.FAIL;
    }

    private Step scheme(int c) {
        if (UrlRecord.isAsciiAlpha(c)) {
            buffer.append((char) (c | 0x20));
            return Step.CONTINUE;
        }
        if (c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.') {
            buffer.append((char) c);
            return Step.CONTINUE;
        }
        if (c == ':') {
            return override == null ? schemeEnd() : schemeOverride();
        }
        if (override != null) {
            return Step.FAIL;
        }
        buffer.setLength(0);
        pointer = -1;
        return to(UrlState.NO_SCHEME);
    }

    private Step schemeOverride() {
        String scheme = buffer.toString();
        if (url.isSpecial() != UrlRecord.isSpecial(scheme)
                || (url.hasCredentials() || url.port != UrlRecord.NO_PORT) && scheme.equals("file")
                || url.scheme.equals("file") && "".equals(url.host)) {
            return Step.DONE;
        }
        url.scheme = scheme;
        if (url.port == UrlRecord.defaultPort(scheme)) {
            url.port = UrlRecord.NO_PORT;
        }
        return Step.DONE;
    }

    private Step schemeEnd() {
        url.scheme = buffer.toString();
        buffer.setLength(0);
        if (url.scheme.equals("file")) {
            return to(UrlState.FILE);
        }
        if (url.isSpecial()) {
            boolean sameAsBase = base != null && base.scheme.equals(url.scheme);
            return to(sameAsBase ? UrlState.SPECIAL_RELATIVE_OR_AUTHORITY : UrlState.SPECIAL_AUTHORITY_SLASHES);
        }
        if (remainingStartsWith('/')) {
            pointer++;
            return to(UrlState.PATH_OR_AUTHORITY);
        }
        url.opaquePath = "";
        return to(UrlState.OPAQUE_PATH);
    }

    private Step noScheme(int c) {
        if (base == null || base.opaquePath != null && c != '#') {
            return Step.FAIL;
        }
        if (base.opaquePath != null) {
            url.scheme = base.scheme;
            url.opaquePath = base.opaquePath;
            url.query = base.query;
            url.fragment = "";
            return to(UrlState.FRAGMENT);
        }
        return again(base.scheme.equals("file") ? UrlState.FILE : UrlState.RELATIVE);
    }

    private Step specialRelativeOrAuthority(int c) {
        if (c == '/' && remainingStartsWith('/')) {
            pointer++;
            return to(UrlState.SPECIAL_AUTHORITY_IGNORE_SLASHES);
        }
        return again(UrlState.RELATIVE);
    }

    private Step relative(int c) {
        url.scheme = base().scheme;
        if (c == '/' || isSpecialBackslash(c)) {
            return to(UrlState.RELATIVE_SLASH);
        }
        url.copyAuthority(base());
        url.path.clear();
        url.path.addAll(base().path);
        url.query = base().query;
        return afterCopiedPath(c);
    }

    private Step afterCopiedPath(int c) {
        if (c == '?') {
            url.query = "";
            return to(UrlState.QUERY);
        }
        if (c == '#') {
            url.fragment = "";
            return to(UrlState.FRAGMENT);
        }
        if (c == EOF) {
            return Step.CONTINUE;
        }
        url.query = null;
        url.shortenPath();
        return again(UrlState.PATH);
    }

    private Step relativeSlash(int c) {
        if (url.isSpecial() && (c == '/' || c == '\\')) {
            return to(UrlState.SPECIAL_AUTHORITY_IGNORE_SLASHES);
        }
        if (c == '/') {
            return to(UrlState.AUTHORITY);
        }
        url.copyAuthority(base());
        return again(UrlState.PATH);
    }

    private Step specialAuthoritySlashes(int c) {
        if (c == '/' && remainingStartsWith('/')) {
            pointer++;
            return to(UrlState.SPECIAL_AUTHORITY_IGNORE_SLASHES);
        }
        return again(UrlState.SPECIAL_AUTHORITY_IGNORE_SLASHES);
    }

    private Step file(int c) {
        url.scheme = "file";
        url.host = "";
        if (c == '/' || c == '\\') {
            return to(UrlState.FILE_SLASH);
        }
        if (base == null || !base.scheme.equals("file")) {
            return again(UrlState.PATH);
        }
        url.host = base.host;
        url.path.clear();
        url.path.addAll(base.path);
        url.query = base.query;
        if (c == EOF || c == '?' || c == '#' || !startsWithDriveLetter()) {
            return afterCopiedPath(c);
        }
        url.query = null;
        url.path.clear();
        return again(UrlState.PATH);
    }

    private Step fileSlash(int c) {
        if (c == '/' || c == '\\') {
            return to(UrlState.FILE_HOST);
        }
        if (base != null && base.scheme.equals("file")) {
            url.host = base.host;
            boolean baseHasDrive = !base.path.isEmpty() && UrlRecord.isNormalizedDriveLetter(base.path.getFirst());
            if (!startsWithDriveLetter() && baseHasDrive) {
                url.path.add(base.path.getFirst());
            }
        }
        return again(UrlState.PATH);
    }
}
