package dev.dynamicworkers.playground.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RequestTextTest {
    private static final String TWO =
            """
            # Greets.
            POST http://localhost/a
            content-type: text/plain

            hello

            ### second
            GET http://localhost/b
            """;

    @Test
    void theFirstRequestIsRead() {
        assertThat(RequestText.read(TWO))
                .isEqualTo(new RequestDraft(
                        "POST", "http://localhost/a", List.of(new HeaderLine("content-type", "text/plain")), "hello"));
    }

    @Test
    void writingWhatWasReadChangesNothing() {
        assertThat(RequestText.write(TWO, RequestText.read(TWO))).isEqualTo(TWO);
    }

    @Test
    void commentsAndLaterRequestsStay() {
        RequestDraft changed = new RequestDraft("GET", "/x", List.of(), "");
        assertThat(RequestText.write(TWO, changed))
                .isEqualTo("# Greets.\nGET /x\n\n### second\nGET http://localhost/b\n");
    }

    @Test
    void aPathBelongsToLocalhost() {
        assertThat(new RequestDraft("GET", "hi?a=1", List.of(), "").absoluteUrl()).isEqualTo("http://localhost/hi?a=1");
        assertThat(new RequestDraft("GET", "https://a.example/b?c", List.of(), "").summary()).isEqualTo("GET /b?c");
    }
}
