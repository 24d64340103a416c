package dev.dynamicworkers.playground.core.storage;

import dev.dynamicworkers.playground.core.util.Sha256;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The stores behind a project's bindings, each opened on first use. Used by one thread at a time.
public final class StateStores implements AutoCloseable {
    private static final String KV = "kv.sqlite";
    private static final String R2 = "r2.sqlite";
    private static final String ANALYTICS = "analytics.sqlite";
    private static final String QUEUES = "queues.sqlite";
    private static final String D1 = "d1";
    private static final int D1_STATEMENT = 100_000;
    private static final int D1_VALUE = 2_000_000;
    private static final int D1_COLUMNS = 100;

    private final @Nullable StateStores live;
    private final Function<String, SqliteDatabase> files;
    private final InstantSource clock;
    private final Map<String, SqliteDatabase> d1 = new LinkedHashMap<>();
    private @Nullable KvStore kv;
    private @Nullable R2Store r2;
    private @Nullable AnalyticsStore analytics;
    private @Nullable QueueStore queues;

    /// @param folder null to keep everything in memory
    /// @param notices hears in a sentence of what a user should know, for example of a damaged file
    public StateStores(@Nullable Path folder, InstantSource clock, Consumer<String> notices) {
        this(folder, null, clock, notices);
    }

    /// @param quota counts what is on disk; null for no limit but that of each database
    public StateStores(
            @Nullable Path folder, @Nullable StateQuota quota, InstantSource clock, Consumer<String> notices) {
        this(
                clock,
                null,
                folder == null
                        ? file -> SqliteDatabase.inMemory()
                        : file -> counted(quota, folder.resolve(file), notices));
    }

    private static SqliteDatabase counted(@Nullable StateQuota quota, Path file, Consumer<String> notices) {
        if (quota == null) {
            return StateFile.open(file, notices);
        }
        // Counted before anything of it waits in a log beside a file.
        quota.begin();
        long bytes = StateQuota.bytesOf(file);
        SqliteDatabase open = StateFile.open(file, notices);
        if (!open.isReadOnly()) {
            open.within(quota, bytes);
        }
        return open;
    }

    /// Where the stores of a folder keep what they have.
    public static List<Path> places(Path folder) {
        return Stream.of(KV, R2, ANALYTICS, QUEUES, D1).map(folder::resolve).toList();
    }

    private StateStores(InstantSource clock, @Nullable StateStores live, Function<String, SqliteDatabase> files) {
        this.live = live;
        this.clock = clock;
        this.files = files;
    }

    /// Stores to look into, which change nothing: those that are open already, and files that the reader opens.
    ///
    /// @param live what is open in this process, null for none
    /// @param folder null where everything is in memory
    public static StateStores reading(
            @Nullable StateStores live, @Nullable Path folder, InstantSource clock, StateReader reader) {
        return new StateStores(
                clock,
                live,
                folder == null ? file -> SqliteDatabase.inMemory() : file -> reader.open(folder.resolve(file)));
    }

    /// The KV namespaces.
    public KvStore kv() {
        KvStore open = kv == null && live != null ? live.kv : kv;
        if (open == null) {
            open = new KvStore(database(KV), clock);
            kv = open;
        }
        return open;
    }

    /// The R2 buckets.
    public R2Store r2() {
        R2Store open = r2 == null && live != null ? live.r2 : r2;
        if (open == null) {
            open = new R2Store(database(R2), clock);
            r2 = open;
        }
        return open;
    }

    /// The data points of Analytics Engine datasets.
    public AnalyticsStore analytics() {
        AnalyticsStore open = analytics == null && live != null ? live.analytics : analytics;
        if (open == null) {
            open = new AnalyticsStore(database(ANALYTICS), clock);
            analytics = open;
        }
        return open;
    }

    /// The messages of queues.
    public QueueStore queues() {
        QueueStore open = queues == null && live != null ? live.queues : queues;
        if (open == null) {
            open = new QueueStore(database(QUEUES), clock);
            queues = open;
        }
        return open;
    }

    /// A D1 database with its migrations applied.
    ///
    /// @throws D1Migrations.Failed when one of them fails
    public SqliteDatabase d1(String id, D1Migrations migrations) {
        SqliteDatabase open = d1.computeIfAbsent(id, this::openD1);
        if (!open.isReadOnly()) {
            migrations.apply(open);
        }
        return open;
    }

    /// A D1 database as it is.
    public SqliteDatabase d1(String id) {
        SqliteDatabase open = live == null ? null : live.d1.get(id);
        return open == null ? d1.computeIfAbsent(id, this::openD1) : open;
    }

    private SqliteDatabase openD1(String id) {
        SqliteDatabase open = database(D1 + "/" + fileOf(id) + ".sqlite");
        open.limit(D1_STATEMENT, D1_VALUE, D1_COLUMNS, D1_COLUMNS);
        return open;
    }

    /// A file name for any id.
    private static String fileOf(String id) {
        return id.matches("[A-Za-z0-9_-]{1,64}")
                ? id
                : new Sha256().add(id).hex().substring(0, 32);
    }

    private SqliteDatabase database(String file) {
        return files.apply(file);
    }

    @Override
    public void close() {
        d1.values().forEach(SqliteDatabase::close);
        d1.clear();
        if (kv != null) {
            kv.close();
        }
        if (r2 != null) {
            r2.close();
        }
        if (analytics != null) {
            analytics.close();
        }
        if (queues != null) {
            queues.close();
        }
    }
}
