package dev.dynamicworkers.playground.core.api.url;

import java.util.Objects;

/// The setters of the `URL` class, on a record. A value that the standard does not accept leaves the record as it was.
final class UrlSetters {
    private UrlSetters() {}

    /// `url` with one part set; `part` is the name of the JavaScript property.
    static UrlRecord set(UrlRecord url, String part, String value) {
        UrlRecord copy = url.copy();
        return apply(copy, part, value) ? copy : url;
    }

    private static boolean apply(UrlRecord url, String part, String value) {
        return switch (part) {
            case "protocol" -> UrlParser.parseInto(url, value + ":", UrlState.SCHEME_START);
            case "username" -> username(url, value);
            case "password" -> password(url, value);
            case "host" -> url.opaquePath == null && host(url, value, UrlState.HOST);
            case "hostname" -> url.opaquePath == null && host(url, value, UrlState.HOSTNAME);
            case "port" -> port(url, value);
            case "pathname" -> pathname(url, value);
            case "search" -> search(url, value);
            case "hash" -> hash(url, value);
            default -> throw new IllegalArgumentException("not a part of a URL: " + part);
        };
    }

    private static boolean username(UrlRecord url, String value) {
        if (url.cannotHaveUsernamePasswordPort()) {
            return false;
        }
        url.username = PercentEncodeSet.USERINFO.encode(value);
        return true;
    }

    private static boolean password(UrlRecord url, String value) {
        if (url.cannotHaveUsernamePasswordPort()) {
            return false;
        }
        url.password = PercentEncodeSet.USERINFO.encode(value);
        return true;
    }

    private static boolean host(UrlRecord url, String value, UrlState state) {
        // The parser may take the host and then stumble over the port: the host counts all the same.
        String before = url.host;
        int port = url.port;
        boolean done = UrlParser.parseInto(url, value, state);
        return done || !Objects.equals(before, url.host) || port != url.port;
    }

    private static boolean port(UrlRecord url, String value) {
        if (url.cannotHaveUsernamePasswordPort()) {
            return false;
        }
        if (value.isEmpty()) {
            url.port = UrlRecord.NO_PORT;
            return true;
        }
        return UrlParser.parseInto(url, value, UrlState.PORT);
    }

    private static boolean pathname(UrlRecord url, String value) {
        if (url.opaquePath != null) {
            return false;
        }
        url.path.clear();
        return UrlParser.parseInto(url, value, UrlState.PATH_START);
    }

    private static boolean search(UrlRecord url, String value) {
        if (value.isEmpty()) {
            url.query = null;
            return true;
        }
        url.query = "";
        return UrlParser.parseInto(url, value.startsWith("?") ? value.substring(1) : value, UrlState.QUERY);
    }

    private static boolean hash(UrlRecord url, String value) {
        if (value.isEmpty()) {
            url.fragment = null;
            return true;
        }
        url.fragment = "";
        return UrlParser.parseInto(url, value.startsWith("#") ? value.substring(1) : value, UrlState.FRAGMENT);
    }
}
