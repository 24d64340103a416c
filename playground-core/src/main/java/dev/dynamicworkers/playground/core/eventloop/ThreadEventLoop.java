package dev.dynamicworkers.playground.core.eventloop;

import java.util.ArrayDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// An event loop on a platform thread of its own.
///
/// Turns posted by the loop's own thread go to a plain queue, so that isolates of one project call one another without
/// any synchronisation; those of other threads wait in a concurrent queue and are taken over in order.
public final class ThreadEventLoop implements EventLoop {
    private static final System.Logger LOG = System.getLogger(ThreadEventLoop.class.getName());

    private final ArrayDeque<Runnable> own = new ArrayDeque<>();
    private final ConcurrentLinkedQueue<Runnable> foreign = new ConcurrentLinkedQueue<>();
    private final LinkedBlockingQueue<Runnable> aside = new LinkedBlockingQueue<>();
    private final TimerQueue timers = new TimerQueue();
    private final Thread thread;
    private final Consumer<LinkageError> damage;

    /// volatile: set on any thread, read by the loop.
    private volatile boolean closed;

    /// volatile: tells posting threads that the loop may be parked.
    private volatile boolean parked;

    /// volatile: set by the loop's thread, read by any.
    private volatile Clock clock = new Clock(/* isHeld= */ false, 0, 0);

    /// Starts the thread.
    ///
    /// @param name of the thread, for people who read thread dumps
    /// @param damage hears that a turn met a class which can't be used any more, on the loop's thread
    public ThreadEventLoop(String name, Consumer<LinkageError> damage) {
        this.damage = damage;
        thread = Thread.ofPlatform().name(name).daemon().stackSize(16L << 20).unstarted(this::run);
        thread.start();
    }

    @Override
    public void post(Runnable turn) {
        if (closed) {
            return;
        }
        if (isCurrent()) {
            own.addLast(turn);
            return;
        }
        foreign.add(turn);
        if (parked) {
            LockSupport.unpark(thread);
        }
    }

    @Override
    public Timer schedule(long delayNanos, Runnable turn) {
        long due = nanoTime() + delayNanos;
        if (isCurrent()) {
            // In the order of their delays from the start of the turn, however long the turn has run; never early.
            return timers.add(turnStartNanos + delayNanos, due, turn);
        }
        ForeignTimer timer = new ForeignTimer();
        post(() -> timer.bind(timers.add(due, due, turn)));
        return timer;
    }

    @Override
    public boolean isCurrent() {
        return Thread.currentThread() == thread;
    }

    @Override
    public long nanoTime() {
        Clock now = clock;
        return (now.isHeld ? now.heldAt : System.nanoTime()) - now.lost;
    }

    @Override
    public void postAside(Runnable work) {
        aside.add(work);
        post(this::runAside);
    }

    private void runAside() {
        Runnable work = aside.poll();
        if (work != null) {
            work.run();
        }
    }

    @Override
    public void hold(BooleanSupplier over, Taking taking) {
        requireCurrent();
        long heldAt = System.nanoTime();
        long lost = clock.lost;
        clock = new Clock(/* isHeld= */ true, heldAt, lost);
        try {
            while (!over.getAsBoolean()) {
                runTurn(taking.from(aside));
            }
        } finally {
            clock = new Clock(/* isHeld= */ false, 0, lost + System.nanoTime() - heldAt);
        }
    }

    /// What [#nanoTime] is read from.
    ///
    /// @param heldAt where it stands while a turn is held
    /// @param lost for how long turns were held
    private record Clock(boolean isHeld, long heldAt, long lost) {}

    @Override
    public long currentTimeMillis() {
        return System.currentTimeMillis();
    }

    @Override
    public int waitingTimers() {
        requireCurrent();
        return timers.size();
    }

    /// The thread that runs the turns.
    public Thread thread() {
        return thread;
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    /// When the timer that runs was due, 0 when none runs. Used by the loop's thread alone.
    private long timerDueNanos;

    private long turnStartNanos = System.nanoTime();

    @Override
    public long lateNanos() {
        return timerDueNanos == 0 ? 0 : Math.max(0, nanoTime() - timerDueNanos);
    }

    private void run() {
        while (!closed) {
            Runnable turn = next();
            if (turn == null) {
                park();
            } else {
                runTurn(turn);
            }
        }
        own.clear();
        foreign.clear();
    }

    private @Nullable Runnable next() {
        Runnable turn = own.pollFirst();
        if (turn == null) {
            for (Runnable posted = foreign.poll(); posted != null; posted = foreign.poll()) {
                own.addLast(posted);
            }
            turn = own.pollFirst();
        }
        timerDueNanos = 0;
        turnStartNanos = nanoTime();
        if (turn != null) {
            return turn;
        }
        TimerQueue.Due due = timers.poll(nanoTime());
        if (due == null) {
            return null;
        }
        timerDueNanos = due.dueNanos();
        turnStartNanos = timerDueNanos;
        return due.turn();
    }

    private void park() {
        parked = true;
        try {
            if (foreign.isEmpty() && !closed) {
                long wait = timers.untilNext(nanoTime());
                if (wait < 0) {
                    LockSupport.park(this);
                } else if (wait > 0) {
                    LockSupport.parkNanos(this, wait);
                }
            }
        } finally {
            parked = false;
        }
    }

    /// The border between turns: nothing that one of them throws may end the loop, for then nobody who waits for it is
    /// ever answered.
    private void runTurn(Runnable turn) {
        try {
            turn.run();
        } catch (LinkageError e) {
            damage.accept(e);
            log("a turn met a class that can't be used", e);
        } catch (RuntimeException | Error e) {
            log("a turn failed", e);
        }
    }

    /// The class that can't be used any more may be one that writing a line needs.
    private void log(String what, Throwable failure) {
        try {
            LOG.log(System.Logger.Level.ERROR, what, failure);
        } catch (LinkageError e) {
            damage.accept(e);
        } catch (RuntimeException | Error e) {
            failure.addSuppressed(e);
        }
    }

    /// A timer made by another thread, which is in the queue a little later.
    private static final class ForeignTimer implements Timer {
        private boolean canceled;
        private @Nullable Timer bound;

        synchronized void bind(Timer timer) {
            bound = timer;
            if (canceled) {
                timer.cancel();
            }
        }

        @Override
        public synchronized void cancel() {
            canceled = true;
            if (bound != null) {
                bound.cancel();
            }
        }
    }
}
