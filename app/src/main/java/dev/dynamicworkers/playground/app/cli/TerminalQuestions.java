package dev.dynamicworkers.playground.app.cli;

import dev.dynamicworkers.playground.core.runtime.RunningProject;
import dev.dynamicworkers.playground.core.worker.Question;
import dev.dynamicworkers.playground.core.worker.QuestionListener;
import dev.dynamicworkers.playground.core.worker.Verdict;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Puts the questions of a running project to the person at the terminal, one after the other. Whatever is not yes is
/// no. Safe on any thread.
final class TerminalQuestions implements QuestionListener {
    private final UnaryOperator<@Nullable String> reader;
    private final Object lock = new Object();
    private CompletableFuture<Verdict> last = CompletableFuture.completedFuture(Verdict.DENY);

    /// @param reader shows a question and gives the line that was typed, null at the end of the input; blocks
    TerminalQuestions(UnaryOperator<@Nullable String> reader) {
        this.reader = reader;
    }

    /// Answers the questions of a project where there is a terminal; elsewhere nobody is there to be asked.
    static void answer(RunningProject project) {
        var console = System.console();
        if (console != null && console.isTerminal()) {
            project.answerQuestions(new TerminalQuestions(text -> console.readLine("%s", text)));
        }
    }

    @Override
    public CompletionStage<Verdict> asked(Question question) {
        var text = Terminal.safe(question.worker() + " wants " + question.subject() + " (" + question.rule() + ")")
                + ". Let it? [y/N] ";
        var verdict = new CompletableFuture<Verdict>();
        synchronized (lock) {
            var unused = last.whenComplete((before, failure) ->
                    Thread.ofVirtual().name("terminal-question").start(() -> ask(text, verdict)));
            last = verdict;
        }
        return verdict;
    }

    private void ask(String text, CompletableFuture<Verdict> verdict) {
        var line = reader.apply(text);
        var word = line == null ? "" : line.strip().toLowerCase(Locale.ROOT);
        verdict.complete(word.equals("y") || word.equals("yes") ? Verdict.ALLOW : Verdict.DENY);
    }
}
