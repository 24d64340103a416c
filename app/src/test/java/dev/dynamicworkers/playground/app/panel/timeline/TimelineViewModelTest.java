package dev.dynamicworkers.playground.app.panel.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dynamicworkers.playground.app.fixture.SessionFixture;
import dev.dynamicworkers.playground.app.session.RunPhase;
import dev.dynamicworkers.playground.app.session.RunRecord;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The picture of one run.
final class TimelineViewModelTest {
    @TempDir
    Path folder;

    @Test
    void aRunIsDrawnByIsolateAndStaysAsItIs() throws IOException, InterruptedException {
        try (SessionFixture fixture = new SessionFixture(folder);
                TimelineViewModel model = new TimelineViewModel(fixture.session())) {
            assertThat(model.pictureProperty().get()).isEqualTo(TimelineViewModel.Picture.NONE);
            RunRecord first = fixture.send("/hello");
            TimelineViewModel.Picture picture = model.pictureProperty().get();
            assertThat(picture.lanes())
                    .extracting(lane -> lane.isolate().label())
                    .containsExactly("run", "parent", "greeter", "dynamic#3");
            assertThat(first.phases())
                    .extracting(RunPhase::word)
                    .startsWith("Preparing", "Loading")
                    .endsWith("Done");
            assertThat(picture.lanes().getFirst().rows().getFirst())
                    .extracting(TimelineMark::text)
                    .hasSameSizeAs(first.phases())
                    .allMatch(text -> text.endsWith(" it was sent"));
            assertThat(picture.marks())
                    .extracting(TimelineMark::kind)
                    .contains(
                            TimelineMark.Kind.LOAD,
                            TimelineMark.Kind.EVENT,
                            TimelineMark.Kind.CALL,
                            TimelineMark.Kind.REFUSED,
                            TimelineMark.Kind.LOG);
            TimelineMark greet = picture.marks().stream()
                    .filter(mark -> mark.text().startsWith("rpc greet"))
                    .findFirst()
                    .orElseThrow();
            TimelineMark cause = model.causeOf(greet);
            assertThat(cause).isNotNull();
            assertThat(cause.text()).startsWith("fetch GET /hello");
            fixture.send("/error");
            assertThat(model.pictureProperty().get().run()).isEqualTo(2);
            fixture.session().shownRunProperty().set(first);
            assertThat(model.pictureProperty().get()).isEqualTo(picture);
            model.zoomBy(1_000_000);
            assertThat(model.zoomProperty().get()).isEqualTo(512);
            model.fit();
            assertThat(model.zoomProperty().get()).isEqualTo(1);
            RunRecord streamed = fixture.send("/stream");
            TimelineMark drain = model.pictureProperty().get().marks().stream()
                    .filter(mark -> mark.kind() == TimelineMark.Kind.DRAIN)
                    .findFirst()
                    .orElseThrow();
            assertThat(drain.isolate().label()).isEqualTo("parent");
            assertThat(streamed.phases()).extracting(RunPhase::word).contains("Draining");
            assertThat(drain.millis())
                    .isCloseTo(
                            streamed.timing().totalMillis() - streamed.timing().bodyMillis(), within(0.001));
            assertThat(model.svg()).contains("draining: work after the response");
        }
    }

    @Test
    void stepsOfTheAxisAreRound() {
        assertThat(TimelineChart.step(100, 10)).isEqualTo(10);
        assertThat(TimelineChart.step(3.2, 8)).isEqualTo(0.5);
        assertThat(TimelineChart.step(1_700, 10)).isEqualTo(200);
    }
}
