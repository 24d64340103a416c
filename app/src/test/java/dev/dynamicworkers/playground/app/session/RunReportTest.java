package dev.dynamicworkers.playground.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.fixture.SessionFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run told to somebody who has nothing else of it.
final class RunReportTest {
    @TempDir
    Path folder;

    @Test
    void aReportHasAllThatFollowsTheRun() throws IOException, InterruptedException {
        try (SessionFixture fixture = new SessionFixture(folder)) {
            Files.createDirectories(folder.resolve(".playground"));
            Files.writeString(
                    folder.resolve(".playground/playground.json"), "{ \"network\": { \"mode\": \"blocked\" } }");
            RunRecord ok = fixture.send("/hello");
            fixture.fx().runUntil(() -> fixture.session().log().lines().size() == 4);
            assertThat(report(fixture, ok))
                    .startsWith("# GET /hello: ok\n\n"
                            + "Took 3.1 ms, CPU 1.8 ms (parent 1.2 ms, greeter 0.42 ms, dynamic#3 0.20 ms), cold"
                            + " start.\n\n")
                    .contains(
                            "## Request\n\n```http\nGET /hello HTTP/1.1\nHost: localhost\n```",
                            "## Response\n\n```\n200 OK\ncontent-type: application/json\n",
                            "## Console\n\n```\nparent log loading greeter for Ada  (",
                            "## Rules: .playground/playground.json\n\n```json\n{ \"network\"",
                            "## wrangler.jsonc\n\n```jsonc\n",
                            "## src/index.js\n\n```js\n",
                            "## dynamic/greeter.js\n\n```js\n");
            RunRecord failed = fixture.send("/error");
            assertThat(report(fixture, failed))
                    .startsWith("# GET /error: EXCEPTION\n\n")
                    .contains("The worker threw an error and nobody caught it.")
                    .contains("## Error\n\n"
                            + "```\n"
                            + "TypeError: env.GREETER.greet is not a function\n"
                            + "in greeter\n"
                            + "    at fetch (greeter.js:4:24)\n"
                            + "Caused by: RangeError: no greeting of that name\n"
                            + "    at find (greeter.js:9:11)\n"
                            + "in parent\n")
                    .doesNotContain("## Response", "loading greeter for Ada");
        }
    }

    @Test
    void aFenceIsLongerThanThoseOfTheCode() throws IOException, InterruptedException {
        try (SessionFixture fixture = new SessionFixture(folder)) {
            Path module = folder.resolve("dynamic/greeter.js");
            Files.writeString(module, Files.readString(module) + "// ````js\n");
            assertThat(report(fixture, fixture.send("/hello"))).contains("## dynamic/greeter.js\n\n`````js\n");
        }
    }

    private static String report(SessionFixture fixture, RunRecord run) throws InterruptedException {
        String[] text = {""};
        fixture.session().report(run, told -> text[0] = told);
        fixture.fx().runUntil(() -> !text[0].isEmpty());
        return text[0];
    }
}
