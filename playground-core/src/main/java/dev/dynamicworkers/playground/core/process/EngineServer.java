package dev.dynamicworkers.playground.core.process;

import dev.dynamicworkers.playground.core.debug.DebugPlan;
import dev.dynamicworkers.playground.core.debug.Look;
import dev.dynamicworkers.playground.core.debug.Pause;
import dev.dynamicworkers.playground.core.debug.PauseListener;
import dev.dynamicworkers.playground.core.debug.Step;
import dev.dynamicworkers.playground.core.project.Overlay;
import dev.dynamicworkers.playground.core.project.Project;
import dev.dynamicworkers.playground.core.project.network.NetworkRules;
import dev.dynamicworkers.playground.core.project.secret.Secrets;
import dev.dynamicworkers.playground.core.runtime.Invocation;
import dev.dynamicworkers.playground.core.runtime.InvocationResult;
import dev.dynamicworkers.playground.core.runtime.RequestBody;
import dev.dynamicworkers.playground.core.runtime.RunningProject;
import dev.dynamicworkers.playground.core.runtime.RuntimeOptions;
import dev.dynamicworkers.playground.core.runtime.WorkerRuntime;
import dev.dynamicworkers.playground.core.state.StateQuery;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import dev.dynamicworkers.playground.core.worker.IsolateId;
import dev.dynamicworkers.playground.core.worker.Question;
import dev.dynamicworkers.playground.core.worker.UnansweredException;
import dev.dynamicworkers.playground.core.worker.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The child's end of the pipe: turns frames into calls of a [WorkerRuntime] and sends back what comes of them.
/// One thread reads and never waits for anything but the pipe, so heartbeats and stops get through while guest code
/// runs.
final class EngineServer {
    private static final int LATE_MILLIS = 5000;

    private final WorkerRuntime runtime;
    private final Consumer<Secrets> secrets;
    private final FrameReader reader;
    private final FrameWriter writer;
    private final ScheduledExecutorService timer = TailBatcher.newTimer();
    private final Map<Long, ServedProject> projects = new ConcurrentHashMap<>();
    private final Map<Long, ServedDispatch> dispatches = new ConcurrentHashMap<>();
    private final Map<Long, CompletableFuture<String>> asked = new ConcurrentHashMap<>();
    private final AtomicLong lastQuestion = new AtomicLong();
    private final Map<Long, byte[]> wholeBodies = new ConcurrentHashMap<>();

    EngineServer(WorkerRuntime runtime, InputStream input, OutputStream output) {
        this(runtime, input, output, secrets -> {});
    }

    /// @param secrets gets those of each project before it starts
    EngineServer(WorkerRuntime runtime, InputStream input, OutputStream output, Consumer<Secrets> secrets) {
        this.runtime = runtime;
        this.secrets = secrets;
        reader = new FrameReader(input, Wire.MOST_FROM_APPLICATION);
        writer = new FrameWriter(output, "engine-writer");
    }

    /// Whether a request is under way. For any thread.
    boolean isBusy() {
        return !dispatches.isEmpty();
    }

    /// Serves on the calling thread until the pipe ends.
    void serve() throws IOException {
        writer.start();
        runtime.watchEnds(new Ends());
        var unused = runtime.status()
                .whenComplete((status, failure) -> writer.send(
                        failure == null
                                ? new Frame(FrameKind.HELLO, 0, Wire.write(status))
                                : Frame.ofText(FrameKind.FAILURE, 0, Sentences.of(failure))));
        try {
            reader.awaitGreeting();
            for (var frame = reader.read(); frame != null; frame = reader.read()) {
                handle(frame);
            }
        } finally {
            projects.values().forEach(ServedProject::close);
            dispatches.values().forEach(ServedDispatch::abandon);
            timer.shutdownNow();
            writer.close();
        }
    }

