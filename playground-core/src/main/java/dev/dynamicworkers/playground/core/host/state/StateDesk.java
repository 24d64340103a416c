package dev.dynamicworkers.playground.core.host.state;

import dev.dynamicworkers.playground.core.project.BindingDeclaration;
import dev.dynamicworkers.playground.core.project.Project;
import dev.dynamicworkers.playground.core.project.QueueConsumer;
import dev.dynamicworkers.playground.core.project.WranglerConfig;
import dev.dynamicworkers.playground.core.state.StateAnswer;
import dev.dynamicworkers.playground.core.state.StateException;
import dev.dynamicworkers.playground.core.state.StateQuery;
import dev.dynamicworkers.playground.core.state.StoreKind;
import dev.dynamicworkers.playground.core.storage.D1Migrations;
import dev.dynamicworkers.playground.core.storage.KvStore;
import dev.dynamicworkers.playground.core.storage.MeasuredResult;
import dev.dynamicworkers.playground.core.storage.R2Store;
import dev.dynamicworkers.playground.core.storage.SqlFailure;
import dev.dynamicworkers.playground.core.storage.SqliteDatabase;
import dev.dynamicworkers.playground.core.storage.StateReader;
import dev.dynamicworkers.playground.core.storage.StateStores;
import dev.dynamicworkers.playground.core.worker.HostIoException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Answers questions about the stores of a project. Used by the thread that uses the stores.
public final class StateDesk {
    private static final JsonMapper JSON = new JsonMapper();

    /// How often a state is looked at that changes meanwhile.
    private static final int LOOKS = 5;

    private final Project project;
    private final StateStores stores;
    private final @Nullable Path folder;
    private final StateReader reader;

    /// @param folder of the project's state, null when it is in memory
    /// @param reader opens what is only read
    private StateDesk(Project project, StateStores stores, @Nullable Path folder, StateReader reader) {
        this.project = project;
        this.stores = stores;
        this.folder = folder;
        this.reader = reader;
    }

    /// Answers a question that changes nothing, in the files of the state as well: none is made, purged or moved.
    ///
    /// @param live stores that are open in this process, null for none
    /// @throws StateException with the reason why it can't be answered
    public static StateAnswer look(
            Project project, @Nullable StateStores live, @Nullable Path folder, InstantSource clock, StateQuery query) {
        for (int left = LOOKS; ; left--) {
            try (StateReader reader = new StateReader();
                    StateStores stores = StateStores.reading(live, folder, clock, reader)) {
                try {
                    StateAnswer answer = new StateDesk(project, stores, folder, reader).answer(query);
                    if (reader.isCurrent()) {
                        return answer;
                    }
                } catch (StateException | HostIoException failure) {
                    if (reader.isCurrent() || left == 1) {
                        throw failure;
                    }
                }
            }
            if (left == 1) {
                throw new StateException(
                        "The state was written by another process while it was read: ask again.", null);
            }
        }
    }

    /// Answers a question that changes something, by stores that may be written.
    ///
    /// @param folder of the project's state, null when it is in memory
    /// @throws StateException with the reason why it can't be answered
    public static StateAnswer change(Project project, StateStores stores, @Nullable Path folder, StateQuery query) {
        try (StateReader reader = new StateReader()) {
            return new StateDesk(project, stores, folder, reader).answer(query);
        }
    }

    /// Answers a question.
    ///
    /// @throws StateException with the reason why it can't be answered
    private StateAnswer answer(StateQuery query) {
        try {
            return switch (query) {
                case StateQuery.Stores all -> new StateAnswer.Stores(all());
                case StateQuery.Entries entries -> entries(entries);
                case StateQuery.Read read -> read(read);
                case StateQuery.Write write -> write(write);
                case StateQuery.Delete delete -> delete(delete);
                case StateQuery.Sql sql -> sql(sql);
                case StateQuery.Migrate(String name) -> migrate(name);
                case StateQuery.Send send -> queue(send.queue()).send(send);
                case StateQuery.Purge(String queue) ->
                    new StateAnswer.Done(stores.queues().purge(key(StoreKind.QUEUE, queue)));
                case StateQuery.Export(StoreKind kind, String name, String object) ->
                    new StateAnswer.Value(
                            kind == StoreKind.DURABLE_OBJECT
                                    ? object(name, object).export()
                                    : documents(kind, name).export(),
                            null,
                            null);
                case StateQuery.Import(StoreKind kind, String name, String object, byte[] document) ->
                    new StateAnswer.Done(
                            kind == StoreKind.DURABLE_OBJECT
                                    ? object(name, object).read(document)
                                    : documents(kind, name).read(document));
            };
        } catch (SqlFailure failure) {
            throw new StateException("SQLite refused: " + failure.text() + ".", failure);
        }
    }

