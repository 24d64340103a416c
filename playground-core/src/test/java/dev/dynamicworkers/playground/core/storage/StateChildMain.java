package dev.dynamicworkers.playground.core.storage;

import dev.dynamicworkers.playground.core.worker.HostIoException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/// A process that writes to a state folder, or holds it, until it is killed.
final class StateChildMain {
    static final List<String> KINDS = List.of("kv", "r2", "d1", "queue", "object");
    private static final int VALUE = 300_000;

    private StateChildMain() {}

    /// @param args what to do, and the folder
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[1]);
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true);
        if (args[0].equals("hold")) {
            try (StateLock _ = StateLock.acquire(folder)) {
                out.println("held");
                System.in.read();
            }
            return;
        }
        if (args[0].equals("fill")) {
            fill(folder, out);
            return;
        }
        try (StateStores stores = new StateStores(folder, InstantSource.system(), out::println)) {
            D1Migrations none = new D1Migrations(folder.resolve("none"), "d1_migrations");
            stores.d1("db", none).execute("CREATE TABLE IF NOT EXISTS t (n INTEGER PRIMARY KEY)", List.of());
            for (long i = Long.parseLong(args[2]); ; i++) {
                byte[] value = ("value " + i).getBytes(StandardCharsets.UTF_8);
                stores.kv().put("ns", "key" + i, new KvStore.Entry(value, null, null));
                stores.r2().put("bucket", "key" + i, value, R2Store.Metadata.NONE, null, null);
                stores.d1("db", none).execute("INSERT INTO t VALUES (?)", List.of(i));
                out.println(i);
            }
        }
    }

    /// Writes to each kind of store until it refuses, and says what was taken and how it refused.
    private static void fill(Path folder, PrintStream out) {
        byte[] value = new byte[VALUE];
        new Random(1).nextBytes(value);
        for (String kind : KINDS) {
            try (StateStores stores = new StateStores(folder, InstantSource.system(), out::println);
                    ObjectStore object = new ObjectStore(folder.resolve("object"))) {
                int taken = 0;
                try {
                    while (taken < 100) {
                        write(stores, object, kind, taken, value);
                        taken++;
                    }
                    out.println(kind + "\t" + taken + "\tnever refused");
                } catch (SqlFailure refused) {
                    out.println(kind + "\t" + taken + "\t" + refused.text());
                }
            } catch (HostIoException unusable) {
                out.println(kind + "\t0\t" + unusable.getMessage());
            }
        }
    }

    static void write(StateStores stores, ObjectStore object, String kind, int i, byte[] value) {
        switch (kind) {
            case "kv" -> stores.kv().put("ns", "key" + i, new KvStore.Entry(value, null, null));
            case "r2" -> stores.r2().put("bucket", "key" + i, value, R2Store.Metadata.NONE, null, null);
            case "queue" ->
                stores.queues().add("q", List.of(new QueueStore.NewMessage(QueueStore.Content.BYTES, value, 0)));
            case "d1" -> insert(stores.d1("db"), i, value);
            case "object" -> insert(object.database(), i, value);
            default -> throw new IllegalArgumentException(kind);
        }
    }

    private static void insert(SqliteDatabase database, int i, byte[] value) {
        database.execute("CREATE TABLE IF NOT EXISTS t (n INTEGER PRIMARY KEY, v BLOB)", List.of());
        database.execute("INSERT INTO t VALUES (?, ?)", List.of(i, value));
    }

    /// How many values a store has that are whole.
    static long count(Path folder, String kind, List<String> notices) {
        try (StateStores stores = new StateStores(folder, InstantSource.system(), notices::add);
                ObjectStore object = new ObjectStore(folder.resolve("object"))) {
            String whole = "SELECT count(*) FROM t WHERE length(v) = " + VALUE;
            return switch (kind) {
                case "kv" ->
                    stores.kv().list("ns", "", null, 1000).keys().stream()
                            .filter(key -> Objects.requireNonNull(stores.kv().get("ns", key.name()))
                                            .value()
                                            .length
                                    == VALUE)
                            .count();
                case "r2" ->
                    stores.r2().list("bucket", "", "", "", 1000).objects().size();
                case "queue" -> stores.queues().metrics("q").count();
                case "d1" ->
                    (Long) Objects.requireNonNull(
                            stores.d1("db").one(whole, List.of()).rows().getFirst()[0]);
                case "object" ->
                    (Long) Objects.requireNonNull(
                            object.database().one(whole, List.of()).rows().getFirst()[0]);
                default -> throw new IllegalArgumentException(kind);
            };
        }
    }
}
