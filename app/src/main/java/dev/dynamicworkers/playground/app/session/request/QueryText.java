package dev.dynamicworkers.playground.app.session.request;

import dev.dynamicworkers.playground.app.session.HeaderLine;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The parameters of a URL's query.
public final class QueryText {
    private QueryText() {}

    /// The parameters in order, decoded; none where there is no query.
    public static List<HeaderLine> params(String url) {
        List<HeaderLine> params = new ArrayList<>();
        int hash = url.indexOf('#');
        String whole = hash < 0 ? url : url.substring(0, hash);
        int mark = whole.indexOf('?');
        if (mark < 0 || mark == whole.length() - 1) {
            return params;
        }
        for (String pair : whole.substring(mark + 1).split("&", -1)) {
            int equals = pair.indexOf('=');
            params.add(new HeaderLine(
                    decode(equals < 0 ? pair : pair.substring(0, equals)),
                    equals < 0 ? "" : decode(pair.substring(equals + 1))));
        }
        return params;
    }

    /// The URL with these parameters in place of its own; those without a name are left out.
    public static String with(String url, List<HeaderLine> params) {
        int hash = url.indexOf('#');
        String fragment = hash < 0 ? "" : url.substring(hash);
        String whole = hash < 0 ? url : url.substring(0, hash);
        int mark = whole.indexOf('?');
        String query = params.stream()
                .filter(param -> !param.name().isEmpty())
                .map(param -> encode(param.name()) + "=" + encode(param.value()))
                .collect(Collectors.joining("&"));
        return (mark < 0 ? whole : whole.substring(0, mark)) + (query.isEmpty() ? "" : "?" + query) + fragment;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }

    /// Variables such as `{{name}}` stay readable.
    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%7B%7B", "{{")
                .replace("%7D%7D", "}}");
    }
}
