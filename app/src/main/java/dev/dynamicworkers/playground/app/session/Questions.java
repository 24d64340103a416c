package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.core.worker.Question;
import dev.dynamicworkers.playground.core.worker.QuestionListener;
import dev.dynamicworkers.playground.core.worker.Verdict;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What guest code waits to be allowed. Nobody's answer is a denial, by the engine's own clock. FX thread.
public final class Questions implements QuestionListener {
    private final Executor fx;
    private final ObservableList<Question> open = FXCollections.observableArrayList();
    private final ObservableList<Question> view = FXCollections.unmodifiableObservableList(open);
    private final Map<Question, CompletableFuture<Verdict>> answers = new HashMap<>();

    /// @param fx runs work on the FX thread
    Questions(Executor fx) {
        this.fx = fx;
    }

    @Override
    public CompletionStage<Verdict> asked(Question question) {
        CompletableFuture<Verdict> answer = new CompletableFuture<>();
        fx.execute(() -> {
            answers.put(question, answer);
            open.add(question);
        });
        return answer;
    }

    /// The questions that wait, oldest first.
    public ObservableList<Question> open() {
        return view;
    }

    /// Answers a question.
    public void answer(Question question, Verdict verdict) {
        open.remove(question);
        CompletableFuture<Verdict> answer = answers.remove(question);
        if (answer != null) {
            answer.complete(verdict);
        }
    }

    /// Takes away what was not answered in time.
    public void expire(Instant now) {
        open.stream()
                .filter(question -> !question.deadline().isAfter(now))
                .toList()
                .forEach(question -> answer(question, Verdict.DENY));
    }

    /// Denies all that waits.
    void denyAll() {
        java.util.List.copyOf(open).forEach(question -> answer(question, Verdict.DENY));
    }
}
