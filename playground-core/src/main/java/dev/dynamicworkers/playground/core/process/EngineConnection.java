package dev.dynamicworkers.playground.core.process;

import dev.dynamicworkers.playground.core.debug.DebugPlan;
import dev.dynamicworkers.playground.core.debug.Pause;
import dev.dynamicworkers.playground.core.project.Overlay;
import dev.dynamicworkers.playground.core.project.network.NetworkRules;
import dev.dynamicworkers.playground.core.runtime.EngineStatus;
import dev.dynamicworkers.playground.core.runtime.Invocation;
import dev.dynamicworkers.playground.core.runtime.InvocationResult;
import dev.dynamicworkers.playground.core.runtime.RequestBody;
import dev.dynamicworkers.playground.core.runtime.ResponseListener;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import dev.dynamicworkers.playground.core.util.PlainLine;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import dev.dynamicworkers.playground.core.worker.Question;
import dev.dynamicworkers.playground.core.worker.QuestionListener;
import dev.dynamicworkers.playground.core.worker.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The application's end of the pipe to one engine process, from its first frame to its end. Safe on any thread; its
/// reader runs tail consumers.
final class EngineConnection {
    private static final Frame PING = Frame.of(FrameKind.PING, 0);
    private static final int MOST_QUESTIONS = 1000;

    /// So many isolates may be ending at once: more turns than that can't run.
    private static final int MOST_ENDINGS = 1000;

    private static final int LONGEST_DAMAGE = 300;

    private final FrameReader reader;
    private final FrameWriter writer;
    private final AtomicLong lastId = new AtomicLong();
    private final CompletableFuture<EngineStatus> status = new CompletableFuture<>();
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final Map<Long, KnownProject> projects = new ConcurrentHashMap<>();
    private final Map<Long, RemoteDispatch> dispatches = new ConcurrentHashMap<>();
    private final Map<CompletableFuture<InvocationResult>, KnownProject> outstanding = new ConcurrentHashMap<>();
    private final Map<Long, CompletableFuture<byte[]>> questions = new ConcurrentHashMap<>();
    private final Map<Long, Ending> endings = new ConcurrentHashMap<>();
    // volatile: set once the engine is up, read by the reader
    private volatile Consumer<Ending> onEnding = ending -> {};
    // volatile: set once the engine is up, read by the reader
    private volatile Consumer<Ending> onUnyielding = ending -> {};
    // volatile: set once the engine is up, read by callers
    private volatile Runnable onBusy = () -> {};
    // volatile: written by the reader, read by the heartbeat
    private volatile long lastHeardNanos = System.nanoTime();
    // volatile: written by the reader, read by the heartbeat
    private volatile boolean isHandling;
    private final EnginePauses pauses = new EnginePauses(projects::get);
    private final AtomicInteger pendingQuestions = new AtomicInteger();
    // volatile: written by the reader or a call's thread, read by whoever says why the connection ended
    private volatile @Nullable String violation;
    // volatile: written by the reader or that of the process's errors, read by whoever says why the connection ended
    private volatile @Nullable String damage;
    // volatile: written once by whoever ends the connection, read by callers
    private volatile @Nullable End ended;

    EngineConnection(InputStream input, OutputStream output) {
        reader = new FrameReader(input, Wire.MOST_FROM_ENGINE);
        writer = new FrameWriter(output, "engine-writer");
    }

    /// Starts to talk.
    void start() {
        writer.start();
        Thread.ofPlatform().daemon().name("engine-reader").start(this::read);
    }

    /// Completes when the engine is up.
    CompletableFuture<EngineStatus> status() {
        return status;
    }

    /// Completes when the pipe ended.
    CompletableFuture<Void> end() {
        return end;
    }

    /// What the engine must not have sent, as the end of a sentence; null where it kept to the protocol.
    @Nullable
    String violation() {
        return violation;
    }

    /// Why the pipe ended, as a sentence. Waits a moment for the end of the process.
    String howItEnded(EngineProcess process) throws InterruptedException {
        var what = violation();
        var broken = damage;
        if (what == null && broken != null) {
            return "The engine process was ended, because " + broken + ".";
        }
        return what == null
                ? "The engine process " + process.end() + "."
                : "The engine process was ended, because it sent " + what + ".";
    }

