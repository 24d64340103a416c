package dev.dynamicworkers.playground.app.panel.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.fixture.SessionFixture;
import dev.dynamicworkers.playground.app.session.EventKind;
import dev.dynamicworkers.playground.app.session.HeaderLine;
import dev.dynamicworkers.playground.app.session.KeptRequest;
import dev.dynamicworkers.playground.app.session.RunRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The composer: variables keep a request back or are filled in, expectations are told, kept requests know their last
/// run.
final class RequestViewModelTest {
    @TempDir
    Path folder;

    @Test
    void variablesAreFilledInAndExpectationsTold() throws IOException, InterruptedException {
        try (SessionFixture fixture = new SessionFixture(folder);
                RequestViewModel model = new RequestViewModel(fixture.session())) {
            fixture.fx().runUntil(() -> model.keptProperty().get() != null);
            model.fields().urlProperty().set("http://localhost/{{where}}");
            assertThat(model.canSendProperty().get()).isFalse();
            assertThat(model.complaintProperty().get())
                    .isEqualTo("{{where}} has no value. Write NAME = VALUE under Vars.");
            assertThat(model.unresolvedProperty().get()).containsExactly("where");
            model.fields().variablesProperty().set("where = hello");
            assertThat(model.unresolvedProperty().get()).isEmpty();
            assertThat(model.complaintProperty().get()).isEmpty();
            model.fields().expectationsProperty().set("status 200\n\njson $.visits == 4");
            assertThat(model.canSendProperty().get()).isTrue();
            model.send();
            fixture.fx().runUntil(() -> model.checks().size() == 2);
            assertThat(fixture.runtime().calls()).contains("dispatch GET /hello");
            assertThat(model.checks().get(0).met()).isTrue();
            assertThat(model.checks().get(1).saw()).isEqualTo("3");
            KeptRequest kept = model.keptProperty().get();
            assertThat(kept).isNotNull();
            RunRecord last = model.lastRun(kept);
            assertThat(last).isNotNull();
            assertThat(last.number()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        FETCH | ftp://x/      | This is no address that a request can go to. Write for example http://localhost/.
        RPC   | ''            | Nothing is named that the event goes to. Write for example greet.
        EMAIL | ada           | An e-mail needs sender and recipient. Write for example ada@example.com -> inbox@example.com.
        """)
    void whatIsKeptBackIsToldWhy(EventKind kind, String target, String why) throws IOException, InterruptedException {
        try (SessionFixture fixture = new SessionFixture(folder);
                RequestViewModel model = new RequestViewModel(fixture.session())) {
            fixture.fx().runUntil(() -> model.keptProperty().get() != null);
            model.fields().kindProperty().set(kind);
            model.fields().urlProperty().set(target);
            assertThat(model.canSendProperty().get()).isFalse();
            assertThat(model.complaintProperty().get()).isEqualTo(why);
        }
    }

    @Test
    void pairsAreOneTextAndBack() {
        PairText headers = new PairText(':');
        List<HeaderLine> read = headers.read("accept: */*\n\nx-time:12:30\n:method: GET\nbare\n");
        assertThat(read)
                .containsExactly(
                        new HeaderLine("accept", "*/*"),
                        new HeaderLine("x-time", "12:30"),
                        new HeaderLine(":method", "GET"),
                        new HeaderLine("bare", ""));
        List<HeaderRow> rows = read.stream()
                .map(line -> new HeaderRow(line.name(), line.value()))
                .toList();
        assertThat(headers.read(headers.write(rows))).isEqualTo(read);
        assertThat(new PairText('=').read("q=a=b\nn = 1"))
                .containsExactly(new HeaderLine("q", "a=b"), new HeaderLine("n", "1"));
    }
}
