package dev.dynamicworkers.playground.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.window.Announcements.Subject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is said to those who do not see the window.
final class AnnouncementsTest {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final List<String> said = new ArrayList<>();
    private String howMuch = "full";
    private final Announcements announcements = new Announcements(
            (delay, action) -> {
                assertThat(delay).isEqualTo(Announcements.GATHER);
                waiting.add(action);
                return () -> waiting.remove(action);
            },
            () -> howMuch);

    AnnouncementsTest() {
        announcements.saidProperty().subscribe((before, words) -> {
            if (!words.isEmpty()) {
                said.add(words);
            }
        });
    }

    private void halfASecondLater() {
        List<Runnable> due = List.copyOf(waiting);
        waiting.clear();
        due.forEach(Runnable::run);
    }

    @Test
    void whatComesTogetherIsSaidTogetherAndOfEachSubjectTheNewest() {
        announcements.say(Subject.CARET, "Error on line 4: no", "");
        announcements.say(Subject.RUN, "Run 1: ok", "");
        announcements.say(Subject.RUN, "Run 2: KILLED cpu", "greeter used 50 ms.");
        announcements.say(Subject.QUESTION, "greeter asks: GET https://example.com", "");
        assertThat(said).isEmpty();
        halfASecondLater();
        assertThat(said)
                .containsExactly("greeter asks: GET https://example.com. Run 2: KILLED cpu. greeter used 50 ms."
                        + " Error on line 4: no");
        halfASecondLater();
        assertThat(said).hasSize(1);
    }

    @Test
    void theSameIsSaidAgainWhenItHappensAgain() {
        announcements.say(Subject.CARET, "Error on line 4: no", "");
        halfASecondLater();
        announcements.say(Subject.CARET, "Error on line 4: no", "");
        halfASecondLater();
        assertThat(said).containsExactly("Error on line 4: no", "Error on line 4: no");
    }

    @Test
    void whatIsTakenBackInTimeIsNotSaid() {
        announcements.say(Subject.CARET, "Error on line 4: no", "");
        announcements.say(Subject.CARET, "", "");
        halfASecondLater();
        assertThat(said).isEmpty();
    }

    @Test
    void briefLeavesOutTheRestAndOffSaysNothing() {
        howMuch = "brief";
        announcements.say(Subject.RUN, "Run 1: KILLED cpu", "greeter used 50 ms.");
        halfASecondLater();
        assertThat(said).containsExactly("Run 1: KILLED cpu");
        announcements.say(Subject.RUN, "Run 2: ok", "");
        howMuch = "off";
        announcements.say(Subject.CARET, "Error on line 4: no", "");
        halfASecondLater();
        assertThat(said).hasSize(1);
        assertThat(announcements.saidProperty().get()).isEmpty();
    }

    @Test
    void nothingIsSaidOfAProjectThatIsClosed() {
        announcements.say(Subject.RUN, "Run 1: ok", "");
        announcements.close();
        halfASecondLater();
        assertThat(said).isEmpty();
    }
}
