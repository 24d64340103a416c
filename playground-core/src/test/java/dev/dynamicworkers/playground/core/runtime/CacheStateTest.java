package dev.dynamicworkers.playground.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where the Cache API keeps responses.
final class CacheStateTest {
    private static final String WORKER = """
        export default {
          async fetch(request) {
            const cache = await caches.open('pages');
            const key = 'http://example.com/page';
            if (request.url.endsWith('/put')) {
              await cache.put(key, new Response('kept', { headers: { 'cache-control': 'max-age=1000', 'x-a': 'b' } }));
            }
            if (request.url.endsWith('/delete')) return new Response(String(await cache.delete(key)));
            const found = await cache.match(key);
            return new Response(found ? found.headers.get('x-a') + ' ' + (await found.text()) : 'nothing');
          },
        };
        """;

    @TempDir
    private Path folder;

    @TempDir
    private Path state;

    @Test
    void stateFolderKeepsResponsesFromRunToRun() throws IOException {
        assertThat(answer(state, "/put")).isEqualTo("b kept");
        assertThat(answer(state, "/get")).isEqualTo("b kept");
        assertThat(answer(state, "/delete")).isEqualTo("true");
        assertThat(answer(state, "/get")).isEqualTo("nothing");
        assertThat(state.resolve("cache/cache.sqlite")).exists();
    }

    @Test
    void withoutStateFolderNothingIsKeptAndNothingWritten() throws IOException {
        assertThat(answer(null, "/put")).isEqualTo("b kept");
        assertThat(answer(null, "/get")).isEqualTo("nothing");
        try (var files = Files.list(state)) {
            assertThat(files).isEmpty();
        }
    }

    private String answer(@Nullable Path kept, String path) throws IOException {
        var options = RuntimeOptions.DEFAULT.storing(kept);
        try (var project = new OneProject(folder, options, Map.of("index.js", WORKER))) {
            return project.get(path);
        }
    }
}
