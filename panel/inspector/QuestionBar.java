package dev.dynamicworkers.playground.app.panel.inspector;

import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.session.Questions;
import dev.dynamicworkers.playground.app.session.Wish;
import dev.dynamicworkers.playground.app.theme.Icons;
import dev.dynamicworkers.playground.core.worker.Question;
import dev.dynamicworkers.playground.core.worker.Verdict;
import java.time.Instant;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/// Asks what guest code waits for, without taking the window away: who, what, why, and how long there is to answer. No
/// answer is a no. FX thread.
public final class QuestionBar extends HBox implements AutoCloseable {
    private final Questions questions;
    private final Consumer<Wish> wish;
    private final Subscriptions subscriptions = new Subscriptions();
    private final Label words = new Label();
    private final Label left = new Label();
    private final Timeline clock = new Timeline(new KeyFrame(Duration.millis(500), tick -> tick()));

    /// @param questions that wait
    /// @param wish asks the inspector for a rule
    public QuestionBar(Questions questions, Consumer<Wish> wish) {
        this.questions = questions;
        this.wish = wish;
        setId("question-bar");
        getStyleClass().addAll("banner", "warning");
        setAlignment(Pos.CENTER_LEFT);
        words.setId("question-words");
        words.setWrapText(true);
        left.setId("question-left");
        left.getStyleClass().add("muted");
        left.setMinWidth(Region.USE_PREF_SIZE);
        getChildren()
                .addAll(
                        Icons.SHIELD.node(16),
                        words,
                        Panes.spacer(),
                        left,
                        button("question-allow", "Allow once", question -> questions.answer(question, Verdict.ALLOW)),
                        button("question-deny", "Deny", question -> questions.answer(question, Verdict.DENY)),
                        button("question-rule", "Make a rule\u2026", this::makeRule));
        clock.setCycleCount(Animation.INDEFINITE);
        ListChangeListener<Question> changed = change -> refresh();
        questions.open().addListener(changed);
        subscriptions.add(() -> questions.open().removeListener(changed));
        subscriptions.add(clock::stop);
        refresh();
    }

    private Button button(String id, String title, Consumer<Question> action) {
        Button button = new Button(title);
        button.setId(id);
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> {
            if (!questions.open().isEmpty()) {
                action.accept(questions.open().getFirst());
            }
        });
        return button;
    }

    private void makeRule(Question question) {
        questions.answer(question, Verdict.DENY);
        wish.accept(new Wish.Inspect(Wish.Page.NETWORK, question.subject()));
    }

    private void refresh() {
        boolean asked = !questions.open().isEmpty();
        Panes.show(this, asked);
        if (!asked) {
            clock.stop();
            return;
        }
        Question first = questions.open().getFirst();
        int more = questions.open().size() - 1;
        words.setText(first.worker() + " wants: " + first.subject() + " \u2014 " + first.rule()
                + (more == 0 ? "" : " (" + more + " more)"));
        clock.play();
        tick();
    }

    private void tick() {
        questions.expire(Instant.now());
        if (!questions.open().isEmpty()) {
            long seconds = java.time.Duration.between(
                            Instant.now(), questions.open().getFirst().deadline())
                    .toSeconds();
            left.setText(Math.max(0, seconds) + " s left, then denied");
        }
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
