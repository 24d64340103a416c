package dev.dynamicworkers.playground.core.storage;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/// A process that writes to a state folder, or holds it, until it is killed.
final class StateChildMain {
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
}
