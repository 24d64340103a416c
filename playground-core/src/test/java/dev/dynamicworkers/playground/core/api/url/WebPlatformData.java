package dev.dynamicworkers.playground.core.api.url;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Data files of web-platform-tests. They are not part of the repository: a test reads them from the folder that the
/// system property `wpt.data` names, or from `shared/wpt` beside the checkout, and is reported as not run without them.
final class WebPlatformData {
    private WebPlatformData() {}

    /// The whole file.
    static JsonNode file(String name) {
        Path folder = folder();
        Assumptions.assumeTrue(
                Files.isRegularFile(folder.resolve(name)), () -> "not run: there is no " + name + " in " + folder);
        return new ObjectMapper().readTree(folder.resolve(name).toFile());
    }

    /// The objects of a file that is an array; the texts between them are comments.
    static Stream<JsonNode> cases(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).filter(JsonNode::isObject);
    }

    private static Path folder() {
        String given = System.getProperty("wpt.data");
        if (given != null) {
            return Path.of(given);
        }
        // Tests run in the module's folder, so the checkout's neighbour is two levels up.
        return Path.of("").toAbsolutePath().resolve("../../shared/wpt").normalize();
    }
}
