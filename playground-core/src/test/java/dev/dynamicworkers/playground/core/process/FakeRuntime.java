package dev.dynamicworkers.playground.core.process;

import dev.dynamicworkers.playground.core.project.Overlay;
import dev.dynamicworkers.playground.core.project.Project;
import dev.dynamicworkers.playground.core.project.network.NetworkRules;
import dev.dynamicworkers.playground.core.runtime.EngineStatus;
import dev.dynamicworkers.playground.core.runtime.Header;
import dev.dynamicworkers.playground.core.runtime.Invocation;
import dev.dynamicworkers.playground.core.runtime.InvocationResult;
import dev.dynamicworkers.playground.core.runtime.InvocationResult.Timing;
import dev.dynamicworkers.playground.core.runtime.InvocationResult.WorkerResponse;
import dev.dynamicworkers.playground.core.runtime.RequestBody;
import dev.dynamicworkers.playground.core.runtime.ResponseListener;
import dev.dynamicworkers.playground.core.runtime.RunningProject;
import dev.dynamicworkers.playground.core.runtime.RuntimeOptions;
import dev.dynamicworkers.playground.core.runtime.WorkerRuntime;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.trace.LogLevel;
import dev.dynamicworkers.playground.core.trace.QueueDelivery;
import dev.dynamicworkers.playground.core.trace.TailConsumer;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import dev.dynamicworkers.playground.core.trace.WorkerView;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import dev.dynamicworkers.playground.core.worker.GuestError;
import dev.dynamicworkers.playground.core.worker.InvocationId;
import dev.dynamicworkers.playground.core.worker.IsolateId;
import dev.dynamicworkers.playground.core.worker.Question;
import dev.dynamicworkers.playground.core.worker.QuestionListener;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// A runtime without an engine: what a request does is said by its path.
final class FakeRuntime implements WorkerRuntime {
    static final IsolateId ISOLATE = new IsolateId(1);
    static final GuestError.Frame FRAME = new GuestError.Frame("f", "m.js", 1, 2);
    static final Instant DEADLINE = Instant.parse("2100-01-01T00:00:00Z");
    static final QueueDelivery DELIVERY = new QueueDelivery("jobs", "w", EventOutcome.OK, 3, 2, 1);
    static final Instant TIME = Instant.parse("2026-01-01T00:00:00.123456Z");

    /// A loader id; to forget it leaves a class that can't be used any more.
    static final String BREAKS_A_CLASS = "breaks a class";

    /// Bytes of response bodies that were handed to a listener.
    final AtomicLong produced = new AtomicLong();

    /// Messages of web sockets that were asked for.
    final AtomicLong handedOn = new AtomicLong();

    private volatile @Nullable EndListener ends;

    @Override
    public CompletableFuture<EngineStatus> status() {
        return CompletableFuture.completedFuture(new EngineStatus(
                "fake",
                /* compiled= */ false,
                /* memoryMeasured= */ false,
                ProcessHandle.current().pid()));
    }

    @Override
    public void watchEnds(EndListener listener) {
        ends = listener;
    }

    @Override
    public RunningProject start(Project project, RuntimeOptions options, TailConsumer tail) {
        return new FakeProject(tail, options.network());
    }

    @Override
    public void close() {}

    static IsolateSnapshot snapshot() {
        return new IsolateSnapshot(
                ISOLATE,
                IsolateSnapshot.Role.PARENT,
                "fake",
                "parent",
                null,
                IsolateSnapshot.State.IDLE,
                null,
                null,
                5_000_000_000L,
                0.25,
                1,
                TIME,
                null,
                null);
    }

    /// A class that can't be used any more once it has been.
    private static final class Breaking {
        static final int VALUE = fail();

        private static int fail() {
            throw new StackOverflowError();
        }
    }

    private final class FakeProject implements RunningProject {
        private final TailConsumer tail;
        private volatile NetworkRules network;
        private volatile @Nullable QuestionListener asked;
        private final AtomicLong ids = new AtomicLong();
        private volatile boolean firesCrons;
        private final Set<CompletableFuture<InvocationResult>> hanging = ConcurrentHashMap.newKeySet();

        private FakeProject(TailConsumer tail, NetworkRules network) {
            this.network = network;
            this.tail = tail;
        }

        @Override
        public CompletableFuture<InvocationResult> dispatch(Invocation invocation) {
            throw new UnsupportedOperationException("the engine process always listens");
        }

