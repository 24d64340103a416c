package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.eventloop.EventLoop;
import dev.dynamicworkers.playground.core.util.Futures;
import dev.dynamicworkers.playground.core.worker.Question;
import dev.dynamicworkers.playground.core.worker.QuestionListener;
import dev.dynamicworkers.playground.core.worker.UnansweredException;
import dev.dynamicworkers.playground.core.worker.Verdict;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Asks a person on behalf of guest code that waits. Silence is a denial. Runs on the event loop's thread.
public final class Questions {
    /// More would only bury a person; guest code that asks in a loop is denied.
    private static final int MOST_PENDING = 20;

    private static final String NOBODY = "nobody is there to be asked";

    private final EventLoop loop;
    private long numbers;
    private int pending;
    // volatile: set by the façade on any thread
    private volatile @Nullable QuestionListener listener;

    Questions(EventLoop loop) {
        this.loop = loop;
    }

    /// Says who answers from now on, null for nobody. Safe on any thread.
    public void answeredBy(@Nullable QuestionListener asked) {
        listener = asked;
    }

    /// What came of a question.
    ///
    /// @param reason why it was denied, as part of a sentence; null where it was allowed
    record Reply(Verdict verdict, @Nullable String reason) {}

    /// Makes a question of its number.
    @FunctionalInterface
    interface Text {
        Question numbered(long number);
    }

    /// Asks.
    ///
    /// @param then hears once, in a turn of its own or at once
    void ask(Text text, Duration patience, Consumer<Reply> then) {
        QuestionListener asked = listener;
        if (asked == null) {
            then.accept(denied(NOBODY));
            return;
        }
        if (pending >= MOST_PENDING) {
            then.accept(denied(MOST_PENDING + " questions wait for an answer already"));
            return;
        }
        pending++;
        Waiting waiting = new Waiting(then);
        EventLoop.Timer timer = loop.schedule(
                patience.toNanos(), () -> waiting.end(denied("nobody answered within " + patience.toSeconds() + " s")));
        try {
            CompletionStage<Verdict> answer = asked.asked(text.numbered(++numbers));
            var unused = answer.whenComplete((verdict, failure) -> loop.post(() -> {
                timer.cancel();
                waiting.end(verdict == Verdict.ALLOW ? new Reply(Verdict.ALLOW, null) : denied(reason(failure)));
            }));
        } catch (RuntimeException broken) {
            timer.cancel();
            waiting.end(denied("the question failed"));
        }
    }

    private static String reason(@Nullable Throwable failure) {
        if (failure == null) {
            return "the person who was asked said no";
        }
        Throwable cause = Futures.cause(failure);
        return cause instanceof UnansweredException ? NOBODY : "the question failed";
    }

    private static Reply denied(String reason) {
        return new Reply(Verdict.DENY, reason);
    }

    /// A question until its first answer.
    private final class Waiting {
        private final Consumer<Reply> then;
        private boolean over;

        Waiting(Consumer<Reply> then) {
            this.then = then;
        }

        void end(Reply reply) {
            if (!over) {
                over = true;
                pending--;
                then.accept(reply);
            }
        }
    }
}
