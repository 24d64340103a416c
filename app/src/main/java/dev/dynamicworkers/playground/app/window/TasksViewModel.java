package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.session.Amounts;
import dev.dynamicworkers.playground.app.session.Notices;
import dev.dynamicworkers.playground.app.task.LongTask;
import dev.dynamicworkers.playground.app.task.TaskList;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/// What goes on in the background, for the status bar and for the page that lists it. FX thread.
final class TasksViewModel implements AutoCloseable {
    /// Who waited so long has gone on to something else, and is told of the end.
    static final Duration TOLD = Duration.ofSeconds(10);

    private final TaskList list;
    private final Notices notices;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private final ObservableList<LongTask> rows = FXCollections.observableArrayList();
    private final Subscriptions subscriptions = new Subscriptions();
    private final Subscriptions ofRunning = new Subscriptions();

    TasksViewModel(TaskList list, Notices notices) {
        this.list = list;
        this.notices = notices;
        ListChangeListener<LongTask> running = change -> follow();
        ListChangeListener<LongTask> finished = change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(this::tellEnd);
            }
            refresh();
        };
        list.running().addListener(running);
        list.finished().addListener(finished);
        subscriptions.add(() -> list.running().removeListener(running));
        subscriptions.add(() -> list.finished().removeListener(finished));
        follow();
    }

    private void follow() {
        ofRunning.close();
        for (LongTask task : list.running()) {
            ofRunning.listen(task.ageProperty(), age -> refresh());
            ofRunning.listen(task.countProperty(), count -> refresh());
            ofRunning.listen(task.stateProperty(), state -> refresh());
        }
        refresh();
    }

    private void refresh() {
        List<LongTask> shown = list.running().stream()
                .filter(task -> task.ageProperty().get() == LongTask.Age.LONG)
                .toList();
        busy.set(list.running().stream().anyMatch(task -> task.ageProperty().get() != LongTask.Age.NEW));
        words.set(shown.isEmpty() ? "" : words(shown));
        List<LongTask> all = new ArrayList<>(shown);
        all.addAll(list.finished());
        if (!rows.equals(all)) {
            rows.setAll(all);
        }
    }

    private static String words(List<LongTask> shown) {
        LongTask first = shown.getFirst();
        String count = first.countProperty().get();
        return first.words()
                + (count.isEmpty() ? "\u2026" : " \u00b7 " + count)
                + (shown.size() == 1 ? "" : " (and " + (shown.size() - 1) + " more)");
    }

    private void tellEnd(LongTask task) {
        if (task.time().compareTo(TOLD) >= 0 && !task.isSpeakingForItself()) {
            notices.tell(task.words() + ": " + ending(task));
        }
    }

    /// Whether something goes on that people may have noticed.
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// What goes on for longer than a second; empty for nothing.
    ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /// What goes on for longer than a second, the oldest first, and what did and is over, newest first.
    ObservableList<LongTask> rows() {
        return rows;
    }

    /// How a task stands, in words: `12 of 20, 3 s`.
    static String standing(LongTask task) {
        LongTask.State state = task.stateProperty().get();
        if (state.isOver()) {
            return ending(task);
        }
        String count = task.countProperty().get();
        String time = Amounts.seconds(task.time());
        return state == LongTask.State.CANCELLING
                ? state.word() + ", " + time
                : count.isEmpty() ? time : count + ", " + time;
    }

    private static String ending(LongTask task) {
        String ending = task.stateProperty().get().word() + " after " + Amounts.seconds(task.time());
        return task.reason().isEmpty() ? ending + "." : ending + ". " + task.reason();
    }

    void clearFinished() {
        list.clearFinished();
    }

    @Override
    public void close() {
        ofRunning.close();
        subscriptions.close();
    }
}
