package dev.dynamicworkers.playground.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.dynamicworkers.playground.core.project.SavedRequest.HeaderLine;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RequestFileTest {
    @Test
    void requestsHaveNameMethodUrlHeadersAndBody() {
        var file = RequestFile.read("requests/a.http", """
            ### Say hello
            # with a comment
            post https://example.com/hi?x=1 HTTP/1.1
            Content-Type: application/json
            X-Empty:

            {"a":

            1}


            ###
            https://example.com/
                ?a=1
                &b=2
            """);

        assertThat(file.problems()).isEmpty();
        assertThat(file.requests())
                .containsExactly(
                        new SavedRequest(
                                "Say hello",
                                List.of("# with a comment"),
                                "POST",
                                "https://example.com/hi?x=1",
                                List.of(
                                        new HeaderLine("Content-Type", "application/json"),
                                        new HeaderLine("X-Empty", "")),
                                "{\"a\":\n\n1}"),
                        new SavedRequest("", List.of(), "GET", "https://example.com/?a=1&b=2", List.of(), ""));
    }

    @Test
    void aFileWithoutSeparatorsIsOneRequest() {
        assertThat(RequestFile.read("a.http", "GET /x\r\nA: b\r\n\r\nbody\r\n").requests())
                .containsExactly(
                        new SavedRequest("", List.of(), "GET", "/x", List.of(new HeaderLine("A", "b")), "body"));
    }

    @Test
    void aLineThatIsNoHeaderIsReportedWithItsPlace() {
        var file = RequestFile.read("requests/a.http", "### x\nGET /\nnot a header\nA: b\n");

        assertThat(file.requests()).hasSize(1);
        assertThat(file.problems())
                .extracting(ConfigProblem::file, ConfigProblem::line, ConfigProblem::message)
                .containsExactly(tuple("requests/a.http", 3, "This line is not a header."));
    }

    @Test
    void anEmptyFileHasNoRequests() {
        assertThat(RequestFile.read("a.http", "").requests()).isEmpty();
        assertThat(RequestFile.read("a.http", "###\n\n###\n# only a comment\n").requests())
                .isEmpty();
    }

    @Test
    void aBodyThatWouldEndTheRequestIsNotWritten() {
        var request = new SavedRequest("x", List.of(), "POST", "/", List.of(), "a\n### b");

        assertThat(request.canBeWritten()).isFalse();
        assertThatThrownBy(() -> new RequestFile(List.of(request)).write())
                .isInstanceOf(IllegalArgumentException.class);
    }
}
