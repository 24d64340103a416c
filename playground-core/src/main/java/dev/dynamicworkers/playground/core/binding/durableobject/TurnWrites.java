package dev.dynamicworkers.playground.core.binding.durableobject;

import dev.dynamicworkers.playground.core.eventloop.EventLoop;
import dev.dynamicworkers.playground.core.storage.ObjectStore;
import dev.dynamicworkers.playground.core.storage.SqliteDatabase;
import org.jspecify.annotations.Nullable;

/// What an object writes in one turn: all of it is kept when the turn is over, before anything that the turn sends is
/// delivered, and none of it when the object ends within the turn. Runs on the event loop's thread.
final class TurnWrites {
    private final EventLoop loop;
    private final ObjectStore store;
    private @Nullable SqliteDatabase open;
    private @Nullable Runnable undoAlarm;

    TurnWrites(EventLoop loop, ObjectStore store) {
        this.loop = loop;
        this.store = store;
    }

    /// A write follows.
    void begin() {
        SqliteDatabase database = store.database();
        if (open == null && !database.inTransaction()) {
            database.begin();
            open = database;
            loop.post(this::keep);
        }
    }

    /// A change of the alarm follows.
    ///
    /// @param undo gives the object the alarm that it has now
    void beginAlarm(Runnable undo) {
        begin();
        if (open != null && undoAlarm == null) {
            undoAlarm = undo;
        }
    }

    /// What was written so far stays, whatever becomes of the rest of the turn.
    void keep() {
        SqliteDatabase database = open;
        open = null;
        undoAlarm = null;
        if (database != null) {
            database.commitAll();
        }
    }

    /// The object ends: what its turn wrote goes, and a transaction that lasts longer.
    void undo() {
        SqliteDatabase database = store.openDatabase();
        Runnable alarm = undoAlarm;
        open = null;
        undoAlarm = null;
        if (database != null && database.inTransaction()) {
            database.rollbackAll();
        }
        if (alarm != null) {
            alarm.run();
        }
    }
}