    private void handle(Frame frame) {
        switch (frame.kind()) {
            case PING -> writer.send(Frame.of(FrameKind.PONG, frame.id()));
            case START -> start(frame);
            case CLOSE -> {
                var project = projects.remove(frame.id());
                if (project != null) {
                    project.close();
                }
            }
            case DISPATCH -> dispatch(frame);
            case READY -> ask(frame, project -> CompletableFuture.completedFuture(null));
            case DELIVER -> ask(frame, RunningProject::deliverQueued);
            case START_CRONS -> startCrons(frame);
            case STOP_CRONS ->
                ask(frame, project -> {
                    project.stopCrons();
                    return CompletableFuture.completedFuture(null);
                });
            case ISOLATES -> ask(frame, RunningProject::isolates);
            case TESTS -> ask(frame, RunningProject::tests);
            case STOP -> ask(frame, RunningProject::stop);
            case SOUND -> timer.execute(() -> tellSoundness(frame));
            case RESET -> ask(frame, RunningProject::reset);
            case STATE -> {
                var query = Wire.part(Wire.readAll(frame.payload()), 1, StateQuery.class);
                ask(frame, project -> project.state(query));
            }
            case FORGET -> {
                var name = Wire.part(Wire.readAll(frame.payload()), 1, String.class);
                ask(frame, project -> project.forget(name));
            }
            case EVICT -> {
                var isolate = Wire.part(Wire.readAll(frame.payload()), 1, IsolateId.class);
                ask(frame, project -> project.evict(isolate));
            }
            case KILL -> {
                var isolate = Wire.part(Wire.readAll(frame.payload()), 1, IsolateId.class);
                ask(frame, project -> project.kill(isolate));
            }
            case OVERLAY -> {
                var overlay = Wire.part(Wire.readAll(frame.payload()), 1, Overlay.class);
                ask(frame, project -> project.overlay(overlay));
            }
            case VIEW -> {
                var isolate = Wire.part(Wire.readAll(frame.payload()), 1, IsolateId.class);
                ask(
                        frame,
                        project -> project.view(isolate)
                                .thenApply(view -> view.stream().toList()));
            }
            case NETWORK -> {
                var rules = Wire.part(Wire.readAll(frame.payload()), 1, NetworkRules.class);
                ask(frame, project -> project.updateNetwork(rules));
            }
            case DEBUG -> {
                var plan = Wire.part(Wire.readAll(frame.payload()), 1, DebugPlan.class);
                ask(frame, project -> project.debug(plan));
            }
            case GO_ON -> {
                var parts = Wire.readAll(frame.payload());
                long pause = Wire.part(parts, 1, Long.class);
                var step = Wire.part(parts, 2, Step.class);
                ask(frame, project -> project.goOn(pause, step));
            }
            case LOOK -> {
                var parts = Wire.readAll(frame.payload());
                long pause = Wire.part(parts, 1, Long.class);
                var look = Wire.part(parts, 2, Look.class);
                ask(frame, project -> project.look(pause, look));
            }
            case BEGIN_PROFILE -> ask(frame, RunningProject::beginProfile);
            case END_PROFILE -> ask(frame, RunningProject::endProfile);
            case VERDICT -> {
                var question = asked.get(frame.id());
                if (question != null) {
                    question.complete(frame.text());
                }
            }
            case WHOLE_BODY -> wholeBodies.put(frame.id(), frame.payload());
            case BODY,
                    BODY_END,
                    BODY_BROKEN,
                    CREDIT,
                    CANCEL,
                    UPGRADE_TAKEN,
                    UPGRADE_REFUSED,
                    SOCKET_TEXT,
                    SOCKET_BINARY,
                    SOCKET_CLOSE,
                    SOCKET_LOST,
                    SOCKET_CREDIT -> {
                var dispatch = dispatches.get(frame.id());
                if (dispatch != null) {
                    dispatch.handle(frame);
                }
            }
            default -> throw new IllegalStateException("the engine process does not take " + frame.kind());
        }
    }

