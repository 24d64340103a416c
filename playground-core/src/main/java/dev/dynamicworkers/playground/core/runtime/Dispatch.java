package dev.dynamicworkers.playground.core.runtime;

import dev.dynamicworkers.playground.core.host.InputStreamSource;
import dev.dynamicworkers.playground.core.host.ProjectHost;
import dev.dynamicworkers.playground.core.host.PulledInputStream;
import dev.dynamicworkers.playground.core.host.Tripwire;
import dev.dynamicworkers.playground.core.io.Body;
import dev.dynamicworkers.playground.core.io.EntrypointChannel;
import dev.dynamicworkers.playground.core.io.EventCall;
import dev.dynamicworkers.playground.core.io.Failure;
import dev.dynamicworkers.playground.core.io.FetchCall;
import dev.dynamicworkers.playground.core.io.FetchMessage;
import dev.dynamicworkers.playground.core.io.HandlerEnd;
import dev.dynamicworkers.playground.core.io.InvocationContext;
import dev.dynamicworkers.playground.core.io.SocketEnd;
import dev.dynamicworkers.playground.core.project.secret.Secrets;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.trace.SecretLeak;
import dev.dynamicworkers.playground.core.trace.SubrequestRecord;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import dev.dynamicworkers.playground.core.worker.GuestError;
import dev.dynamicworkers.playground.core.worker.InvocationId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// One event from outside, from its delivery until all that came of it is over. Runs on the event loop's thread; the
/// response's body
/// is read on a virtual thread.
final class Dispatch implements FetchCall {
    private static final System.Logger LOG = System.getLogger(Dispatch.class.getName());

    private static final String UNHELD_SOCKET =
            "The worker accepted a web socket. Nothing here can hold one, so it was closed; `playground serve` connects"
                    + " clients to web sockets.";

    /// More say nothing new.
    private static final int MOST_LEAKS = 100;

    private final ProjectHost host;
    private final Invocation invocation;
    private final @Nullable ResponseListener listener;
    private final CompletableFuture<InvocationResult> finished = new CompletableFuture<>();
    private final List<TailEvent.LogLine> logs = new ArrayList<>();
    private final List<SubrequestRecord> subrequests = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private final List<TailEvent.SecretLeaked> leaks = new ArrayList<>();
    private final ToldIsolates told = new ToldIsolates();
    private final SecretGuard secrets;
    private final Set<InvocationContext> live = new LinkedHashSet<>();
    private final long startNanos;

    private @Nullable InvocationContext root;
    private InvocationResult.@Nullable WorkerResponse response;
    private @Nullable GuestError error;
    private @Nullable SocketEnd socket;
    private EventOutcome outcome = EventOutcome.UNKNOWN;
    private long readyNanos;
    private boolean parentStarted;
    private long firstByteNanos;
    private boolean answered;
    private boolean bodyDone;
    private boolean rootDone;

    Dispatch(ProjectHost host, Invocation invocation, @Nullable ResponseListener listener, SecretGuard secrets) {
        this.secrets = secrets;
        this.host = host;
        this.invocation = invocation;
        this.listener = listener;
        startNanos = host.loop().nanoTime();
    }

    /// All but the isolates, which are measured afterwards.
    CompletableFuture<InvocationResult> finished() {
        return finished;
    }

    // ---- delivery ----

    void start() {
        boolean toFront = invocation.entrypoint() == null && invocation.props() == null;
        if (host.hasAssets() && toFront && invocation instanceof Invocation.Fetch fetch) {
            // Perhaps no worker is needed.
            host.front().fetch(message(fetch), this);
            return;
        }
        host.whenParentReady(parent -> readyNanos = host.loop().nanoTime(), failure -> {
            readyNanos = host.loop().nanoTime();
            fail(failure);
        });
        if (answered) {
            return;
        }
        EntrypointChannel entrypoint = host.parentEntrypoint(
                invocation.entrypoint() == null ? "default" : invocation.entrypoint(), invocation.props());
        switch (invocation.event()) {
            case Invocation.Fetch fetch -> entrypoint.fetch(message(fetch), this);
            case Invocation.Alarm alarm -> host.ringAlarm(alarm.binding(), alarm.object(), new Handled());
            case Invocation.Scheduled other -> deliver(entrypoint);
            case Invocation.Queue other -> deliver(entrypoint);
            case Invocation.Email other -> deliver(entrypoint);
            case Invocation.Tail other -> deliver(entrypoint);
            case Invocation.Test other -> deliver(entrypoint);
            case Invocation.Rpc other -> deliver(entrypoint);
            case Invocation.WithProps other -> throw new IllegalStateException("an event with props within another");
        }
    }

    private void deliver(EntrypointChannel entrypoint) {
        try {
            entrypoint.deliver(HandlerEvents.of(invocation), new Handled());
        } catch (IllegalArgumentException malformed) {
            String message = malformed.getMessage() == null ? "The event is malformed." : malformed.getMessage();
            fail(Failure.of("TypeError", message, Failure.Remoteness.LOCAL));
        }
    }

