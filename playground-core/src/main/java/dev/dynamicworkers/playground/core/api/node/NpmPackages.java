package dev.dynamicworkers.playground.core.api.node;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The npm packages that some modules of Node.js are made of, as the build unpacks them from their WebJars.
final class NpmPackages {
    /// Version by package, as in the POM: the folder of a WebJar carries it.
    private static final Map<String, String> VERSIONS =
            Map.of("path-browserify", "1.0.1", "punycode", "2.3.1", "readable-stream", "4.7.0");

    private NpmPackages() {}

    /// The text of a file of a package, or null when there is none.
    static @Nullable String source(String name, String file) {
        String version = VERSIONS.get(name);
        if (version == null || file.contains("..")) {
            return null;
        }
        String path = "/META-INF/resources/webjars/" + name + "/" + version + "/" + file;
        try (InputStream stream = NpmPackages.class.getResourceAsStream(path)) {
            return stream == null ? null : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
