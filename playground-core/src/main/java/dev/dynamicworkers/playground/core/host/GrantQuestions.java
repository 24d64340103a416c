package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.host.overlay.Asking;
import dev.dynamicworkers.playground.core.io.InvocationContext;
import dev.dynamicworkers.playground.core.worker.Question;
import dev.dynamicworkers.playground.core.worker.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Asks about calls of what `env` gives, beside the questions of the network rules. Runs on the event loop's thread.
record GrantQuestions(Questions questions) implements Asking {
    @Override
    public void ask(
            InvocationContext caller, String subject, String rule, Duration patience, Consumer<@Nullable String> then) {
        Instant deadline = Instant.now().plus(patience);
        questions.ask(
                number -> new Question(
                        number,
                        Question.Kind.BINDING,
                        caller.worker().id(),
                        caller.worker().label(),
                        subject,
                        rule,
                        deadline),
                patience,
                reply -> then.accept(reply.verdict() == Verdict.ALLOW ? null : String.valueOf(reply.reason())));
    }
}