    /// Waits for a handler that gives no response.
    private final class Handled implements EventCall {
        @Override
        public @Nullable InvocationContext sender() {
            return null;
        }

        @Override
        public boolean isUnwanted() {
            return answered;
        }

        @Override
        public void deliveredTo(InvocationContext callee) {
            adopt(callee);
            callee.served().serves((HandlerEnd) failure -> {
                answered = true;
                bodyDone = true;
                if (failure != null) {
                    error = failure.error();
                }
                finishIfDone();
            });
        }

        @Override
        public void fail(Failure failure) {
            Dispatch.this.fail(failure);
        }
    }

    private FetchMessage message(Invocation.Fetch fetch) {
        StringBuilder headers = new StringBuilder();
        for (Header header : fetch.headers()) {
            headers.append(headers.isEmpty() ? "" : "\n")
                    .append(header.name().toLowerCase(Locale.ROOT))
                    .append('\n')
                    .append(header.value());
        }
        Body body = switch (fetch.body()) {
            case RequestBody.None none -> Body.NONE;
            case RequestBody.Bytes(byte[] bytes) -> new Body.Bytes(bytes);
            case RequestBody.Stream(var input) ->
                new Body.Stream(new InputStreamSource(host.loop(), host.hostExecutor(), input));
        };
        return new FetchMessage(fetch.method(), fetch.url(), headers.toString(), body, "manual", null);
    }

    // ---- the answer ----

    @Override
    public @Nullable InvocationContext sender() {
        return null;
    }

    @Override
    public boolean isUnwanted() {
        return answered;
    }

    @Override
    public void deliveredTo(InvocationContext callee) {
        adopt(callee);
    }

    private void adopt(InvocationContext callee) {
        if (root == null && answered) {
            // It was canceled while it waited.
            host.loop().post(() -> callee.cancel(EventOutcome.CANCELED));
            return;
        }
        // A request that was passed on has a second invocation; what is told is told of the first.
        if (root == null) {
            root = callee;
            readyNanos = readyNanos == 0 ? host.loop().nanoTime() : readyNanos;
        }
        live.add(callee);
    }

    @Override
    public void respond(Answer answer) {
        answered = true;
        firstByteNanos = host.loop().nanoTime();
        InvocationContext by = root;
        if (by == null) {
            // An asset answered, for which no worker ran.
            outcome = EventOutcome.OK;
            rootDone = true;
        }
        host.hostExecutor().execute(() -> read(answer, by));
    }

    private void read(Answer answer, @Nullable InvocationContext by) {
        List<Header> headers = headers(answer.headers());
        Tripwire tripwire = host.network().tripwire();
        for (Header header : headers) {
            tripwire.text(by, SecretLeak.Place.RESPONSE_HEADER, header.value(), header.name());
        }
        SocketEnd offered = answer.webSocket();
        if (offered != null) {
            LocalSocket client = new LocalSocket(
                    offered,
                    message -> tripwire.message(by, SecretLeak.Place.RESPONSE_BODY, message, "web socket"),
                    () -> host.loop().post(this::bodyOver));
            if (listener != null && listener.upgrade(headers, client)) {
                host.loop().post(() -> upgraded(offered, answer, headers));
                return;
            }
            offered.breakOff();
            host.loop().post(() -> notes.add(UNHELD_SOCKET));
        }
        if (listener != null) {
            listener.head(answer.status(), StatusText.of(answer), headers);
        }
        ByteArrayOutputStream collected = new ByteArrayOutputStream();
        Secrets.Scanner scanner = tripwire.watch(by, SecretLeak.Place.RESPONSE_BODY, "response body");
        ResponseQuota quota = new ResponseQuota(host.limits(), bytes -> take(bytes, scanner, collected));
        boolean complete = false;
        try {
            complete = switch (answer.body()) {
                case Body.None none -> true;
                case Body.Text(String text) -> quota.take(text.getBytes(StandardCharsets.UTF_8));
                case Body.Bytes(byte[] bytes) -> quota.take(bytes);
                case Body.Stream(var source) -> {
                    try (PulledInputStream in = new PulledInputStream(host.loop(), source)) {
                        yield quota.takeAll(in);
                    }
                }
            };
        } catch (IOException | UncheckedIOException e) {
            // The worker's stream failed, or the listener has gone.
            LOG.log(System.Logger.Level.DEBUG, "a response body broke off", e);
        } finally {
            if (listener != null) {
                listener.end(complete);
            }
            var whole = new InvocationResult.WorkerResponse(
                    answer.status(), StatusText.of(answer), headers, collected.toByteArray(), quota.isExceeded());
            host.loop().post(() -> {
                if (quota.isExceeded()) {
                    notes.add(quota.sentence());
                }
                response = whole;
                bodyDone = true;
                finishIfDone();
            });
        }
    }

