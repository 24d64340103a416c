package dev.dynamicworkers.playground.app.panel.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.fixture.SessionFixture;
import dev.dynamicworkers.playground.app.session.CallEntry;
import dev.dynamicworkers.playground.app.session.Place;
import dev.dynamicworkers.playground.app.session.Wish;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Calls as the engine tells of them: list, filter, details, ways on.
final class CallsViewModelTest {
    @TempDir
    Path folder;

    @Test
    void callsAreListedFilteredAndLeadOn() throws IOException, InterruptedException {
        try (SessionFixture fixture = new SessionFixture(folder)) {
            CallsViewModel model = new CallsViewModel(fixture.session());
            assertThat(model.shown()).isEmpty();
            fixture.send("/hello");
            fixture.send("/hello");
            assertThat(model.shown()).hasSize(4);
            model.filterProperty().set("denied run:2 -get");
            assertThat(model.shown()).hasSize(1);
            CallEntry denied = model.shown().getFirst();
            assertThat(denied.name()).isEqualTo("NOTES.put");
            assertThat(model.details(denied))
                    .contains(
                            "Arguments: \"visits\", 4",
                            "Failed: NOTES is read-only",
                            "Sent: 11 B. Received: nothing.",
                            "Decision: denied. Rule: dynamicWorkers/dynamic#3/grants/NOTES");
            model.inspect(denied);
            assertThat(fixture.session().wishProperty().get()).isEqualTo(new Wish.Inspect(Wish.Page.GRANTS, "NOTES"));
            model.filterProperty().set("isolate:greeter");
            CallEntry allowed = model.shown().getFirst();
            assertThat(allowed.outcome()).isEqualTo("\"likes tea\"");
            model.open(allowed);
            assertThat(fixture.session().revealProperty().get()).isEqualTo(new Place("dynamic/greeter.js", 4, 9));
            model.onlyRun(allowed);
            assertThat(model.shown()).hasSize(2);
            Path lines = folder.resolve("calls.jsonl");
            model.export(lines);
            fixture.fx().runUntil(() -> Files.exists(lines));
            List<String> written = Files.readAllLines(lines);
            assertThat(written).as("those that are shown").hasSize(2);
            assertThat(written.get(1))
                    .startsWith("{\"run\":")
                    .contains(
                            "\"call\":\"NOTES.put\"",
                            "\"arguments\":\"\\\"visits\\\", 4\"",
                            "\"result\":null",
                            "\"error\":\"NOTES is read-only\"",
                            "\"sentBytes\":11,\"receivedBytes\":null",
                            "\"decision\":\"denied\"");
            model.clear();
            assertThat(model.calls()).isEmpty();
        }
    }
}
