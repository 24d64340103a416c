package dev.dynamicworkers.playground.core.worker;

import java.util.concurrent.CompletionStage;

/// Answers the questions of a running project. Called on a thread of the engine; must return quickly.
@FunctionalInterface
public interface QuestionListener {
    /// Takes a question. An answer that fails, or that comes after the deadline, is a denial.
    CompletionStage<Verdict> asked(Question question);
}