    /// The engine broke the protocol: nothing more of it is believed.
    private void violated(String what) {
        violation = what;
        end.complete(null);
    }

    /// The engine is of no use any more.
    ///
    /// @param what happened, as part of a sentence
    void damaged(String what) {
        damage = PlainLine.of(what, LONGEST_DAMAGE);
        end.complete(null);
    }

    /// Hears of isolates that are told to end while code of them runs. Called by the reader.
    ///
    /// @param unyielding hears of those whose code does not yield
    void onEnding(Consumer<Ending> listener, Consumer<Ending> unyielding) {
        onEnding = listener;
        onUnyielding = unyielding;
    }

    /// Whether code of an isolate that was told to end still runs.
    boolean isEnding(Ending ending) {
        return ending.equals(endings.get(ending.isolate()));
    }

    /// How long nothing was heard, in nanoseconds. While the application's own consumers hold the reader up, it is not
    /// the engine that is silent.
    long silenceNanos() {
        return isHandling ? 0 : System.nanoTime() - lastHeardNanos;
    }

    /// Asks for a sign of life.
    void ping() {
        writer.send(PING);
    }

    /// Delivers an invocation; makes the project in the engine first where it is not there yet.
    CompletableFuture<InvocationResult> dispatch(
            KnownProject project, Invocation invocation, @Nullable ResponseListener listener) {
        long id = lastId.incrementAndGet();
        var dispatch = new RemoteDispatch(id, writer, listener, this::violated);
        dispatches.put(id, dispatch);
        InputStream upload = null;
        var sent = invocation;
        var body = "none";
        if (invocation.event() instanceof Invocation.Fetch fetch) {
            sent = invocation.with(new Invocation.Fetch(
                    fetch.method(), fetch.url(), fetch.headers(), new RequestBody.None(), fetch.entrypoint()));
            if (fetch.body() instanceof RequestBody.Bytes whole) {
                body = "bytes";
                writer.send(new Frame(FrameKind.WHOLE_BODY, id, whole.bytes()));
            } else if (fetch.body() instanceof RequestBody.Stream stream) {
                body = "stream";
                upload = stream.input();
            }
        }
        makeProject(project);
        writer.send(new Frame(FrameKind.DISPATCH, id, Wire.writeAll(project.id(), sent, body)));
        var result = dispatch.start(upload);
        outstanding.put(result, project);
        onBusy.run();
        var unused = result.whenComplete((value, failure) -> {
            dispatches.remove(id);
            outstanding.remove(result);
        });
        var over = ended;
        if (over != null) {
            dispatch.lost(over.outcome, over.reason);
        }
        return result;
    }

    /// Whether invocations are under way.
    boolean isBusy() {
        return !outstanding.isEmpty();
    }

    /// @param listener hears of each invocation that begins; returns at once
    void onBusy(Runnable listener) {
        onBusy = listener;
    }

    /// Completes when all invocations of a project are over that are under way now.
    CompletableFuture<Void> idle(KnownProject project) {
        return CompletableFuture.allOf(outstanding.entrySet().stream()
                .filter(entry -> entry.getValue().id() == project.id())
                .map(entry -> entry.getKey().handle((result, failure) -> null))
                .toArray(CompletableFuture<?>[]::new));
    }

    /// Asks about a project.
    CompletableFuture<byte[]> ask(KnownProject project, FrameKind question, Object... more) {
        makeProject(project);
        return question(question, project, more);
    }

    private CompletableFuture<byte[]> question(FrameKind question, KnownProject project, Object... more) {
        long id = lastId.incrementAndGet();
        var answer = new CompletableFuture<byte[]>();
        questions.put(id, answer);
        writer.send(new Frame(question, id, asking(project, more)));
        var unused = answer.whenComplete((value, failure) -> questions.remove(id));
        var over = ended;
        if (over != null) {
            answer.completeExceptionally(new EngineFailureException(over.reason, null));
        }
        return answer;
    }

    private static byte[] asking(KnownProject project, Object... more) {
        Object[] all = new Object[more.length + 1];
        all[0] = project.id();
        System.arraycopy(more, 0, all, 1, more.length);
        return Wire.writeAll(all);
    }

    /// Whether this engine has the project.
    boolean knows(KnownProject project) {
        return projects.containsKey(project.id());
    }

