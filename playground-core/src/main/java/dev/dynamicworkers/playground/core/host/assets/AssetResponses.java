package dev.dynamicworkers.playground.core.host.assets;

import dev.dynamicworkers.playground.core.api.url.WebUrl;
import dev.dynamicworkers.playground.core.io.Body;
import dev.dynamicworkers.playground.core.io.FetchCall;
import dev.dynamicworkers.playground.core.io.FetchMessage;
import dev.dynamicworkers.playground.core.project.StaticAssets;
import dev.dynamicworkers.playground.core.project.StaticAssets.NotFound;
import dev.dynamicworkers.playground.core.util.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Answers requests with the assets of a folder, as the platform's asset server does. Blocks; safe on any thread.
final class AssetResponses {
    private final StaticAssets assets;
    private final AssetFiles files;
    private final Consumer<String> notices;
    // volatile: replaced when one of the files has changed
    private volatile @Nullable Known known;

    private record Known(long modified, AssetRules rules) {}

    /// @param notices hears in a sentence of lines of rules that have no effect
    AssetResponses(StaticAssets assets, Path folder, Consumer<String> notices) {
        this.assets = assets;
        this.notices = notices;
        files = new AssetFiles(folder);
    }

    private AssetRules rules() {
        long modified = files.modified("_headers") * 31 + files.modified("_redirects");
        Known now = known;
        if (now == null || now.modified != modified) {
            now = new Known(modified, AssetRules.of(files.text("_headers"), files.text("_redirects")));
            known = now;
            now.rules.remarks().forEach(notices);
        }
        return now.rules;
    }

    /// Answers a request.
    FetchCall.Answer answer(FetchMessage request) {
        FetchCall.Answer answer = answer(request, assets.notFound());
        return answer == null ? response(request, 404, Map.of(), Body.NONE) : answer;
    }

    /// Answers a request that some asset or rule is about, and null for others.
    ///
    /// @param notFound what answers where there is no file
    FetchCall.@Nullable Answer answer(FetchMessage request, NotFound notFound) {
        WebUrl url = WebUrl.parse(request.url());
        if (url == null) {
            return response(request, 400, Map.of(), Body.NONE);
        }
        String path = url.path();
        String query = url.query();
        boolean isRewritten = false;
        AssetRules.Redirected redirected = rules().redirect(url.host(), path);
        if (redirected != null && redirected.status() != 200) {
            return redirect(request, redirected.status(), withQuery(redirected.to(), query));
        }
        if (redirected != null) {
            path = redirected.to();
            isRewritten = true;
        }
        String decoded = decoded(path);
        AssetPaths.Target target = decoded == null
                ? null
                : new AssetPaths(assets, each -> files.find(each).isPresent()).resolve(decoded, notFound);
        if (target == null) {
            return isRewritten ? response(request, 404, Map.of(), Body.NONE) : null;
        }
        String method = request.method().toUpperCase(Locale.ROOT);
        if (!method.equals("GET") && !method.equals("HEAD")) {
            return response(request, 405, Map.of("allow", "GET, HEAD"), Body.NONE);
        }
        return switch (target) {
            case AssetPaths.Target.Redirect(String to) -> redirect(request, 307, withQuery(encoded(to), query));
            case AssetPaths.Target.File(String file, int status) -> {
                String own = encoded(String.valueOf(decoded));
                yield own.equals(path)
                        ? file(request, file, status, method.equals("HEAD"))
                        : redirect(request, 307, withQuery(own, query));
            }
        };
    }

    private FetchCall.Answer file(FetchMessage request, String path, int status, boolean headOnly) {
        byte[] bytes;
        try {
            Path file = files.find(path).orElse(null);
            if (file == null) {
                return response(request, 404, Map.of(), Body.NONE);
            }
            bytes = Files.readAllBytes(file);
        } catch (IOException unreadable) {
            return response(request, 500, Map.of(), new Body.Text("The asset " + path + " can't be read."));
        }
        String tag = '"' + new Sha256().add(bytes).hex().substring(0, 32) + '"';
        Map<String, String> fields = new LinkedHashMap<>();
        String type = MediaTypes.of(path);
        if (type != null) {
            fields.put("content-type", type);
        }
        fields.put("cache-control", "public, max-age=0, must-revalidate");
        fields.put("etag", tag);
        String wanted = header(request, "if-none-match");
        if (wanted != null && (wanted.equals(tag) || wanted.equals("W/" + tag))) {
            return response(request, 304, fields, Body.NONE);
        }
        return response(request, status, fields, headOnly || bytes.length == 0 ? Body.NONE : new Body.Bytes(bytes));
    }

    private FetchCall.Answer redirect(FetchMessage request, int status, String location) {
        return response(request, status, Map.of("location", location), Body.NONE);
    }

    private FetchCall.Answer response(FetchMessage request, int status, Map<String, String> fields, Body body) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        WebUrl url = WebUrl.parse(request.url());
        if (url != null) {
            rules().apply(url.host(), url.path(), all);
        }
        List<String> lines = new ArrayList<>();
        all.forEach((name, values) -> {
            for (String value : values.split(AssetRules.SEPARATOR, -1)) {
                lines.add(name);
                lines.add(value);
            }
        });
        return new FetchCall.Answer(status, "", String.join("\n", lines), body, null);
    }

    static @Nullable String header(FetchMessage request, String name) {
        String[] fields = request.headers().split("\n", -1);
        for (int i = 0; i + 1 < fields.length; i += 2) {
            if (fields[i].equalsIgnoreCase(name)) {
                return fields[i + 1];
            }
        }
        return null;
    }

    // ---- paths ----

    /// A redirect keeps the query, unless its target has one.
    private static String withQuery(String target, String query) {
        int hash = target.indexOf('#');
        String fragment = hash < 0 ? "" : target.substring(hash);
        String rest = hash < 0 ? target : target.substring(0, hash);
        return rest.contains("?") ? target : rest + query + fragment;
    }

    /// The path that a URL's path stands for, null when it is none.
    private static @Nullable String decoded(String path) {
        byte[] bytes = new byte[path.length() * 4];
        int length = 0;
        for (int i = 0; i < path.length(); i++) {
            char each = path.charAt(i);
            if (each == '%'
                    && i + 2 < path.length()
                    && path.substring(i + 1, i + 3).matches("[0-9A-Fa-f]{2}")) {
                bytes[length++] = (byte) HexFormat.fromHexDigits(path, i + 1, i + 3);
                i += 2;
            } else {
                for (byte one : String.valueOf(each).getBytes(StandardCharsets.UTF_8)) {
                    bytes[length++] = one;
                }
            }
        }
        String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
        return text.indexOf('\0') >= 0 ? null : text;
    }

    /// The one way to write a path in a URL: each part as `encodeURIComponent` does.
    private static String encoded(String path) {
        StringBuilder text = new StringBuilder();
        for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
            char plain = (char) (each & 0xff);
            if (plain < 128 && (Character.isLetterOrDigit(plain) || "/-_.!~*'()".indexOf(plain) >= 0)) {
                text.append(plain);
            } else {
                text.append('%').append(HexFormat.of().withUpperCase().toHexDigits(each));
            }
        }
        return text.toString();
    }
}
