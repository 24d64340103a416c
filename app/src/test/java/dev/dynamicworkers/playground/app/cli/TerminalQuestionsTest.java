package dev.dynamicworkers.playground.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.worker.IsolateId;
import dev.dynamicworkers.playground.core.worker.Question;
import dev.dynamicworkers.playground.core.worker.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TerminalQuestionsTest {
    @Test
    void whatIsNotYesIsNo() {
        var lines = new LinkedBlockingQueue<>(List.of("y", "", " YES ", "no"));
        var shown = new ConcurrentLinkedQueue<String>();
        var questions = new TerminalQuestions(text -> {
            shown.add(text);
            return lines.poll();
        });

        var answers = IntStream.range(0, 5)
                .mapToObj(
                        i -> questions.asked(question(i)).toCompletableFuture().orTimeout(60, TimeUnit.SECONDS))
                .toList();

        assertThat(answers)
                .extracting(CompletableFuture::join)
                .containsExactly(Verdict.ALLOW, Verdict.DENY, Verdict.ALLOW, Verdict.DENY, Verdict.DENY);
        assertThat(shown).first().isEqualTo("greeter wants GET https://a.test/0 (ask a.test). Let it? [y/N] ");
    }

    private static Question question(int number) {
        return new Question(
                number,
                Question.Kind.NETWORK,
                new IsolateId(2),
                "greeter",
                "GET https://a.test/" + number,
                "ask a.test",
                Instant.EPOCH);
    }
}
