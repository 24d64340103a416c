package dev.dynamicworkers.playground.app.panel.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.panel.guide.MarkdownText.Block;
import dev.dynamicworkers.playground.app.panel.guide.MarkdownText.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class MarkdownTextTest {
    @Test
    void aPageIsReadAsTheGuideIsWritten() {
        List<Block> blocks = MarkdownText.parse("""
            # Limits
            Guest code *only* uses
            [so much](limits.md#fixed) of `a | b`.

            | key | what |
            |---|---|
            | `cpuMs` | **time** \\| more |

            ```jsonc
            { "a": 1 }
            ```
            - one
              goes on
            - two
            ## What `happens`, then
            """);
        assertThat(blocks)
                .containsExactly(
                        new Block.Heading(1, List.of(new Span.Words("Limits"))),
                        new Block.Paragraph(List.of(
                                new Span.Words("Guest code "),
                                new Span.Light("only"),
                                new Span.Words(" uses "),
                                new Span.Link("so much", "limits.md#fixed"),
                                new Span.Words(" of "),
                                new Span.Code("a | b"),
                                new Span.Words("."))),
                        new Block.Table(
                                List.of(List.of(new Span.Words("key")), List.of(new Span.Words("what"))),
                                List.of(List.of(
                                        List.of(new Span.Code("cpuMs")),
                                        List.of(new Span.Strong("time"), new Span.Words(" | more"))))),
                        new Block.Code("{ \"a\": 1 }"),
                        new Block.Items(
                                List.of(List.of(new Span.Words("one goes on")), List.of(new Span.Words("two")))),
                        new Block.Heading(
                                2,
                                List.of(new Span.Words("What "), new Span.Code("happens"), new Span.Words(", then"))));
        assertThat(((Block.Heading) blocks.getLast()).anchor()).isEqualTo("what-happens-then");
    }

    @Test
    void allPagesOfTheGuideAreListedAndComeWithTheApplication() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../docs/guide"))) {
            assertThat(GuidePages.ALL.stream().map(GuidePages.Page::file))
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString()).toList());
        }
        for (GuidePages.Page page : GuidePages.ALL) {
            assertThat(MarkdownText.parse(GuidePages.text(page)))
                    .as(page.file())
                    .first()
                    .isInstanceOf(Block.Heading.class);
        }
    }
}
