package dev.dynamicworkers.playground.core.storage;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/// The databases of objects that are open: each takes three files of the process and memory, and there may be any
/// number of objects. Of those in files, the ones that were not used for longest are closed, and opened again at their
/// next use. Used by the thread of the databases.
public final class OpenDatabases {
    private static final int MOST = 250;
    private static final int MOST_IN_TRANSACTIONS = 1000;

    private final int most;
    private final int mostInTransactions;

    /// From the one that was not used for longest to the last.
    private final Map<ObjectStore, Boolean> open = new LinkedHashMap<>(16, 0.75f, /* accessOrder= */ true);

    public OpenDatabases() {
        this(MOST, MOST_IN_TRANSACTIONS);
    }

    /// @param most that are open, as long as enough of them can be closed
    /// @param mostInTransactions that are open when none can be closed, because each has a transaction under way
    OpenDatabases(int most, int mostInTransactions) {
        this.most = most;
        this.mostInTransactions = mostInTransactions;
    }

    /// One is used that is open.
    void used(ObjectStore store) {
        open.get(store);
    }

    /// One is about to be opened.
    ///
    /// @throws SqlFailure when there is no room for it
    void opening(ObjectStore store) {
        Iterator<ObjectStore> oldest = open.keySet().iterator();
        while (open.size() >= most && oldest.hasNext()) {
            ObjectStore candidate = oldest.next();
            if (!candidate.isInTransaction()) {
                oldest.remove();
                candidate.closeForNow();
            }
        }
        if (open.size() >= mostInTransactions) {
            throw new SqlFailure("Too many Durable Objects have a transaction under way at once (" + mostInTransactions
                    + "): end some of them.");
        }
        open.put(store, true);
    }

    /// One is closed, or could not be opened.
    void closed(ObjectStore store) {
        open.remove(store);
    }

    int count() {
        return open.size();
    }
}
