package dev.dynamicworkers.playground.core.io;

/// How far tails of tails may go. A tail worker's own event may be told to tails as well, and theirs to others: all
/// that follows from one event this way has a bound. Runs on the event loop's thread.
public final class TailQuota {
    /// How many events may follow from each other, each of them told by the one before.
    static final int MOST_GENERATIONS = 4;

    /// How often events of tails may be told to further tails, for one event that is no tail's.
    static final int MOST_DELIVERIES = 1_000;

    private final int generation;
    private final Used used;

    /// What is counted for all generations together.
    private static final class Used {
        private int deliveries;
        private boolean isTold;
    }

    private TailQuota(int generation, Used used) {
        this.generation = generation;
        this.used = used;
    }

    /// That of an event which is no tail's.
    static TailQuota first() {
        return new TailQuota(0, new Used());
    }

    /// That of the event by which a tail hears of one that has this.
    TailQuota next() {
        return new TailQuota(generation + 1, used);
    }

    /// Whether an invocation may be told to one more tail. The first that may not is told of on the console.
    public static boolean admits(InvocationContext invocation) {
        TailQuota quota = invocation.tailQuota();
        if (quota.generation == 0) {
            return true;
        }
        boolean isDeep = quota.generation >= MOST_GENERATIONS;
        if (!isDeep && quota.used.deliveries < MOST_DELIVERIES) {
            quota.used.deliveries++;
            return true;
        }
        if (!quota.used.isTold) {
            quota.used.isTold = true;
            String most = isDeep ? MOST_GENERATIONS + " generations" : MOST_DELIVERIES + " of their events";
            invocation
                    .trace()
                    .warn(
                            invocation.worker(),
                            invocation.id(),
                            "Tail workers of tail workers go too far: further events of this kind are not told, because"
                                    + " one event may cause at most " + most + ".");
        }
        return false;
    }
}
