package dev.dynamicworkers.playground.core.isolate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.graalvm.polyglot.Source;

/// The runtime's own JavaScript, read from resources once and shared by all isolates, so that the engine parses and
/// compiles it once. Safe on any thread.
final class RuntimeSources {
    /// Areas whose folder lies beside `api`; every other source lies below it.
    private static final Map<String, String> FOLDERS =
            Map.of("io", "io", "rpc", "rpc", "modules", "modules", "binding", "binding");

    private static final String ROOT = "/dev/dynamicworkers/playground/core/";

    private final Map<String, Source> sources = new ConcurrentHashMap<>();

    /// The source of a name such as `fetch/headers`.
    ///
    /// @throws IllegalArgumentException when there is none
    Source get(String name) {
        return sources.computeIfAbsent(name, RuntimeSources::read);
    }

    private static Source read(String name) {
        int slash = name.indexOf('/');
        String area = slash < 0 ? name : name.substring(0, slash);
        String path = ROOT + (FOLDERS.containsKey(area) ? "" : "api/") + name + ".js";
        try (InputStream in = RuntimeSources.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalArgumentException("no runtime source " + name);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Source.newBuilder("js", text, "runtime:" + name)
                    .internal(true)
                    .cached(true)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
