package dev.dynamicworkers.playground.app.cli;

import dev.dynamicworkers.playground.core.project.Project;
import dev.dynamicworkers.playground.core.project.network.NetworkRules;
import dev.dynamicworkers.playground.core.runtime.Header;
import dev.dynamicworkers.playground.core.runtime.Invocation;
import dev.dynamicworkers.playground.core.runtime.InvocationResult;
import dev.dynamicworkers.playground.core.runtime.ResponseListener;
import dev.dynamicworkers.playground.core.runtime.RunningProject;
import dev.dynamicworkers.playground.core.runtime.RuntimeOptions;
import dev.dynamicworkers.playground.core.runtime.WorkerSocket;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The project behind a server. A newer reading of it takes over for new requests, while the older one finishes its
/// own.
final class ServedProject implements HttpService, AutoCloseable {
    private static final int LAST_REQUESTS_SECONDS = 30;

    private final CommandEngine engine;
    // volatile: written when rules change, read when the project is read anew
    private volatile RuntimeOptions options;
    private final ServeLog log;
    private final Crons crons;
    // volatile: written when files change, read by every request
    private volatile @Nullable Generation current;

    /// Whether cron triggers fire at their times.
    enum Crons {
        FIRED,
        NOT_FIRED
    }

    ServedProject(CommandEngine engine, RuntimeOptions options, ServeLog log, Crons crons) {
        this.crons = crons;
        this.engine = engine;
        this.options = options;
        this.log = log;
    }

    /// Sends new requests to this reading of the project.
    ///
    /// @return false when it is the same as before
    /// @throws UsageException where the engine refuses it; the one before goes on
    boolean use(Project project) throws InterruptedException {
        var before = current;
        if (before != null && before.fingerprint.equals(project.fingerprint())) {
            return false;
        }
        log.mask(project.secrets());
        var running = before == null
                ? engine.run(project, options, log)
                : engine.runBeside(before.running, project, options, log);
        current = new Generation(running, project.fingerprint(), ConcurrentHashMap.newKeySet());
        if (crons == Crons.FIRED) {
            running.startCrons(log::cron);
        }
        if (before != null) {
            before.running.stopCrons();
            var unused = CompletableFuture.allOf(before.requests.toArray(CompletableFuture[]::new))
                    .orTimeout(LAST_REQUESTS_SECONDS, TimeUnit.SECONDS)
                    .whenComplete((over, failure) -> before.running.close());
        }
        return true;
    }

    /// Puts other network rules into force, for the next request on.
    ///
    /// @return false when they are the same as before
    boolean useNetwork(NetworkRules rules) {
        if (rules.equals(options.network())) {
            return false;
        }
        options = options.reaching(rules);
        var running = current;
        if (running != null) {
            var unused = running.running.updateNetwork(rules);
        }
        return true;
    }

    @Override
    public Runnable answer(HttpRequest request, ResponseListener response) {
        var generation = current;
        if (generation == null) {
            throw new IllegalStateException("no project to serve");
        }
        var answer = new FirstHead(response);
        var invocation = new Invocation.Fetch(request.method(), request.url(), request.headers(), request.body(), null);
        var result = generation.running.dispatch(invocation, answer);
        generation.requests.add(result);
        var unused = result.whenComplete((value, failure) -> {
            generation.requests.remove(result);
            if (value != null) {
                answer.finish(value);
                log.request(request, value);
            } else {
                answer.fail();
                log.canceled(request);
            }
        });
        return () -> result.cancel(true);
    }

    @Override
    public void close() {
        var last = current;
        if (last != null) {
            last.running.close();
        }
    }

    /// One reading of the project and the requests under way in it.
    private record Generation(
            RunningProject running, String fingerprint, Set<CompletableFuture<InvocationResult>> requests) {}

    /// Hands the response on, and answers for a worker that gave none.
    private static final class FirstHead implements ResponseListener {
        private final ResponseListener client;
        // volatile: written by the invocation's thread, read when its result is there
        private volatile boolean answered;

        private FirstHead(ResponseListener client) {
            this.client = client;
        }

        @Override
        public void head(int status, String statusText, List<Header> headers) {
            answered = true;
            client.head(status, statusText, headers);
        }

        @Override
        public boolean upgrade(List<Header> headers, WorkerSocket socket) {
            answered = client.upgrade(headers, socket);
            return answered;
        }

        @Override
        public void chunk(byte[] bytes) {
            client.chunk(bytes);
        }

        @Override
        public void end(boolean complete) {
            // Without a head the worker failed; the client learns why when the result is there.
            if (answered) {
                client.end(complete);
            }
        }

        private void finish(InvocationResult result) {
            if (!answered) {
                var error = result.error();
                internalError(
                        error == null || result.outcome() == EventOutcome.OK
                                ? result.outcome().word()
                                : error.headline());
            }
        }

        private void fail() {
            if (!answered) {
                internalError("canceled");
            }
        }

        private void internalError(String text) {
            var bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
            try {
                client.head(
                        500,
                        "Internal Server Error",
                        List.of(
                                new Header("content-type", "text/plain; charset=utf-8"),
                                new Header("content-length", Integer.toString(bytes.length))));
                client.chunk(bytes);
                client.end(true);
            } catch (UncheckedIOException gone) {
                client.end(false);
            }
        }
    }
}
