package dev.dynamicworkers.playground.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.fixture.ManualTasks;
import dev.dynamicworkers.playground.app.session.Notices;
import dev.dynamicworkers.playground.app.task.LongTask;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class TasksViewModelTest {
    private final ManualTasks time = new ManualTasks();
    private final Notices notices = new Notices();
    private final TasksViewModel model = new TasksViewModel(time.list(), notices);

    @Test
    void aTaskHasASignAfterATenthOfASecondAndWordsAfterOne() {
        LongTask task = time.list().begin("Exporting to a.zip", () -> {});
        assertThat(model.busyProperty().get()).isFalse();
        time.pass(Duration.ofMillis(100));
        assertThat(model.busyProperty().get()).isTrue();
        assertThat(model.wordsProperty().get()).isEmpty();
        assertThat(model.rows()).isEmpty();
        time.pass(Duration.ofMillis(900));
        assertThat(model.wordsProperty().get()).isEqualTo("Exporting to a.zip\u2026");
        assertThat(model.rows()).containsExactly(task);
        task.at(3, 20);
        assertThat(model.wordsProperty().get()).isEqualTo("Exporting to a.zip \u00b7 3 of 20");
        assertThat(TasksViewModel.standing(task)).isEqualTo("3 of 20, 1 s");

        LongTask second = time.list().begin("Searching", () -> {});
        time.pass(Duration.ofSeconds(1));
        assertThat(model.wordsProperty().get()).isEqualTo("Exporting to a.zip \u00b7 3 of 20 (and 1 more)");

        second.cancel();
        assertThat(TasksViewModel.standing(second)).isEqualTo("is being cancelled, 1 s");
        second.cancelled();
        task.done();
        assertThat(model.busyProperty().get()).isFalse();
        assertThat(model.wordsProperty().get()).isEmpty();
        assertThat(model.rows()).containsExactly(task, second);
        assertThat(TasksViewModel.standing(second)).isEqualTo("cancelled after 1 s.");
        assertThat(notices.all()).isEmpty();
    }

    @Test
    void anEndAfterTenSecondsIsToldUnlessItsOwnerDoes() {
        LongTask quiet = time.list().begin("Measuring", null).speakingForItself();
        LongTask told = time.list().begin("Reading the project", null);
        time.pass(Duration.ofSeconds(72));
        quiet.done();
        assertThat(notices.all()).isEmpty();
        told.failed("It is gone.");
        assertThat(notices.all()).hasSize(1);
        assertThat(notices.all().getFirst().text())
                .isEqualTo("Reading the project: failed after 1 min 12 s. It is gone.");
    }

    @Test
    void aClosedWindowHearsNothing() {
        model.close();
        LongTask task = time.list().begin("Reading", null);
        time.pass(Duration.ofSeconds(11));
        assertThat(model.wordsProperty().get()).isEmpty();
        task.done();
        assertThat(notices.all()).isEmpty();
    }
}