    /// Tells the engine of other network rules, where it has the project.
    CompletableFuture<Void> updateNetwork(KnownProject project, NetworkRules rules) {
        return update(project, FrameKind.NETWORK, rules);
    }

    /// Tells the engine of another overlay, where it has the project.
    CompletableFuture<Void> updateOverlay(KnownProject project, Overlay overlay) {
        return update(project, FrameKind.OVERLAY, overlay);
    }

    /// Tells the engine where code stands still, where it has the project.
    CompletableFuture<Void> updatePlan(KnownProject project, DebugPlan plan) {
        return update(project, FrameKind.DEBUG, plan);
    }

    private CompletableFuture<Void> update(KnownProject project, FrameKind what, Object value) {
        var asked = new ArrayList<CompletableFuture<byte[]>>();
        // Under the lock that the project is made under: it was made with what was before, or will be with this.
        projects.computeIfPresent(project.id(), (id, known) -> {
            asked.add(question(what, project, value));
            return known;
        });
        return asked.isEmpty()
                ? CompletableFuture.completedFuture(null)
                : asked.getFirst().thenApply(answer -> null);
    }

    /// Lets go of a project.
    void forget(KnownProject project) {
        if (projects.remove(project.id()) != null) {
            writer.send(Frame.of(FrameKind.CLOSE, project.id()));
        }
    }

    /// Ends a connection whose engine is gone.
    void breakOff(String reason) {
        close(EventOutcome.INTERNAL_ERROR, reason);
    }

    /// Ends the connection: all that is outstanding completes with this outcome and sentence.
    void close(EventOutcome outcome, String reason) {
        ended = new End(outcome, reason);
        writer.close();
        status.completeExceptionally(new EngineFailureException(reason, null));
        dispatches.values().forEach(dispatch -> dispatch.lost(outcome, reason));
        pauses.lost();
        questions.values().forEach(answer -> answer.completeExceptionally(new EngineFailureException(reason, null)));
    }

    /// How it was ended, null where it was not.
    @Nullable
    End ended() {
        return ended;
    }

    private void makeProject(KnownProject project) {
        // Under the map's lock of this key, so that the frame leaves before any that needs the project.
        projects.computeIfAbsent(project.id(), id -> {
            writer.send(new Frame(FrameKind.START, id, Wire.writeAll(project.project(), project.options())));
            if (project.firesCrons()) {
                var unused = question(FrameKind.START_CRONS, project);
            }
            if (project.plan().isOn()) {
                var unused = question(FrameKind.DEBUG, project, project.plan());
            }
            return project;
        });
    }

    /// Makes the project where it is not there yet, and fires its cron triggers.
    void startCrons(KnownProject project) {
        var unused = ask(project, FrameKind.START_CRONS);
    }

    /// Fires no more cron triggers of a project, where the engine has it.
    void stopCrons(KnownProject project) {
        if (knows(project)) {
            var unused = question(FrameKind.STOP_CRONS, project);
        }
    }

    private void read() {
        try {
            reader.awaitGreeting();
            for (var frame = reader.read(); frame != null; frame = reader.read()) {
                isHandling = true;
                handle(frame);
                lastHeardNanos = System.nanoTime();
                isHandling = false;
            }
        } catch (RuntimeException broken) {
            // Not the failure itself: a parser quotes what it read, which is not for a log.
            System.getLogger(EngineConnection.class.getName())
                    .log(System.Logger.Level.WARNING, "the engine process sent " + WireViolation.of(broken));
            violated(WireViolation.of(broken));
        } catch (IOException broken) {
            System.getLogger(EngineConnection.class.getName())
                    .log(System.Logger.Level.DEBUG, "engine pipe ended", broken);
        } finally {
            end.complete(null);
        }
    }

