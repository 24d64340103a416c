package dev.dynamicworkers.playground.app.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.fixture.ManualTasks;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class TaskListTest {
    private final ManualTasks time = new ManualTasks();
    private final TaskList list = time.list();

    @Test
    void aTaskIsNoticedAfterATenthOfASecondAndLongAfterOne() {
        LongTask task = list.begin("Exporting", null);
        assertThat(task.ageProperty().get()).isEqualTo(LongTask.Age.NEW);
        time.pass(Duration.ofMillis(99));
        assertThat(task.ageProperty().get()).isEqualTo(LongTask.Age.NEW);
        time.pass(Duration.ofMillis(1));
        assertThat(task.ageProperty().get()).isEqualTo(LongTask.Age.NOTICED);
        time.pass(Duration.ofMillis(900));
        assertThat(task.ageProperty().get()).isEqualTo(LongTask.Age.LONG);
        assertThat(task.isCancellable()).isFalse();
    }

    @Test
    void onlyWhatTookLongIsRemembered() {
        LongTask brief = list.begin("Brief", null);
        time.pass(Duration.ofMillis(999));
        brief.done();
        LongTask tedious = list.begin("Tedious", null);
        time.pass(Duration.ofSeconds(3));
        tedious.failed("The disk is full.");
        time.pass(Duration.ofSeconds(3));

        assertThat(list.running()).isEmpty();
        assertThat(list.finished()).containsExactly(tedious);
        assertThat(tedious.time()).isEqualTo(Duration.ofSeconds(3));
        assertThat(tedious.reason()).isEqualTo("The disk is full.");
        assertThat(brief.ageProperty().get()).as("what is over grows no older").isEqualTo(LongTask.Age.NOTICED);
    }

    @Test
    void theLastTenAreRemembered() {
        for (int i = 1; i <= 12; i++) {
            LongTask task = list.begin("Task " + i, null);
            time.pass(Duration.ofSeconds(1));
            task.done();
        }
        assertThat(list.finished()).hasSize(10);
        assertThat(list.finished().getFirst().words()).isEqualTo("Task 12");
        list.clearFinished();
        assertThat(list.finished()).isEmpty();
    }

    @Test
    void aTaskIsCancelledOnceAndIsOverWhenItSaysSo() {
        AtomicInteger stops = new AtomicInteger();
        LongTask task = list.begin("Exporting", stops::incrementAndGet);
        task.cancel();
        task.cancel();
        assertThat(stops).hasValue(1);
        assertThat(task.stateProperty().get()).isEqualTo(LongTask.State.CANCELLING);
        assertThat(list.running()).containsExactly(task);
        task.cancelled();
        task.done();
        assertThat(task.stateProperty().get()).isEqualTo(LongTask.State.CANCELLED);
        assertThat(list.running()).isEmpty();
    }

    @Test
    void stepsAreToldAsAShareAndInWords() {
        LongTask task = list.begin("Measuring", null);
        assertThat(task.shareProperty().get()).isEqualTo(LongTask.UNKNOWN);
        task.at(5, 20);
        assertThat(task.shareProperty().get()).isEqualTo(0.25);
        assertThat(task.countProperty().get()).isEqualTo("5 of 20");
        task.at(0, 0);
        assertThat(task.countProperty().get()).isEqualTo("5 of 20");
    }
}
