package dev.dynamicworkers.playground.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RequestTextTest {
    private static final String TWO = """
        # Greets.
        POST http://localhost/a
        content-type: text/plain

        hello

        ### second
        GET http://localhost/b
        """;

    private static RequestDraft draft(int index) {
        return RequestText.read("requests/a.http", TWO).get(index).draft();
    }

    @Test
    void allRequestsOfAFileAreRead() {
        RequestDraft first = new RequestDraft(
                "POST", "http://localhost/a", List.of(new HeaderLine("content-type", "text/plain")), "hello");
        RequestDraft second = new RequestDraft("GET", "http://localhost/b", List.of(), "");
        assertThat(RequestText.read("requests/a.http", TWO))
                .containsExactly(
                        new KeptRequest("requests/a.http", 0, "", first),
                        new KeptRequest("requests/a.http", 1, "second", second));
    }

    @Test
    void writingWhatWasReadChangesNothing() {
        assertThat(RequestText.write(TWO, 0, draft(0))).isEqualTo(TWO);
        assertThat(RequestText.write(TWO, 1, draft(1))).isEqualTo(TWO);
    }

    @Test
    void commentsAndOtherRequestsStay() {
        RequestDraft changed = new RequestDraft("GET", "/x", List.of(), "");
        assertThat(RequestText.write(TWO, 0, changed))
                .isEqualTo("# Greets.\nGET /x\n\n### second\nGET http://localhost/b\n");
        assertThat(RequestText.write(TWO, 1, changed)).endsWith("hello\n\n### second\nGET /x\n");
    }

    @Test
    void aRequestThatIsNotThereIsAdded() {
        RequestDraft added = new RequestDraft("GET", "/x", List.of(), "");
        assertThat(RequestText.write("", 0, added)).isEqualTo("GET /x\n");
        assertThat(RequestText.write("GET /a\n", 1, added)).isEqualTo("GET /a\n###\nGET /x\n");
    }

    @Test
    void aPathBelongsToLocalhost() {
        assertThat(new RequestDraft("GET", "hi?a=1", List.of(), "").absoluteUrl())
                .isEqualTo("http://localhost/hi?a=1");
        assertThat(new RequestDraft("GET", "https://a.example/b?c", List.of(), "").summary())
                .isEqualTo("GET /b?c");
    }
}
