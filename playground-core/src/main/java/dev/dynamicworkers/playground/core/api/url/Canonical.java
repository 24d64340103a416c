package dev.dynamicworkers.playground.core.api.url;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The canonicalisations of the URL Pattern standard: one component's text as a URL would have it.
final class Canonical {
    private Canonical() {}

    /// The canonical form of a value that is not empty, or null where it is invalid.
    ///
    /// @param kind the component, with `domain`, `ipv6` and `opaque-pathname` for its variants
    /// @param protocol the protocol that a port belongs to
    static @Nullable String of(String kind, String value, @Nullable String protocol) {
        UrlRecord url = dummy();
        return switch (kind) {
            case "protocol" -> {
                UrlRecord parsed = UrlParser.parse(value + "://dummy.invalid", null);
                yield parsed == null ? null : parsed.scheme;
            }
            case "username", "password" -> PercentEncodeSet.USERINFO.encode(value);
            case "domain" -> hostname(url, value);
            case "hostname" -> {
                url.scheme = "dummy";
                yield hostname(url, value);
            }
            case "ipv6" -> ipv6(value);
            case "port" -> port(url, value, protocol);
            case "pathname" -> pathname(url, value);
            case "opaque-pathname" -> {
                url.opaquePath = "";
                yield UrlParser.parseInto(url, value, UrlState.OPAQUE_PATH) ? url.opaquePath : null;
            }
            case "search" -> UrlParser.parseInto(url, value, UrlState.QUERY) ? url.query : null;
            case "hash" -> UrlParser.parseInto(url, value, UrlState.FRAGMENT) ? url.fragment : null;
            default -> throw new IllegalArgumentException("not a component: " + kind);
        };
    }

    private static UrlRecord dummy() {
        UrlRecord url = new UrlRecord();
        url.scheme = "https";
        url.host = "dummy.invalid";
        return url;
    }

    private static @Nullable String hostname(UrlRecord url, String value) {
        return UrlParser.parseInto(url, value, UrlState.HOSTNAME) ? url.host : null;
    }

    private static @Nullable String ipv6(String value) {
        boolean valid = value.chars().allMatch(c -> "[]:".indexOf(c) >= 0 || c < 0x80 && Character.digit(c, 16) >= 0);
        return valid ? value.toLowerCase(Locale.ROOT) : null;
    }

    private static @Nullable String port(UrlRecord url, String value, @Nullable String protocol) {
        url.scheme = protocol == null ? "" : protocol;
        if (!UrlParser.parseInto(url, value, UrlState.PORT)) {
            return null;
        }
        return url.port == UrlRecord.NO_PORT ? "" : Integer.toString(url.port);
    }

    // A value that starts in the middle of a path must not lose dots to the start of the path.
    private static @Nullable String pathname(UrlRecord url, String value) {
        boolean leadingSlash = value.startsWith("/");
        String path = leadingSlash ? value : "/-" + value;
        if (!UrlParser.parseInto(url, path, UrlState.PATH_START)) {
            return null;
        }
        return leadingSlash ? url.pathText() : url.pathText().substring(2);
    }
}
