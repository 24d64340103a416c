package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.binding.BindingCalls;
import dev.dynamicworkers.playground.core.binding.analytics.AnalyticsDataset;
import dev.dynamicworkers.playground.core.binding.d1.D1Database;
import dev.dynamicworkers.playground.core.binding.d1.D1HostFunctions;
import dev.dynamicworkers.playground.core.binding.kv.KvHostFunctions;
import dev.dynamicworkers.playground.core.binding.kv.KvNamespace;
import dev.dynamicworkers.playground.core.binding.queue.QueueHostFunctions;
import dev.dynamicworkers.playground.core.binding.queue.WorkerQueue;
import dev.dynamicworkers.playground.core.binding.r2.R2Bucket;
import dev.dynamicworkers.playground.core.binding.r2.R2HostFunctions;
import dev.dynamicworkers.playground.core.binding.ratelimit.RateLimiter;
import dev.dynamicworkers.playground.core.host.state.StateDesk;
import dev.dynamicworkers.playground.core.io.Json;
import dev.dynamicworkers.playground.core.js.HostFunctions;
import dev.dynamicworkers.playground.core.project.BindingDeclaration;
import dev.dynamicworkers.playground.core.project.Project;
import dev.dynamicworkers.playground.core.state.StateAnswer;
import dev.dynamicworkers.playground.core.state.StateQuery;
import dev.dynamicworkers.playground.core.storage.D1Migrations;
import dev.dynamicworkers.playground.core.storage.QueueStore;
import dev.dynamicworkers.playground.core.storage.StateQuota;
import dev.dynamicworkers.playground.core.storage.StateStores;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The bindings of a project that have stores or counters. Made on any thread; [#object] runs on the event loop's, the
/// stores are used on a thread of their own.
final class BindingHost implements AutoCloseable {
    private final Project project;
    private final @Nullable Path folder;
    private final StateStores stores;
    private final Executor thread;
    private final InstantSource clock = InstantSource.system();
    private final Map<String, RateLimiter> limiters = new HashMap<>();
    private final Instant started = clock.instant();
    // volatile, both: set once while the project is made, read by the thread of the stores
    private volatile Consumer<String> onSent = queue -> {};
    private volatile Supplier<QueueStore> queues;

    /// @param folder of the project's state, null for memory only
    /// @param quota what the stores of all workers may take there together, null for no limit
    /// @param thread runs the stores' work, one task after the other
    /// @param notices hears in a sentence of what a user should know about the state
    BindingHost(
            Project project,
            @Nullable Path folder,
            @Nullable StateQuota quota,
            Executor thread,
            Consumer<String> notices) {
        this.project = project;
        this.folder = folder;
        this.thread = thread;
        stores = new StateStores(folder, quota, clock, notices);
        queues = stores::queues;
    }

    /// Adds what the bindings of all workers ask of the host.
    static void register(HostFunctions table, BindingCalls calls) {
        KvHostFunctions.register(table, calls, InstantSource.system());
        D1HostFunctions.register(table, calls);
        R2HostFunctions.register(table, calls);
        AnalyticsDataset.register(table, calls);
        QueueHostFunctions.register(table, calls);
        RateLimiter.register(table, calls);
    }

    /// Answers a question about the stores, after what was asked of them before. Safe on any thread.
    CompletableFuture<StateAnswer> state(StateQuery query) {
        return CompletableFuture.supplyAsync(() -> answer(query), thread);
    }

    private StateAnswer answer(StateQuery query) {
        if (!query.writes()) {
            return StateDesk.look(project, stores, folder, clock, query);
        }
        StateAnswer answer = StateDesk.change(project, stores, folder, query);
        if (query instanceof StateQuery.Send sent) {
            onSent.accept(sent.queue());
        }
        return answer;
    }

    /// The messages of queues. Used on the thread of the stores.
    QueueStore queues() {
        return stores.queues();
    }

    /// Sends messages of queues to one place, whichever worker sends them.
    ///
    /// @param store asked for on the thread of the stores
    /// @param watcher hears the name of a queue that has got messages, on the thread of the stores
    void useQueues(Supplier<QueueStore> store, Consumer<String> watcher) {
        queues = store;
        onSent = watcher;
    }

    /// What the parent's isolate has a handle for.
    ///
    /// @return null for a declaration of another kind
    @Nullable
    Object object(BindingDeclaration declaration) {
        return switch (declaration) {
            case BindingDeclaration.Kv kv -> new KvNamespace(kv.name(), kv.key(), stores::kv);
            case BindingDeclaration.R2 r2 -> new R2Bucket(r2.name(), r2.key(), stores::r2);
            case BindingDeclaration.D1 d1 -> new D1Database(d1.name(), () -> stores.d1(d1.key(), migrations(d1)));
            case BindingDeclaration.Analytics(var name, var dataset) ->
                new AnalyticsDataset(name, dataset, stores::analytics);
            case BindingDeclaration.Queue(var name, var queue, var delay) ->
                new WorkerQueue(name, queue, delay, () -> queues.get(), sent -> onSent.accept(sent));
            case BindingDeclaration.RateLimit limit ->
                limiters.computeIfAbsent(
                        limit.name(), name -> new RateLimiter(name, limit.limit(), limit.periodSeconds(), clock));
            default -> null;
        };
    }

    /// The kind of the runtime source that makes the object.
    static String kind(BindingDeclaration declaration) {
        return switch (declaration) {
            case BindingDeclaration.Kv kv -> "kv";
            case BindingDeclaration.R2 r2 -> "r2";
            case BindingDeclaration.D1 d1 -> "d1";
            case BindingDeclaration.Analytics analytics -> "analytics";
            case BindingDeclaration.Queue queue -> "queue";
            default -> "rateLimit";
        };
    }

    private D1Migrations migrations(BindingDeclaration.D1 d1) {
        return new D1Migrations(project.folder().resolve(d1.migrationsDir()), d1.migrationsTable());
    }

    /// What `version_metadata` is: one version for each state of the project.
    String version() {
        UUID id = UUID.nameUUIDFromBytes(project.fingerprint().getBytes(StandardCharsets.UTF_8));
        return "{\"id\":" + Json.quote(id.toString()) + ",\"tag\":\"\",\"timestamp\":" + Json.quote(started.toString())
                + "}";
    }

    /// Whether a project sends to queues or gets messages of them.
    static boolean usesQueues(Project project) {
        return !project.config().consumers().isEmpty()
                || project.config().bindings().stream().anyMatch(each -> each instanceof BindingDeclaration.Queue);
    }

    /// Whether a project keeps anything.
    static boolean keepsState(Project project) {
        return usesQueues(project)
                || project.config().bindings().stream()
                        .anyMatch(each -> each instanceof BindingDeclaration.Kv
                                || each instanceof BindingDeclaration.R2
                                || each instanceof BindingDeclaration.D1
                                || each instanceof BindingDeclaration.Analytics
                                || each instanceof BindingDeclaration.DurableObject);
    }

    /// Waits for the work that is under way, and closes the stores.
    @Override
    public void close() {
        CompletableFuture.runAsync(stores::close, thread).join();
    }
}
