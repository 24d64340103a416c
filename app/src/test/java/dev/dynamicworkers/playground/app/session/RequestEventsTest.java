package dev.dynamicworkers.playground.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.session.request.BodyKind;
import dev.dynamicworkers.playground.app.session.request.RequestBytes;
import dev.dynamicworkers.playground.core.runtime.Invocation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Events that are no requests, as drafts, in files, and as the engine gets them.
final class RequestEventsTest {
    private static Invocation invocation(RequestDraft draft) {
        try {
            return Runs.invocation(draft, Path.of("."));
        } catch (RequestBytes.UnsendableBody unsendable) {
            throw new AssertionError(unsendable);
        }
    }

    private static RequestDraft event(EventKind kind, String target, String body) {
        return new RequestDraft("GET", target, List.of(), body, kind, "");
    }

    @Test
    void eventsAreKeptInRequestFiles() {
        RequestDraft cron = new RequestDraft("POST", "*/5 * * * *", List.of(), "", EventKind.SCHEDULED, "Jobs");
        String text = RequestText.write("# mine\nGET http://localhost/a\n", 1, cron);
        assertThat(text).contains("# mine", "# @event scheduled", "# @entrypoint Jobs", "/cdn-cgi/handler/scheduled?");
        List<KeptRequest> kept = RequestText.read("requests/a.http", text);
        assertThat(kept).extracting(KeptRequest::draft).last().isEqualTo(cron);
        String back = RequestText.write(text, 1, new RequestDraft("GET", "http://localhost/b", List.of(), ""));
        assertThat(back).doesNotContain("@event").contains("# mine").contains("GET http://localhost/b");
    }

    @Test
    void propsAreKeptInOneLineAndSent() {
        RequestDraft draft = new RequestDraft(
                "GET",
                "http://localhost/a",
                List.of(),
                "",
                EventKind.FETCH,
                "Api",
                new RequestNotes(List.of(), List.of(), BodyKind.TEXT, "{ \"user\": \"a  b\",\n  \"n\": [1, 2] }"));
        String text = RequestText.write("", 0, draft);
        assertThat(text).contains("# @props {\"user\":\"a  b\",\"n\":[1,2]}");
        RequestDraft read = RequestText.read("requests/a.http", text).getFirst().draft();
        assertThat(invocation(read).props()).isEqualTo("{\"user\":\"a  b\",\"n\":[1,2]}");
        assertThat(RequestText.write(text, 0, read)).isEqualTo(text);
    }

    @Test
    void theEngineGetsTheEventThatIsMeant() {
        assertThat(invocation(event(EventKind.SCHEDULED, "* * * * *", "")))
                .isInstanceOfSatisfying(
                        Invocation.Scheduled.class,
                        sent -> assertThat(sent.cron()).isEqualTo("* * * * *"));
        assertThat(invocation(event(EventKind.QUEUE, "jobs", "[{\"a\":1},\"b\"]")))
                .isInstanceOfSatisfying(Invocation.Queue.class, sent -> {
                    assertThat(sent.queue()).isEqualTo("jobs");
                    assertThat(sent.messages())
                            .extracting(Invocation.QueueMessage::body)
                            .containsExactly("{\"a\":1}", "\"b\"");
                });
        assertThat(invocation(event(EventKind.QUEUE, "jobs", "plain")))
                .isInstanceOfSatisfying(
                        Invocation.Queue.class,
                        sent -> assertThat(sent.messages())
                                .extracting(Invocation.QueueMessage::content)
                                .containsExactly(Invocation.QueueMessage.Content.TEXT));
        assertThat(invocation(event(EventKind.EMAIL, "a@b.c -> d@e.f", "Subject: x\n\nhi")))
                .isInstanceOfSatisfying(Invocation.Email.class, sent -> {
                    assertThat(sent.from() + " " + sent.to()).isEqualTo("a@b.c d@e.f");
                    assertThat(new String(sent.raw(), StandardCharsets.UTF_8)).isEqualTo("Subject: x\r\n\r\nhi");
                });
        assertThat(invocation(event(EventKind.RPC, "greet", "{\"a\":1}")))
                .isEqualTo(new Invocation.Rpc("greet", "[{\"a\":1}]", null));
        assertThat(invocation(event(EventKind.RPC, "greet", "Ada")))
                .isEqualTo(new Invocation.Rpc("greet", "[\"Ada\"]", null));
        assertThat(invocation(event(EventKind.ALARM, "COUNTER:total", "")))
                .isEqualTo(new Invocation.Alarm("COUNTER", "total"));
        assertThat(invocation(event(EventKind.TAIL, "", ""))).isEqualTo(new Invocation.Tail("[]", null));
        assertThat(invocation(new RequestDraft("GET", "/a", List.of(), "", EventKind.FETCH, "Api"))
                        .entrypoint())
                .isEqualTo("Api");
        assertThat(event(EventKind.QUEUE, "jobs", "").summary()).isEqualTo("queue jobs");
    }
}