        @Override
        public CompletableFuture<InvocationResult> dispatch(Invocation invocation, ResponseListener listener) {
            var result = new CompletableFuture<InvocationResult>();
            var fetch = (Invocation.Fetch) invocation;
            Thread.startVirtualThread(() -> {
                try {
                    handle(fetch, listener, result);
                } catch (IOException | InterruptedException failure) {
                    result.completeExceptionally(failure);
                }
            });
            return result;
        }

        private void handle(
                Invocation.Fetch fetch, ResponseListener listener, CompletableFuture<InvocationResult> result)
                throws IOException, InterruptedException {
            var id = new InvocationId(ids.incrementAndGet());
            var url = URI.create(fetch.url());
            switch (url.getPath()) {
                case "/echo" -> answer(id, body(fetch.body()), listener, result);
                case "/environment" ->
                    answer(
                            id,
                            String.join(",", new TreeSet<>(System.getenv().keySet()))
                                    .getBytes(StandardCharsets.UTF_8),
                            listener,
                            result);
                case "/print" -> {
                    System.getLogger("fake").log(System.Logger.Level.WARNING, "a line on standard error");
                    print("a line on standard output");
                    answer(id, "printed".getBytes(StandardCharsets.UTF_8), listener, result);
                }
                case "/logs" -> {
                    int count = Integer.parseInt(url.getQuery());
                    for (int i = 0; i < count; i++) {
                        tail.accept(new TailEvent.LogLine(
                                ISOLATE, TIME, id, LogLevel.LOG, "line " + i, List.of("\"line " + i + "\""), FRAME));
                    }
                    answer(id, new byte[0], listener, result);
                }
                case "/pieces" -> pieces(id, Integer.parseInt(url.getQuery()), listener, result);
                case "/hang" -> hanging.add(result);
                case "/ignore-stop" -> {}
                case "/garbage" -> garbage();
                case "/ends-never" -> {
                    Objects.requireNonNull(ends)
                            .ordered(
                                    ISOLATE.number(), "stubborn", EventOutcome.EXCEEDED_CPU, "It has had its CPU time");
                    while (!result.isDone()) {
                        Thread.onSpinWait();
                    }
                }
                case "/damaged" -> Objects.requireNonNull(ends).damaged("a part of it broke");
                case "/broken-class" -> throw new NoClassDefFoundError("Could not initialize class Part");
                case "/left-locked" -> {
                    leaveLocked();
                    hanging.add(result);
                }
                case "/broken-answer" ->
                    result.completeExceptionally(new NoClassDefFoundError("Could not initialize class Part"));
                case "/broken-log" -> {
                    Logger.getLogger("").addHandler(new BrokenHandler());
                    throw new NoClassDefFoundError("Could not initialize class Part");
                }
                case "/network" ->
                    answer(id, network.everyone().mode().word().getBytes(StandardCharsets.UTF_8), listener, result);
                case "/ask" -> {
                    var question = new Question(1, Question.Kind.NETWORK, ISOLATE, "w", "GET u", "ask", DEADLINE);
                    var unused = Objects.requireNonNull(asked)
                            .asked(question)
                            .handle((verdict, failure) -> failure == null ? verdict.name() : failure.getMessage())
                            .thenAccept(word -> answer(
                                    id, String.valueOf(word).getBytes(StandardCharsets.UTF_8), listener, result));
                }
                case "/socket" -> {
                    var accepted = new WorkerResponse(101, "Switching Protocols", List.of(), new byte[0]);
                    var socket = FakeSocket.open(
                            url.getQuery(), handedOn, () -> result.complete(result(id, EventOutcome.OK, accepted)));
                    if (!listener.upgrade(List.of(new Header("x-worker", "yes")), socket)) {
                        answer(id, new byte[0], listener, result);
                    }
                }
                case "/exit" -> Runtime.getRuntime().halt(3);
                default -> answer(id, EventOutcome.EXCEPTION, result);
            }
        }

        /// Needs a class that can't be used any more.
        private static final class BrokenHandler extends Handler {
            @Override
            public void publish(LogRecord line) {
                throw new NoClassDefFoundError("Could not initialize class of a log");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        }

        /// Writes into the wire itself, as a process that guest code has taken over could.
        private void garbage() throws IOException {
            try (var wire = new FileOutputStream(FileDescriptor.out)) {
                wire.write(new byte[] {127, -1, -1, -1, 1, 2, 3});
            }
        }

        /// Says on standard error what HotSpot says there.
        @SuppressWarnings("SystemOut") // the point of the test
        private static void leaveLocked() {
            System.err.println("OpenJDK 64-Bit Server VM warning: Potentially dangerous stack overflow in"
                    + " ReservedStackAccess annotated method java.util.concurrent.locks.ReentrantLock.lock()V [1]");
        }