    private void start(Frame frame) {
        long id = frame.id();
        var batcher = new TailBatcher(events -> sendTail(id, events), writer::waitingBytes, timer);
        try {
            var parts = Wire.readAll(frame.payload());
            var project = Wire.part(parts, 0, Project.class);
            secrets.accept(project.secrets());
            var running = runtime.start(project, Wire.part(parts, 1, RuntimeOptions.class), batcher);
            running.answerQuestions(question -> ask(id, question));
            running.watchPauses(new Pauses(id));
            projects.put(id, new ServedProject(running, batcher, null));
        } catch (RuntimeException failure) {
            projects.put(id, new ServedProject(null, batcher, Sentences.of(failure)));
        }
    }

    private void startCrons(Frame frame) {
        long id = Wire.part(Wire.readAll(frame.payload()), 0, Long.class);
        ask(frame, project -> {
            project.startCrons((cron, result) -> sendCron(id, cron, result));
            return CompletableFuture.completedFuture(null);
        });
    }

    private void sendCron(long id, String cron, InvocationResult result) {
        var project = projects.get(id);
        if (project != null) {
            project.batcher().flush();
        }
        var bytes = Wire.writeAll(cron, result);
        boolean fits = bytes.length <= Wire.MOST_FROM_ENGINE;
        writer.send(
                new Frame(FrameKind.CRON, id, fits ? bytes : Wire.writeAll(cron, ServedDispatch.shortened(result))));
    }

    /// Sends events in as many messages as the application wants them in.
    private void sendTail(long id, List<TailEvent> events) {
        var bytes = Wire.writeList(events, TailEvent.class);
        if (bytes.length <= Wire.MOST_FROM_ENGINE) {
            writer.send(new Frame(FrameKind.TAIL, id, bytes));
        } else if (events.size() > 1) {
            int half = events.size() / 2;
            sendTail(id, events.subList(0, half));
            sendTail(id, events.subList(half, events.size()));
        } else {
            var event = events.getFirst();
            sendTail(
                    id,
                    List.of(new TailEvent.Note(
                            event.isolate(),
                            event.timestamp(),
                            "something that happened was left out: it takes " + (bytes.length >> 20)
                                    + " MiB to tell")));
        }
    }

    /// Puts a question of guest code to the application.
    private CompletionStage<Verdict> ask(long project, Question question) {
        long id = lastQuestion.incrementAndGet();
        var answer = new CompletableFuture<String>();
        asked.put(id, answer);
        // An application that never answers must not be waited for when guest code does not any more.
        long millis =
                Math.max(0, Duration.between(Instant.now(), question.deadline()).toMillis()) + LATE_MILLIS;
        var unused = answer.orTimeout(millis, TimeUnit.MILLISECONDS).whenComplete((word, failure) -> asked.remove(id));
        writer.send(new Frame(FrameKind.QUESTION, id, Wire.writeAll(project, question)));
        return answer.thenApply(word -> {
            if (word.isEmpty()) {
                throw new UnansweredException();
            }
            return word.equals(Verdict.ALLOW.name()) ? Verdict.ALLOW : Verdict.DENY;
        });
    }

    private void dispatch(Frame frame) {
        var whole = wholeBodies.remove(frame.id());
        var parts = Wire.readAll(frame.payload());
        var project = projects.get(Wire.part(parts, 0, Long.class));
        if (project == null || project.running() == null) {
            writer.send(Frame.ofText(FrameKind.FAILURE, frame.id(), ServedProject.failure(project)));
            return;
        }
        var dispatch = new ServedDispatch(frame.id(), writer, project.batcher(), () -> dispatches.remove(frame.id()));
        dispatches.put(frame.id(), dispatch);
        var invocation =
                withBody(Wire.part(parts, 1, Invocation.class), Wire.part(parts, 2, String.class), whole, dispatch);
        dispatch.start(project.running(), invocation);
    }

