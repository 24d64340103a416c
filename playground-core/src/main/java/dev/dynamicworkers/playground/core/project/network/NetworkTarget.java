package dev.dynamicworkers.playground.core.project.network;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/// What a request wants to reach.
///
/// @param method in upper case; `CONNECT` for a TCP connection
/// @param host lower case, without a dot at its end; IPv6 addresses without brackets
/// @param port from 1 to 65535
/// @param path percent-encoded, without the query; empty for a TCP connection
/// @param url how records and messages call it
public record NetworkTarget(String method, String host, int port, String path, String url) {
    /// The method of TCP connections.
    public static final String CONNECT = "CONNECT";

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    public NetworkTarget {
        method = method.toUpperCase(Locale.ROOT);
        host = plainHost(host);
    }

    /// What a TCP connection wants to reach.
    public static NetworkTarget tcp(String host, int port) {
        String plain = plainHost(host);
        return new NetworkTarget(
                CONNECT, plain, port, "", (plain.contains(":") ? "[" + plain + "]" : plain) + ":" + port);
    }

    /// What a request would reach, for people who try a URL before any code does; empty where it is no HTTP URL.
    public static Optional<NetworkTarget> of(String method, String url) {
        try {
            URI uri = new URI(url.strip());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean secure = scheme.equals("https") || scheme.equals("wss");
            if (uri.getHost() == null || !(secure || scheme.equals("http") || scheme.equals("ws"))) {
                return Optional.empty();
            }
            int port = uri.getPort() < 0 ? (secure ? HTTPS : HTTP) : uri.getPort();
            String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            return Optional.of(new NetworkTarget(method, uri.getHost(), port, path, url.strip()));
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    /// Method and URL, as messages and records name the request.
    public String text() {
        return method + " " + url;
    }

    /// A host in the one spelling that rules and addresses are compared in.
    static String plainHost(String host) {
        String plain = host.strip().toLowerCase(Locale.ROOT);
        if (plain.startsWith("[") && plain.endsWith("]")) {
            return plain.substring(1, plain.length() - 1);
        }
        while (plain.endsWith(".") && plain.length() > 1) {
            plain = plain.substring(0, plain.length() - 1);
        }
        try {
            return plain.chars().allMatch(c -> c < 0x80)
                    ? plain
                    : IDN.toASCII(plain).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException notAName) {
            return plain;
        }
    }
}