    private void handle(Frame frame) {
        switch (frame.kind()) {
            case PONG -> {}
            case HELLO -> {
                if (!status.complete(Shapes.status(Wire.read(frame.payload(), EngineStatus.class)))) {
                    throw new WireViolation("a second greeting");
                }
            }
            case TAIL -> {
                var project = projects.get(frame.id());
                if (project != null) {
                    Wire.readList(frame.payload(), TailEvent.class).forEach(event -> tell(project, event));
                }
            }
            case CRON -> tellCron(frame);
            case PAUSED -> pauses.paused(frame.id(), Shapes.pause(Wire.read(frame.payload(), Pause.class)));
            case RESUMED -> pauses.resumed(frame.id());
            case QUESTION -> answerQuestion(frame);
            case ENDING -> {
                var parts = Wire.readAll(frame.payload());
                var ending = new Ending(
                        frame.id(),
                        Wire.part(parts, 0, String.class),
                        Wire.part(parts, 1, EventOutcome.class),
                        Wire.part(parts, 2, String.class));
                endings.put(frame.id(), ending);
                if (endings.size() > MOST_ENDINGS) {
                    throw new WireViolation("more than " + MOST_ENDINGS + " isolates that end");
                }
                onEnding.accept(ending);
            }
            case UNYIELDING -> {
                var ending = endings.get(frame.id());
                if (ending != null) {
                    onUnyielding.accept(ending);
                }
            }
            case YIELDED -> endings.remove(frame.id());
            case DAMAGED -> damaged(frame.text());
            case REPLY, FAILURE -> answer(frame);
            default -> toDispatch(frame);
        }
    }

    /// A consumer that fails is a fault of the application's, not of the engine's.
    private static void tell(KnownProject project, TailEvent event) {
        Shapes.event(event);
        try {
            project.tail().accept(event);
        } catch (RuntimeException fault) {
            System.getLogger(EngineConnection.class.getName())
                    .log(System.Logger.Level.ERROR, "a consumer of tail events failed", fault);
        }
    }

    private void tellCron(Frame frame) {
        var parts = Wire.readAll(frame.payload());
        var cron = Wire.part(parts, 0, String.class);
        var result = Shapes.result(Wire.part(parts, 1, InvocationResult.class));
        var project = projects.get(frame.id());
        var listener = project == null ? null : project.cronListener();
        if (listener == null) {
            return;
        }
        try {
            listener.fired(Objects.requireNonNull(cron), result);
        } catch (RuntimeException fault) {
            System.getLogger(EngineConnection.class.getName())
                    .log(System.Logger.Level.ERROR, "a listener of cron triggers failed", fault);
        }
    }

    /// Guest code waits for a person.
    private void answerQuestion(Frame frame) {
        if (pendingQuestions.incrementAndGet() > MOST_QUESTIONS) {
            throw new WireViolation("more than " + MOST_QUESTIONS + " questions at once");
        }
        var parts = Wire.readAll(frame.payload());
        var question = Shapes.question(Wire.part(parts, 1, Question.class));
        var project = projects.get(Wire.part(parts, 0, Long.class));
        var listener = project == null ? null : project.questionListener();
        if (listener == null) {
            pendingQuestions.decrementAndGet();
            writer.send(Frame.ofText(FrameKind.VERDICT, frame.id(), ""));
            return;
        }
        var unused = ask(listener, question).whenComplete((verdict, failure) -> {
            pendingQuestions.decrementAndGet();
            var word = failure == null && verdict == Verdict.ALLOW ? Verdict.ALLOW : Verdict.DENY;
            writer.send(Frame.ofText(FrameKind.VERDICT, frame.id(), word.name()));
        });
    }

    /// No answer within the deadline is none.
    private static CompletableFuture<Verdict> ask(QuestionListener listener, Question question) {
        try {
            long millis = Math.max(
                    0, Duration.between(Instant.now(), question.deadline()).toMillis());
            return listener.asked(question).toCompletableFuture().copy().orTimeout(millis, TimeUnit.MILLISECONDS);
        } catch (RuntimeException fault) {
            return CompletableFuture.failedFuture(fault);
        }
    }

    private void answer(Frame frame) {
        if (frame.id() == 0) {
            status.completeExceptionally(new EngineFailureException(frame.text(), null));
            return;
        }
        var question = questions.get(frame.id());
        if (question == null) {
            toDispatch(frame);
        } else if (frame.kind() == FrameKind.REPLY) {
            question.complete(frame.payload());
        } else {
            question.completeExceptionally(new EngineFailureException(frame.text(), null));
        }
    }

    private void toDispatch(Frame frame) {
        if (frame.id() <= 0 || frame.id() > lastId.get()) {
            throw new WireViolation("a message " + frame.kind() + " that belongs to no call");
        }
        var dispatch = dispatches.get(frame.id());
        if (dispatch != null) {
            dispatch.handle(frame);
        }
    }

    /// How the connection ended.
    record End(EventOutcome outcome, String reason) {}
}