    private static Invocation withBody(
            Invocation invocation, String body, byte @Nullable [] whole, ServedDispatch dispatch) {
        if (!(invocation.event() instanceof Invocation.Fetch fetch)) {
            return invocation;
        }
        RequestBody actual = switch (body) {
            case "bytes" -> new RequestBody.Bytes(whole == null ? new byte[0] : whole);
            case "stream" -> new RequestBody.Stream(dispatch.requestBody());
            default -> new RequestBody.None();
        };
        return invocation.with(
                new Invocation.Fetch(fetch.method(), fetch.url(), fetch.headers(), actual, fetch.entrypoint()));
    }

    private void ask(Frame frame, Function<RunningProject, CompletableFuture<?>> question) {
        var project = projects.get(Wire.part(Wire.readAll(frame.payload()), 0, Long.class));
        if (project == null || project.running() == null) {
            writer.send(Frame.ofText(FrameKind.FAILURE, frame.id(), ServedProject.failure(project)));
            return;
        }
        var unused = question.apply(project.running())
                .whenComplete((answer, failure) -> Damage.telling(writer, failure, () -> {
                    // What happened before the answer is told before it.
                    project.batcher().flush();
                    writer.send(
                            failure == null
                                    ? new Frame(
                                            FrameKind.REPLY,
                                            frame.id(),
                                            answer == null ? new byte[0] : Wire.write(answer))
                                    : Frame.ofText(FrameKind.FAILURE, frame.id(), Sentences.of(failure)));
                }));
    }

    /// Whether this process may go to another project. Guest code can run out of stack while a class is being
    /// initialised, and then finds no more than an error that it may catch: nobody hears of it until the class is
    /// needed.
    private void tellSoundness(Frame frame) {
        Damage.telling(writer, null, () -> {
            String broken = BrokenClasses.first();
            if (broken == null) {
                writer.send(new Frame(FrameKind.REPLY, frame.id(), new byte[0]));
            } else {
                writer.send(Frame.ofText(FrameKind.FAILURE, frame.id(), "the code of its project broke its " + broken));
            }
        });
    }

    /// Tells the application of code that stands still, after what happened before.
    private final class Pauses implements PauseListener {
        private final long project;

        Pauses(long project) {
            this.project = project;
        }

        @Override
        public void paused(Pause pause) {
            var served = projects.get(project);
            if (served != null) {
                served.batcher().flush();
            }
            writer.send(new Frame(FrameKind.PAUSED, project, Wire.write(pause)));
        }

        @Override
        public void goesOn(long number) {
            writer.send(Frame.of(FrameKind.RESUMED, project));
        }
    }

    /// Tells the application, which kills this process when an isolate does not yield.
    private final class Ends implements WorkerRuntime.EndListener {
        @Override
        public void ordered(long isolate, String worker, EventOutcome outcome, String reason) {
            writer.send(new Frame(FrameKind.ENDING, isolate, Wire.writeAll(worker, outcome, reason)));
        }

        @Override
        public void unyielding(long isolate) {
            writer.send(Frame.of(FrameKind.UNYIELDING, isolate));
        }

        @Override
        public void yielded(long isolate) {
            writer.send(Frame.of(FrameKind.YIELDED, isolate));
        }

        @Override
        public void damaged(String what) {
            writer.send(Frame.ofText(FrameKind.DAMAGED, 0, what));
        }
    }

    /// A project that the application started here.
    ///
    /// @param running null when it could not be started
    /// @param problem why not
    private record ServedProject(
            @Nullable RunningProject running,
            TailBatcher batcher,
            @Nullable String problem) {
        static String failure(@Nullable ServedProject project) {
            var problem = project == null ? null : project.problem;
            return problem == null ? "the project is closed" : problem;
        }

        void close() {
            if (running != null) {
                running.close();
            }
            batcher.close();
        }
    }
}