        @SuppressWarnings("SystemOut") // the point of the test
        private void print(String line) {
            System.out.println(line);
        }

        private byte[] body(RequestBody body) throws IOException {
            return switch (body) {
                case RequestBody.None none -> "none".getBytes(StandardCharsets.UTF_8);
                case RequestBody.Bytes whole -> whole.bytes();
                case RequestBody.Stream stream -> stream.input().readAllBytes();
            };
        }

        private void pieces(
                InvocationId id, int count, ResponseListener listener, CompletableFuture<InvocationResult> result) {
            listener.head(200, "OK", List.of());
            try {
                for (int i = 0; i < count; i++) {
                    listener.chunk(new byte[16 * 1024]);
                    produced.addAndGet(16 * 1024);
                }
                listener.end(true);
                result.complete(result(id, EventOutcome.OK, new WorkerResponse(200, "OK", List.of(), new byte[0])));
            } catch (UncheckedIOException gone) {
                listener.end(false);
                result.complete(result(id, EventOutcome.RESPONSE_STREAM_DISCONNECTED, null));
            }
        }

        private void answer(
                InvocationId id, byte[] body, ResponseListener listener, CompletableFuture<InvocationResult> result) {
            var headers = List.of(new Header("x-fake", "one"), new Header("x-fake", "two"));
            listener.head(201, "Made", headers);
            if (body.length > 0) {
                listener.chunk(body);
            }
            listener.end(true);
            result.complete(result(id, EventOutcome.OK, new WorkerResponse(201, "Made", headers, new byte[0])));
        }

        private void answer(InvocationId id, EventOutcome outcome, CompletableFuture<InvocationResult> result) {
            result.complete(result(id, outcome, null));
        }

        private InvocationResult result(InvocationId id, EventOutcome outcome, @Nullable WorkerResponse response) {
            var error = outcome == EventOutcome.EXCEPTION
                    ? new GuestError("TypeError", "boom", "at x", List.of(FRAME))
                    : null;
            return new InvocationResult(
                    id,
                    response,
                    outcome,
                    error,
                    List.of(new TailEvent.LogLine(ISOLATE, TIME, id, LogLevel.WARN, "w", List.of("\"w\""), FRAME)),
                    List.of(snapshot()),
                    List.of(),
                    new Timing(1.5, 0, 1, 0.5),
                    List.of("a note"));
        }

        @Override
        public CompletableFuture<List<IsolateSnapshot>> isolates() {
            return CompletableFuture.completedFuture(List.of(snapshot()));
        }

        @Override
        public CompletableFuture<List<String>> tests() {
            return CompletableFuture.completedFuture(List.of("first", "second"));
        }

        @Override
        public CompletableFuture<Void> stop() {
            for (var result : hanging) {
                answer(new InvocationId(ids.incrementAndGet()), EventOutcome.CANCELED, result);
            }
            return ids.get() > 0 && hanging.isEmpty()
                    ? new CompletableFuture<>()
                    : CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletableFuture<Void> updateNetwork(NetworkRules rules) {
            network = rules;
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void answerQuestions(@Nullable QuestionListener listener) {
            asked = listener;
        }

        @Override
        public CompletableFuture<Integer> forget(String name) {
            return CompletableFuture.completedFuture(
                    switch (name) {
                        case "known" -> 1;
                        case BREAKS_A_CLASS -> breakClass();
                        default -> 0;
                    });
        }

        private static int breakClass() {
            try {
                return Breaking.VALUE;
            } catch (StackOverflowError asItShould) {
                return 1;
            }
        }

        @Override
        public CompletableFuture<Void> reset() {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletableFuture<Void> overlay(Overlay overlay) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletableFuture<Optional<WorkerView>> view(IsolateId isolate) {
            return CompletableFuture.completedFuture(Optional.empty());
        }

        @Override
        public CompletableFuture<List<QueueDelivery>> deliverQueued() {
            return CompletableFuture.completedFuture(List.of(DELIVERY));
        }

        @Override
        public void startCrons(CronListener onRun) {
            if (!firesCrons) {
                firesCrons = true;
                onRun.fired("* * * * *", result(new InvocationId(ids.incrementAndGet()), EventOutcome.OK, null));
            }
        }

        @Override
        public void stopCrons() {
            firesCrons = false;
        }

        @Override
        public void close() {}
    }
}