    private List<StateAnswer.Store> all() {
        List<StateAnswer.Store> found = new ArrayList<>();
        for (BindingDeclaration each : project.config().bindings()) {
            switch (each) {
                case BindingDeclaration.Kv kv -> found.add(store(StoreKind.KV, kv.name(), kv.key()));
                case BindingDeclaration.R2 r2 -> found.add(store(StoreKind.R2, r2.name(), r2.key()));
                case BindingDeclaration.D1 d1 -> found.add(store(StoreKind.D1, d1.name(), d1.key()));
                case BindingDeclaration.Analytics(var name, var dataset) ->
                    found.add(store(StoreKind.ANALYTICS, name, dataset));
                case BindingDeclaration.DurableObject object -> {
                    if (object.script() == null
                            || object.script().equals(project.config().name())) {
                        found.add(store(
                                StoreKind.DURABLE_OBJECT,
                                object.name(),
                                project.config().name() + "-" + object.className()));
                    }
                }
                default -> {
                    // Keeps nothing that can be looked into.
                }
            }
        }
        for (String queue : queues()) {
            found.add(store(StoreKind.QUEUE, queue, queue));
        }
        return found;
    }

    /// All queues that the configuration names, and those of paired projects.
    private Set<String> queues() {
        Set<String> queues = new LinkedHashSet<>();
        addQueues(project.config(), queues);
        project.paired().forEach(each -> addQueues(each.config(), queues));
        return queues;
    }

    private static void addQueues(WranglerConfig config, Set<String> queues) {
        for (BindingDeclaration each : config.bindings()) {
            if (each instanceof BindingDeclaration.Queue queue) {
                queues.add(queue.queue());
            }
        }
        for (QueueConsumer each : config.consumers()) {
            queues.add(each.queue());
            if (each.deadLetterQueue() != null) {
                queues.add(each.deadLetterQueue());
            }
        }
    }

    private QueueDesk queue(String name) {
        return new QueueDesk(stores.queues(), key(StoreKind.QUEUE, name));
    }

    private static StateAnswer.Store store(StoreKind kind, String name, String key) {
        return new StateAnswer.Store(kind, name, key);
    }

    /// What a store of the configuration is called in the state.
    private String key(StoreKind kind, String name) {
        List<String> names = new ArrayList<>();
        for (StateAnswer.Store each : all()) {
            if (each.kind() == kind) {
                if (each.name().equals(name)) {
                    return each.key();
                }
                names.add(each.name());
            }
        }
        throw new StateException(
                "The project has no " + kind.word() + (kind == StoreKind.QUEUE ? " \"" : " binding \"") + name + "\""
                        + (names.isEmpty() ? "." : "; it has " + String.join(", ", names) + "."),
                null);
    }

    private ObjectDesk object(String name, @Nullable String id) {
        String key = key(StoreKind.DURABLE_OBJECT, name);
        if (folder == null) {
            throw new StateException(
                    "The storage of Durable Objects can be looked into when the project keeps its state on disk.",
                    null);
        }
        return new ObjectDesk(folder.resolve("durable-objects").resolve(key), id, reader);
    }

    // ---- keys ----

    private StateAnswer entries(StateQuery.Entries query) {
        if (query.limit() < 1 || query.limit() > 1000) {
            throw new StateException("A list wants a limit from 1 to 1000, not " + query.limit() + ".", null);
        }
        switch (query.kind()) {
            case KV -> {
                KvStore.Page page = stores.kv()
                        .list(key(query.kind(), query.name()), query.prefix(), query.cursor(), query.limit());
                return new StateAnswer.Entries(
                        page.keys().stream()
                                .map(each -> new StateAnswer.Entry(
                                        each.name(), each.size(), each.metadata(), each.expiration()))
                                .toList(),
                        page.isComplete() ? null : page.keys().getLast().name());
            }
            case R2 -> {
                String cursor = query.cursor();
                R2Store.Page page = stores.r2()
                        .list(
                                key(query.kind(), query.name()),
                                query.prefix(),
                                "",
                                cursor == null ? "" : cursor,
                                query.limit());
                return new StateAnswer.Entries(
                        page.objects().stream()
                                .map(each -> new StateAnswer.Entry(each.key(), each.size(), each.custom(), null))
                                .toList(),
                        page.cursor() == null ? null : page.objects().getLast().key());
            }
            case DURABLE_OBJECT -> {
                return object(query.name(), query.object()).entries(query);
            }
            case QUEUE -> {
                return queue(query.name()).entries(query);
            }
            default ->
                throw new StateException(
                        "A store of kind " + query.kind().word() + " has no keys: ask it in SQL.", null);
        }
    }

    private StateAnswer read(StateQuery.Read query) {
        return switch (query.kind()) {
            case KV -> {
                KvStore.Entry entry = stores.kv().get(key(query.kind(), query.name()), query.key());
                yield entry == null
                        ? new StateAnswer.Value(null, null, null)
                        : new StateAnswer.Value(entry.value(), entry.metadata(), entry.expiration());
            }
            case R2 -> {
                R2Store.Head head = stores.r2().head(key(query.kind(), query.name()), query.key());
                yield head == null
                        ? new StateAnswer.Value(null, null, null)
                        : new StateAnswer.Value(stores.r2().bytes(head, 0, head.size()), head.custom(), null);
            }
            case DURABLE_OBJECT -> object(query.name(), query.object()).read(query.key());
            case QUEUE -> queue(query.name()).read(query.key());
            default -> throw noKeys(query.kind());
        };
    }

