package dev.dynamicworkers.playground.core.api.url;

import org.jspecify.annotations.Nullable;

/// A URL of the web as the host side sees it: parsed anew by the URL standard, whatever a worker's own code made of it.
///
/// @param host serialised; IPv4 addresses in dotted decimal whatever their spelling was, IPv6 ones in brackets
/// @param port the scheme's own where none is given
/// @param path begins with `/`
/// @param query with its `?`, empty for none
public record WebUrl(String scheme, String host, int port, String path, String query) {
    /// The URL, or null where `text` is none of the schemes `http`, `https`, `ws` and `wss`.
    public static @Nullable WebUrl parse(String text) {
        UrlRecord url = UrlParser.parse(text, null);
        if (url == null || url.host == null) {
            return null;
        }
        return switch (url.scheme) {
            case "http", "https", "ws", "wss" ->
                new WebUrl(
                        url.scheme,
                        url.host,
                        url.port == UrlRecord.NO_PORT ? UrlRecord.defaultPort(url.scheme) : url.port,
                        url.pathText().isEmpty() ? "/" : url.pathText(),
                        url.query == null ? "" : "?" + url.query);
            default -> null;
        };
    }

    /// A host in the one spelling that [#host] has, or null where `text` is none.
    public static @Nullable String host(String text) {
        return HostParser.parseSpecial(text.contains(":") && !text.startsWith("[") ? "[" + text + "]" : text);
    }

    /// Whether it is reached over TLS.
    public boolean isSecure() {
        return scheme.equals("https") || scheme.equals("wss");
    }
}
