package dev.dynamicworkers.playground.core.api.url;

import org.jspecify.annotations.Nullable;

/// The URL standard's basic URL parser, one method per state. An instance serves one parse; linear in the input.
final class UrlParser {
    /// The states, in the standard's order and words.
    enum State {
        SCHEME_START,
        SCHEME,
        NO_SCHEME,
        SPECIAL_RELATIVE_OR_AUTHORITY,
        PATH_OR_AUTHORITY,
        RELATIVE,
        RELATIVE_SLASH,
        SPECIAL_AUTHORITY_SLASHES,
        SPECIAL_AUTHORITY_IGNORE_SLASHES,
        AUTHORITY,
        HOST,
        HOSTNAME,
        PORT,
        FILE,
        FILE_SLASH,
        FILE_HOST,
        PATH_START,
        PATH,
        OPAQUE_PATH,
        QUERY,
        FRAGMENT
    }

    private enum Step {
        CONTINUE,
        DONE,
        FAIL
    }

    private static final int EOF = -1;

    private final String input;
    private final UrlRecord url;
    private final @Nullable UrlRecord base;
    private final @Nullable State override;
    private final StringBuilder buffer = new StringBuilder();
    private final StringBuilder username = new StringBuilder();
    private final StringBuilder password = new StringBuilder();
    private State state;
    private int pointer;
    private boolean atSignSeen;
    private boolean insideBrackets;
    private boolean passwordTokenSeen;

    private UrlParser(String input, UrlRecord url, @Nullable UrlRecord base, @Nullable State override) {
        this.input = input;
        this.url = url;
        this.base = base;
        this.override = override;
        this.state = override == null ? State.SCHEME_START : override;
    }

    /// The URL that `input` stands for, relative to `base` where given; null where it is none.
    static @Nullable UrlRecord parse(String input, @Nullable UrlRecord base) {
        UrlRecord url = new UrlRecord();
        UrlParser parser = new UrlParser(withoutTabsAndNewlines(trim(input)), url, base, null);
        return parser.run() ? url : null;
    }

