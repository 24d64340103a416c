package dev.dynamicworkers.playground.core.api.url;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The URL standard's URL record: a parsed URL, changed in place by the parser and the setters. One thread at a time.
final class UrlRecord {
    static final int NO_PORT = -1;

    String scheme = "";
    String username = "";
    String password = "";
    /// Serialised; null where the URL has none, empty for `file:///x`.
    @Nullable
    String host;

    int port = NO_PORT;
    /// The segments; unused while [#opaquePath] is there.
    List<String> path = new ArrayList<>();
    /// The whole path of a URL such as `mailto:x`.
    @Nullable
    String opaquePath;

    @Nullable
    String query;

    @Nullable
    String fragment;

    UrlRecord copy() {
        UrlRecord copy = new UrlRecord();
        copy.scheme = scheme;
        copy.copyAuthority(this);
        copy.path = new ArrayList<>(path);
        copy.opaquePath = opaquePath;
        copy.query = query;
        copy.fragment = fragment;
        return copy;
    }

    void copyAuthority(UrlRecord other) {
        username = other.username;
        password = other.password;
        host = other.host;
        port = other.port;
    }

    boolean isSpecial() {
        return isSpecial(scheme);
    }

    static boolean isSpecial(String scheme) {
        return switch (scheme) {
            case "http", "https", "ws", "wss", "ftp", "file" -> true;
            default -> false;
        };
    }

    static int defaultPort(String scheme) {
        return switch (scheme) {
            case "http", "ws" -> 80;
            case "https", "wss" -> 443;
            case "ftp" -> 21;
            default -> NO_PORT;
        };
    }

    boolean hasCredentials() {
        return !username.isEmpty() || !password.isEmpty();
    }

    /// Whether username, password and port make no sense here and their setters do nothing.
    boolean cannotHaveUsernamePasswordPort() {
        return host == null || host.isEmpty() || scheme.equals("file");
    }

    /// Drops the last segment, but never the drive letter of a file URL.
    void shortenPath() {
        boolean onlyDrive = scheme.equals("file") && path.size() == 1 && isNormalizedDriveLetter(path.getFirst());
        if (!path.isEmpty() && !onlyDrive) {
            path.removeLast();
        }
    }

    static boolean isDriveLetter(CharSequence text) {
        return text.length() == 2 && isAsciiAlpha(text.charAt(0)) && (text.charAt(1) == ':' || text.charAt(1) == '|');
    }

    static boolean isNormalizedDriveLetter(String text) {
        return isDriveLetter(text) && text.charAt(1) == ':';
    }

    static boolean isAsciiAlpha(int c) {
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'z';
    }

    String pathText() {
        if (opaquePath != null) {
            return opaquePath;
        }
        StringBuilder out = new StringBuilder();
        appendPath(out);
        return out.toString();
    }

    void appendPath(StringBuilder out) {
        if (opaquePath != null) {
            out.append(opaquePath);
            return;
        }
        for (String segment : path) {
            out.append('/').append(segment);
        }
    }

    String origin() {
        switch (scheme) {
            case "http", "https", "ws", "wss", "ftp" -> {
                String text = scheme + "://" + host;
                return port == NO_PORT ? text : text + ":" + port;
            }
            case "blob" -> {
                UrlRecord inner = UrlParser.parse(pathText(), null);
                boolean web = inner != null && (inner.scheme.equals("http") || inner.scheme.equals("https"));
                return web && inner != null ? inner.origin() : "null";
            }
            default -> {
                return "null";
            }
        }
    }

    /// The serialised URL.
    String href() {
        return UrlText.of(this).href();
    }

    @Override
    public String toString() {
        return href();
    }
}