    /// The client holds its end from now on: the invocation is over when both sides are done with the socket.
    private void upgraded(SocketEnd end, Answer answer, List<Header> headers) {
        socket = end;
        response = new InvocationResult.WorkerResponse(answer.status(), StatusText.of(answer), headers, new byte[0]);
        host.tellQuiet();
    }

    private void bodyOver() {
        bodyDone = true;
        finishIfDone();
    }

    private void take(byte[] bytes, Secrets.Scanner scanner, ByteArrayOutputStream collected) {
        scanner.accept(bytes, 0, bytes.length);
        if (listener != null) {
            listener.chunk(bytes);
        } else {
            collected.writeBytes(bytes);
        }
    }

    private static List<Header> headers(String text) {
        List<Header> headers = new ArrayList<>();
        String[] fields = text.isEmpty() ? new String[0] : text.split("\n", -1);
        for (int i = 0; i + 1 < fields.length; i += 2) {
            headers.add(new Header(fields[i], fields[i + 1]));
        }
        return headers;
    }

    @Override
    public void fail(Failure failure) {
        if (answered) {
            return;
        }
        answered = true;
        error = failure.error();
        bodyDone = true;
        if (listener != null) {
            ResponseListener waiting = listener;
            host.hostExecutor().execute(() -> waiting.end(/* complete= */ false));
        }
        if (root == null) {
            // No invocation has begun.
            outcome = Objects.requireNonNullElse(failure.ending(), EventOutcome.EXCEPTION);
            rootDone = true;
        }
        finishIfDone();
    }

    /// The caller is gone, as a client that closed its connection.
    void cancel() {
        if (socket != null) {
            socket.breakOff();
        }
        InvocationContext running = root;
        if (running != null) {
            running.cancel(EventOutcome.CANCELED);
        } else {
            cancelWaiting();
        }
    }

    /// Ends an event that waits for its worker to start; it is not delivered any more. One that was delivered goes on.
    void cancelWaiting() {
        if (root == null) {
            fail(Failure.canceled());
        }
    }

    // ---- what else happens ----

    void observe(TailEvent event) {
        switch (event) {
            case TailEvent.IsolateStarted started ->
                parentStarted |= started.snapshot().role() == IsolateSnapshot.Role.PARENT;
            case TailEvent.LogLine line -> logs.add(line);
            case TailEvent.GuestException thrown -> told.threw(thrown);
            case TailEvent.Outcome ended -> told.ended(ended);
            case TailEvent.Subrequest subrequest -> subrequests.add(subrequest.request());
            case TailEvent.SecretLeaked leak when leaks.size() < MOST_LEAKS -> leaks.add(leak);
            case TailEvent.Note note -> notes.add(note.text());
            default -> {
                // Part of the trace, not of the result.
            }
        }
    }

    void invocationEnded(InvocationContext invocation, EventOutcome ending) {
        if (invocation == root) {
            outcome = ending;
            rootDone = true;
        }
        finishIfDone();
    }

    private void finishIfDone() {
        if (!rootDone || !answered || !bodyDone || finished.isDone()) {
            return;
        }
        if (host.hasLiveInvocations()) {
            host.whenQuiet(this::finish);
        } else {
            host.loop().post(this::finish);
        }
    }

    private void finish() {
        InvocationContext ran = root;
        EventResult event = ran == null
                ? null
                : HandlerEvents.result(invocation, outcome, ran.served().decision());
        if (ran != null && event != null && !host.network().tripwire().secrets().isEmpty()) {
            // What leaves as the result of an event that has no response. In a turn of the loop a find is told at once.
            host.network()
                    .tripwire()
                    .text(ran, SecretLeak.Place.RESPONSE_BODY, event.toString(), "result of the event");
        }
        GuestError ending = error == null ? null : told.caused(secrets.error(hinted(error)));
        InvocationResult result = new InvocationResult(
                ran == null ? new InvocationId(0) : ran.id(),
                response,
                outcome,
                event,
                ending,
                logs,
                List.of(),
                subrequests,
                new InvocationResult.Timing(
                        millis(host.loop().nanoTime()),
                        parentStarted && readyNanos != 0 ? millis(readyNanos) : 0,
                        firstByteNanos == 0 ? 0 : millis(firstByteNanos),
                        ran == null ? 0 : ran.cpuNanos() / 1e6),
                List.copyOf(notes),
                leaks,
                told.about(ending));
        finished.complete(result);
    }

    /// An error that a denied request caused says how a person lets it through.
    private GuestError hinted(GuestError told) {
        if (told.hint() != null) {
            return told;
        }
        return subrequests.stream()
                .filter(request -> request.hint() != null
                        && request.reason() != null
                        && told.message().contains(request.reason())
                        && told.message().contains(start(request.url())))
                .findFirst()
                .map(request -> told.hinting(request.hint()))
                .orElse(told);
    }

    /// As much of a URL as a message is sure to have.
    private static String start(String url) {
        return url.substring(0, Math.min(url.length(), 200));
    }

    private double millis(long nanos) {
        return (nanos - startNanos) / 1e6;
    }
}