    /// Runs the parser in one state over `url`, as the setters do; false on failure, where `url` is as far as it came.
    static boolean parseInto(UrlRecord url, String input, State override) {
        return new UrlParser(withoutTabsAndNewlines(input), url, null, override).run();
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
            case PATH_OR_AUTHORITY -> c == '/' ? to(State.AUTHORITY) : again(State.PATH);
            case RELATIVE -> relative(c);
            case RELATIVE_SLASH -> relativeSlash(c);
            case SPECIAL_AUTHORITY_SLASHES -> specialAuthoritySlashes(c);
            case SPECIAL_AUTHORITY_IGNORE_SLASHES -> c == '/' || c == '\\' ? Step.CONTINUE : again(State.AUTHORITY);
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

    private Step to(State next) {
        state = next;
        return Step.CONTINUE;
    }

    /// Goes to `next` and lets it see the present character.
    private Step again(State next) {
        state = next;
        pointer--;
        return Step.CONTINUE;
    }

    private boolean remainingStartsWith(char c) {
        return pointer + 1 < input.length() && input.charAt(pointer + 1) == c;
    }

    private boolean isSpecialBackslash(int c) {
        return c == '\\' && url.isSpecial();
    }

    private boolean endsAuthority(int c) {
        return c == EOF || c == '/' || c == '?' || c == '#' || isSpecialBackslash(c);
    }

    private Step schemeStart(int c) {
        if (UrlRecord.isAsciiAlpha(c)) {
            buffer.append((char) (c | 0x20));
            return to(State.SCHEME);
        }
        return override == null ? again(State.NO_SCHEME) : Step.FAIL;
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
        return to(State.NO_SCHEME);
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
            return to(State.FILE);
        }
        if (url.isSpecial()) {
            boolean sameAsBase = base != null && base.scheme.equals(url.scheme);
            return to(sameAsBase ? State.SPECIAL_RELATIVE_OR_AUTHORITY : State.SPECIAL_AUTHORITY_SLASHES);
        }
        if (remainingStartsWith('/')) {
            pointer++;
            return to(State.PATH_OR_AUTHORITY);
        }
        url.opaquePath = "";
        return to(State.OPAQUE_PATH);
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
            return to(State.FRAGMENT);
        }
        return again(base.scheme.equals("file") ? State.FILE : State.RELATIVE);
    }

    private Step specialRelativeOrAuthority(int c) {
        if (c == '/' && remainingStartsWith('/')) {
            pointer++;
            return to(State.SPECIAL_AUTHORITY_IGNORE_SLASHES);
        }
        return again(State.RELATIVE);
    }

    private UrlRecord base() {
        if (base == null) {
            throw new IllegalStateException("a relative state without a base URL");
        }
        return base;
    }

    private Step relative(int c) {
        url.scheme = base().scheme;
        if (c == '/' || isSpecialBackslash(c)) {
            return to(State.RELATIVE_SLASH);
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
            return to(State.QUERY);
        }
        if (c == '#') {
            url.fragment = "";
            return to(State.FRAGMENT);
        }
        if (c == EOF) {
            return Step.CONTINUE;
        }
        url.query = null;
        url.shortenPath();
        return again(State.PATH);
    }

    private Step relativeSlash(int c) {
        if (url.isSpecial() && (c == '/' || c == '\\')) {
            return to(State.SPECIAL_AUTHORITY_IGNORE_SLASHES);
        }
        if (c == '/') {
            return to(State.AUTHORITY);
        }
        url.copyAuthority(base());
        return again(State.PATH);
    }

    private Step specialAuthoritySlashes(int c) {
        if (c == '/' && remainingStartsWith('/')) {
            pointer++;
            return to(State.SPECIAL_AUTHORITY_IGNORE_SLASHES);
        }
        return again(State.SPECIAL_AUTHORITY_IGNORE_SLASHES);
    }

    private Step authority(int c) {
        if (c == '@') {
            credentials();
            return Step.CONTINUE;
        }
        if (!endsAuthority(c)) {
            buffer.append((char) c);
            return Step.CONTINUE;
        }
        if (atSignSeen && buffer.isEmpty()) {
            return Step.FAIL;
        }
        url.username = username.toString();
        url.password = password.toString();
        pointer -= buffer.length() + 1;
        buffer.setLength(0);
        return to(State.HOST);
    }

    private void credentials() {
        if (atSignSeen) {
            (passwordTokenSeen ? password : username).append("%40");
        }
        atSignSeen = true;
        String text = buffer.toString();
        int i = 0;
        while (i < text.length()) {
            if (text.charAt(i) == ':' && !passwordTokenSeen) {
                passwordTokenSeen = true;
                i++;
                continue;
            }
            i = PercentEncodeSet.USERINFO.append(text, i, passwordTokenSeen ? password : username);
        }
        buffer.setLength(0);
    }

    private boolean takeHost() {
        String text = buffer.toString();
        String host = url.isSpecial() ? HostParser.parseSpecial(text) : HostParser.parseOpaque(text);
        if (host == null) {
            return false;
        }
        url.host = host;
        buffer.setLength(0);
        return true;
    }

    private Step host(int c) {
        if (override != null && url.scheme.equals("file")) {
            return again(State.FILE_HOST);
        }
        if (c == ':' && !insideBrackets) {
            if (buffer.isEmpty() || override == State.HOSTNAME) {
                return Step.FAIL;
            }
            return takeHost() ? to(State.PORT) : Step.FAIL;
        }
        if (!endsAuthority(c)) {
            insideBrackets = c == '[' || insideBrackets && c != ']';
            buffer.append((char) c);
            return Step.CONTINUE;
        }
        pointer--;
        if (url.isSpecial() && buffer.isEmpty()) {
            return Step.FAIL;
        }
        boolean hostNeeded = url.hasCredentials() || url.port != UrlRecord.NO_PORT;
        if (override != null && buffer.isEmpty() && hostNeeded) {
            return Step.FAIL;
        }
        if (!takeHost()) {
            return Step.FAIL;
        }
        return override == null ? to(State.PATH_START) : Step.DONE;
    }

    private Step port(int c) {
        if (c >= '0' && c <= '9') {
            buffer.append((char) c);
            return Step.CONTINUE;
        }
        if (!endsAuthority(c) && override == null) {
            return Step.FAIL;
        }
        if (!buffer.isEmpty()) {
            int port = portNumber();
            if (port > 0xFFFF) {
                return Step.FAIL;
            }
            url.port = port == UrlRecord.defaultPort(url.scheme) ? UrlRecord.NO_PORT : port;
            buffer.setLength(0);
            if (override != null) {
                return Step.DONE;
            }
        }
        return override == null ? again(State.PATH_START) : Step.FAIL;
    }

    private int portNumber() {
        int value = 0;
        for (int i = 0; i < buffer.length() && value <= 0xFFFF; i++) {
            value = value * 10 + (buffer.charAt(i) - '0');
        }
        return value;
    }

    private boolean startsWithDriveLetter() {
        if (pointer + 2 > input.length() || !UrlRecord.isDriveLetter(input.substring(pointer, pointer + 2))) {
            return false;
        }
        return pointer + 2 == input.length() || "/\\?#".indexOf(input.charAt(pointer + 2)) >= 0;
    }

    private Step file(int c) {
        url.scheme = "file";
        url.host = "";
        if (c == '/' || c == '\\') {
            return to(State.FILE_SLASH);
        }
        if (base == null || !base.scheme.equals("file")) {
            return again(State.PATH);
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
        return again(State.PATH);
    }

    private Step fileSlash(int c) {
        if (c == '/' || c == '\\') {
            return to(State.FILE_HOST);
        }
        if (base != null && base.scheme.equals("file")) {
            url.host = base.host;
            boolean baseHasDrive = !base.path.isEmpty() && UrlRecord.isNormalizedDriveLetter(base.path.getFirst());
            if (!startsWithDriveLetter() && baseHasDrive) {
                url.path.add(base.path.getFirst());
            }
        }
        return again(State.PATH);
    }

    private Step fileHost(int c) {
        if (c != EOF && c != '/' && c != '\\' && c != '?' && c != '#') {
            buffer.append((char) c);
            return Step.CONTINUE;
        }
        pointer--;
        if (override == null && UrlRecord.isDriveLetter(buffer)) {
            return to(State.PATH);
        }
        if (buffer.isEmpty()) {
            url.host = "";
        } else if (!takeHost()) {
            return Step.FAIL;
        } else if ("localhost".equals(url.host)) {
            url.host = "";
        }
        return override == null ? to(State.PATH_START) : Step.DONE;
    }

    private Step pathStart(int c) {
        if (url.isSpecial()) {
            return c == '/' || c == '\\' ? to(State.PATH) : again(State.PATH);
        }
        if (override == null && c == '?') {
            url.query = "";
            return to(State.QUERY);
        }
        if (override == null && c == '#') {
            url.fragment = "";
            return to(State.FRAGMENT);
        }
        if (c != EOF) {
            return c == '/' ? to(State.PATH) : again(State.PATH);
        }
        if (override != null && url.host == null) {
            url.path.add("");
        }
        return Step.CONTINUE;
    }

    private Step path(int c) {
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
            return to(State.QUERY);
        }
        if (c == '#') {
            url.fragment = "";
            return to(State.FRAGMENT);
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

    private Step opaquePath() {
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

    private Step queryOrFragment(char c) {
        if (c == '?') {
            url.query = "";
            return to(State.QUERY);
        }
        url.fragment = "";
        return to(State.FRAGMENT);
    }

    private Step query() {
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
        return to(State.FRAGMENT);
    }

    private Step fragment() {
        url.fragment = PercentEncodeSet.FRAGMENT.encode(input.substring(pointer));
        pointer = input.length();
        return Step.CONTINUE;
    }
}