    private static StateException noKeys(StoreKind kind) {
        return new StateException("A store of kind " + kind.word() + " has no keys: use SQL.", null);
    }

    private StateAnswer write(StateQuery.Write query) {
        String metadata = query.metadata();
        if (metadata != null) {
            checkJson("metadata", metadata);
        }
        switch (query.kind()) {
            case KV -> {
                int length = query.key().getBytes(StandardCharsets.UTF_8).length;
                if (length < 1 || length > KvStore.MAX_KEY) {
                    throw new StateException("A KV key has 1 to 512 bytes, this one has " + length + ".", null);
                }
                stores.kv()
                        .put(
                                key(query.kind(), query.name()),
                                query.key(),
                                new KvStore.Entry(query.value(), metadata, query.expiration()));
            }
            case R2 ->
                stores.r2()
                        .put(
                                key(query.kind(), query.name()),
                                query.key(),
                                query.value(),
                                new R2Store.Metadata("{}", metadata == null ? "{}" : metadata, "Standard"),
                                null,
                                null);
            case DURABLE_OBJECT -> {
                String json = new String(query.value(), StandardCharsets.UTF_8);
                checkJson("value", json);
                object(query.name(), query.object()).write(query.key(), json);
            }
            case QUEUE -> throw new StateException("A queue is written by sending to it.", null);
            default -> throw noKeys(query.kind());
        }
        return new StateAnswer.Done(1);
    }

    private static void checkJson(String what, String text) {
        try {
            JSON.readTree(text);
        } catch (JacksonException wrong) {
            throw new StateException("The " + what + " is no JSON: " + wrong.getOriginalMessage(), wrong);
        }
    }

    private StateAnswer delete(StateQuery.Delete query) {
        String key = key(query.kind(), query.name());
        boolean done = switch (query.kind()) {
            case KV -> stores.kv().delete(key, query.key());
            case R2 -> {
                boolean present = stores.r2().head(key, query.key()) != null;
                stores.r2().delete(key, List.of(query.key()));
                yield present;
            }
            case DURABLE_OBJECT -> object(query.name(), query.object()).delete(query.key());
            case QUEUE -> queue(query.name()).delete(query.key());
            default -> throw noKeys(query.kind());
        };
        return new StateAnswer.Done(done ? 1 : 0);
    }

    // ---- SQL ----

    private StateAnswer sql(StateQuery.Sql query) {
        if (query.access() == StateQuery.Access.READ && !SqliteDatabase.reads(query.sql())) {
            throw new StateException(
                    "This SQL may write, and only reading is asked for: allow writing to run it.", null);
        }
        return switch (query.kind()) {
            case D1 -> rows(d1(query.name()), query.sql(), query.access());
            case ANALYTICS -> {
                key(query.kind(), query.name());
                yield rows(stores.analytics().database(), query.sql(), query.access());
            }
            case DURABLE_OBJECT -> object(query.name(), query.object()).sql(query.sql(), query.access());
            default ->
                throw new StateException("A store of kind " + query.kind().word() + " knows no SQL.", null);
        };
    }

    private SqliteDatabase d1(String name) {
        key(StoreKind.D1, name);
        return stores.d1(declared(name).key());
    }

    private BindingDeclaration.D1 declared(String name) {
        for (BindingDeclaration each : project.config().bindings()) {
            if (each instanceof BindingDeclaration.D1 d1 && d1.name().equals(name)) {
                return d1;
            }
        }
        throw new IllegalStateException("not declared: " + name);
    }

    static StateAnswer.Rows rows(SqliteDatabase database, String sql, StateQuery.Access access) {
        MeasuredResult result = access == StateQuery.Access.READ
                ? database.onlyReading(() -> database.measure(sql, List.of()))
                : database.measure(sql, List.of());
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (@Nullable Object[] row : result.rows()) {
            List<@Nullable Object> values = new ArrayList<>();
            for (Object value : row) {
                values.add(value instanceof byte[] bytes ? "x'" + HexFormat.of().formatHex(bytes) + "'" : value);
            }
            rows.add(values);
        }
        return new StateAnswer.Rows(result.columns(), rows, result.changes());
    }

    private StateAnswer migrate(String name) {
        SqliteDatabase database = d1(name);
        BindingDeclaration.D1 d1 = declared(name);
        Path files = project.folder().resolve(d1.migrationsDir());
        return new StateAnswer.Done(
                new D1Migrations(files, d1.migrationsTable()).apply(database).size());
    }

    private StateDocument documents(StoreKind kind, String name) {
        String key = key(kind, name);
        return switch (kind) {
            case KV -> StateDocument.ofKv(stores.kv(), key);
            case R2 -> StateDocument.ofR2(stores.r2(), key);
            case D1 -> StateDocument.ofD1(d1(name));
            default ->
                throw new StateException("Stores of kind " + kind.word() + " can't be exported or imported.", null);
        };
    }
}
