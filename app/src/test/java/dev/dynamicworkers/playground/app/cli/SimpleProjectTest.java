package dev.dynamicworkers.playground.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.session.SimpleProject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The project that the window makes for someone who writes a dynamic worker only is an ordinary one.
final class SimpleProjectTest {
    @Test
    void itsGeneratedParentRunsTheDynamicWorker(@TempDir Path among) throws IOException {
        assertThat(answer(SimpleProject.create(among, Optional.empty()), "/?name=Ada"))
                .contains("Hello, Ada!");
    }

    @Test
    void codeThatWasCopiedHasNothing(@TempDir Path among) throws IOException {
        String code = """
            export default {
              async fetch(request, env) {
                const refused = await fetch('https://example.com/').then(() => 'sent', String);
                return Response.json({ env: Object.keys(env), refused });
              },
            };
            """;
        assertThat(answer(SimpleProject.create(among, Optional.of(code)), "/"))
                .contains("\"env\":[]")
                .contains("not permitted to access the internet");
    }

    @Test
    void codeThatWasCopiedMayBeTypeScript(@TempDir Path among) throws IOException {
        String code = """
            interface Env { KEY?: string }
            export default {
              async fetch(request: Request, env: Env): Promise<Response> {
                return new Response(`typed ${env.KEY ?? 'without a key'}`);
              },
            };
            """;
        Path project = SimpleProject.create(among, Optional.of(code));
        assertThat(project.resolve("dynamic/worker/index.ts")).content().isEqualTo(code);
        assertThat(answer(project, "/")).contains("typed without a key");
    }

    private static String answer(Path project, String url) {
        var run = CommandLineProcess.run("run", project.toString(), "--url", url);
        assertThat(run.code()).as("%s%s", run.out(), run.err()).isZero();
        return run.out();
    }
}
