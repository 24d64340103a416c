package dev.dynamicworkers.playground.app.session.logpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogpointsTest {
    private static final String CODE = """
        import a from 'a';
        // const in = 'a comment';
        const text = `
        const in = 'a template';
        `;
        export default {
          async fetch(request, env) {
            const url = new URL(request.url);
            if (url.hash)
              return null;
            switch (url.pathname) {
              case '/': break;
            }
            const value = {
              a: 1,
              b: () => {
                first();
              },
            };
            const other =
              call(
                url,
                value,
              );
            return [value, other];
          },
        };
        class Thing {
          field = 1;
          method() {
            this.field = 2;
          }
        }
        """;

    @Test
    void onlyLinesThatSurelyBeginAStatementTakeOne() {
        assertThat(IntStream.rangeClosed(1, (int) CODE.lines().count())
                        .filter(line -> Logpoints.canBeAt(CODE, line))
                        .boxed())
                .containsExactly(3, 8, 9, 11, 14, 17, 20, 25, 28, 31);
    }

    @Test
    void aLineThatTakesNoneHasItAtTheNearestThatDoes() {
        assertThat(IntStream.of(1, 3, 4, 15, 31, 32, 60).map(line -> Logpoints.nearest(CODE, line)))
                .containsExactly(3, 3, 8, 17, 31, 31, 0);
        assertThat(Logpoints.nearest("", 1)).isZero();
    }

    @Test
    void aLogpointFollowsItsLineAndGoesIntoTheTextOfTheRunOnly(@TempDir Path root) throws IOException {
        Logpoints logpoints = new Logpoints();
        Files.writeString(root.resolve("a.js"), CODE);
        logpoints.put("a.js", CODE, 8, "request.url");
        String moved = "// one more line\n" + CODE;
        assertThat(logpoints.of("a.js", moved))
                .extracting(Logpoints.Point::line)
                .containsExactly(9);
        Map<String, String> texts = logpoints.snapshot().into(root, Map.of("b.js", "x"));
        assertThat(texts).containsEntry("b.js", "x");
        String logging = Objects.requireNonNull(texts.get("a.js"));
        assertThat(logging.lines().skip(7).findFirst().orElseThrow())
                .startsWith("try { console.log('request.url =', (request.url)); }")
                .endsWith("const url = new URL(request.url);");
        assertThat(logging.lines().count()).isEqualTo(CODE.lines().count());
        assertThat(root.resolve("a.js")).hasContent(CODE);
        assertThat(logpoints.remove("a.js", moved, 9)).isTrue();
        assertThat(logpoints.snapshot().into(root, Map.of())).isEmpty();
    }
}
