package dev.dynamicworkers.playground.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.JDBC;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

/// What becomes of state files when processes die, meet, or leave something odd behind.
final class StateFolderTest {
    /// Writes that are waited for in all lives of the writer together.
    private static final int WRITES = Integer.getInteger("crash.writes", 60);

    private static final String READ_ONLY =
            "mount --bind \"$1\" \"$1\" && mount -o remount,bind,ro \"$1\" && shift && exec \"$@\"";
    private static final D1Migrations NO_MIGRATIONS = new D1Migrations(Path.of("none"), "d1_migrations");

    @TempDir
    private Path folder;

    private final List<String> notices = new ArrayList<>();

    private StateStores stores() {
        return new StateStores(folder, InstantSource.system(), notices::add);
    }

    private static Process child(String... args) throws IOException {
        return child(List.of(), args);
    }

    /// @param before what starts the process
    private static Process child(List<String> before, String... args) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto", "--enable-native-access=ALL-UNNAMED", "-cp"));
        command.add(String.join(
                File.pathSeparator,
                place(StateStores.class),
                place(StateChildMain.class),
                place(JDBC.class),
                place(JsonMapper.class),
                place(JsonParser.class),
                place(JsonTypeInfo.class)));
        command.add(StateChildMain.class.getName());
        command.addAll(List.of(args));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String place(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath())
                .toString();
    }

    @Test
    void everyAcknowledgedWriteOutlivesAKilledProcess() throws IOException, InterruptedException {
        Random random = new Random(6);
        int last = -1;
        for (int life = 0; last < WRITES; life++) {
            Process writer = child("write", folder.toString(), String.valueOf(last + 1));
            int until = last + 1 + random.nextInt(Math.max(60, WRITES / 10));
            try (BufferedReader lines = writer.inputReader()) {
                String line = lines.readLine();
                while (line != null && last < until) {
                    last = Integer.parseInt(line);
                    line = lines.readLine();
                }
            } finally {
                writer.destroyForcibly().waitFor();
            }
            assertThat(life).isLessThan(100);
            try (StateStores stores = stores()) {
                for (int i = 0; i <= last; i++) {
                    byte[] value = ("value " + i).getBytes(StandardCharsets.UTF_8);
                    assertThat(Objects.requireNonNull(stores.kv().get("ns", "key" + i))
                                    .value())
                            .isEqualTo(value);
                    R2Store.Head head = Objects.requireNonNull(stores.r2().head("bucket", "key" + i));
                    assertThat(stores.r2().bytes(head, 0, head.size())).isEqualTo(value);
                }
                assertThat(stores.d1("db", NO_MIGRATIONS)
                                .execute("SELECT count(*) FROM t WHERE n <= " + last, List.of())
                                .rows()
                                .getFirst()[0])
                        .isEqualTo(last + 1L);
                // What was written but not acknowledged must not be in the way of the next life.
                stores.d1("db", NO_MIGRATIONS).execute("DELETE FROM t WHERE n > " + last, List.of());
            }
            assertThat(notices).isEmpty();
        }
    }

    /// A file system refuses to let any file grow beyond 8 MiB, as a full one would; then the same process writes
    /// where it may not.
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aDiskThatRefusesIsToldAndLosesNothing() throws IOException, InterruptedException {
        List<String> limited = List.of("sh", "-c", "ulimit -f $1; shift; exec \"$@\"", "sh", "16384");
        Map<String, Integer> taken = new HashMap<>();
        for (String line : lines(child(limited, "fill", folder.toString()))) {
            String[] told = line.split("\t", -1);
            taken.put(told[0], Integer.parseInt(told[1]));
            assertThat(told[2])
                    .as(told[0])
                    .contains("SQLITE_IOERR")
                    .endsWith(".sqlite could not be read or written: look whether its disk is full or failing."
                            + " What was stored before is kept.");
        }
        assertThat(taken).containsOnlyKeys(StateChildMain.KINDS);
        assertThat(taken.values()).allMatch(count -> count > 5);
        for (String kind : StateChildMain.KINDS) {
            assertThat(StateChildMain.count(folder, kind, notices))
                    .as(kind)
                    .isEqualTo(taken.getOrDefault(kind, -1).longValue());
        }
        assertThat(notices).isEmpty();
    }

    private static boolean succeeds(List<String> command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    private static List<String> lines(Process process) throws IOException, InterruptedException {
        try (BufferedReader lines = process.inputReader()) {
            List<String> all = lines.lines().toList();
            assertThat(process.waitFor()).isZero();
            return all;
        }
    }

    /// In a file system of its own, mounted for reading, where this user may write anywhere.
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFolderThatMayOnlyBeReadIsToldAndStays() throws IOException, InterruptedException {
        for (String kind : StateChildMain.KINDS) {
            try (StateStores stores = stores();
                    ObjectStore object = new ObjectStore(folder.resolve("object"))) {
                StateChildMain.write(stores, object, kind, 0, new byte[300_000]);
            }
        }
        List<Path> inside;
        try (Stream<Path> files = Files.walk(folder)) {
            inside = files.toList();
        }
        List<String> user = List.of();
        try {
            for (Path file : inside) {
                Files.setPosixFilePermissions(
                        file, PosixFilePermissions.fromString(Files.isDirectory(file) ? "r-xr-xr-x" : "r--r--r--"));
            }
            if (Files.isWritable(folder)) {
                user = List.of("unshare", "-m", "sh", "-c", READ_ONLY, "sh", folder.toString());
                List<String> tried = new ArrayList<>(user);
                tried.add("true");
                assumeTrue(succeeds(tried), "every folder may be written by this user");
            }
            List<String> told = lines(child(user, "fill", folder.toString()));
            assertThat(told)
                    .hasSize(StateChildMain.KINDS.size())
                    .allSatisfy(line -> assertThat(line)
                            .contains("\t0\t")
                            .endsWith("can't be written: look at their permissions. What was stored before is kept."));
        } finally {
            for (Path file : inside) {
                Files.setPosixFilePermissions(
                        file, PosixFilePermissions.fromString(Files.isDirectory(file) ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
        for (String kind : StateChildMain.KINDS) {
            assertThat(StateChildMain.count(folder, kind, notices)).as(kind).isEqualTo(1);
        }
        assertThat(notices).isEmpty();
    }

    @Test
    void theSecondProcessIsToldWhoHoldsTheState() throws IOException, InterruptedException {
        Process holder = child("hold", folder.toString());
        try (BufferedReader lines = holder.inputReader()) {
            assertThat(lines.readLine()).isEqualTo("held");
            assertThatThrownBy(() -> StateLock.acquire(folder))
                    .isInstanceOf(StateLock.HeldElsewhere.class)
                    .hasMessageMatching("The state of this project is in use by process " + holder.pid()
                            + " \\(java.*\\), since .*Z: end it first, or go on with --ephemeral, which keeps state in"
                            + " memory\\.");
        } finally {
            holder.destroyForcibly().waitFor();
        }
        try (StateLock lock = StateLock.acquire(folder)) {
            assertThat(lock).isNotNull();
        }
    }

    @Test
    void aDamagedFileIsMovedAsideAndSaid() throws IOException {
        Files.writeString(folder.resolve("kv.sqlite"), "this is no database, ".repeat(100));
        try (StateStores stores = stores()) {
            stores.kv().put("ns", "a", new KvStore.Entry(new byte[] {1}, null, null));
            assertThat(stores.kv().namespaces()).containsExactly("ns");
        }
        assertThat(notices)
                .singleElement()
                .asString()
                .startsWith("The state file kv.sqlite is damaged (")
                .endsWith("): it was moved to kv.sqlite.damaged-1, and an empty one takes its place.");
        assertThat(folder.resolve("kv.sqlite.damaged-1")).exists();
    }

    @Test
    void aFileOfANewerVersionIsOnlyRead() throws SQLException {
        try (StateStores stores = stores()) {
            stores.kv().put("ns", "a", new KvStore.Entry(new byte[] {1}, null, null));
        }
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("kv.sqlite"));
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 99");
        }
        try (StateStores stores = stores()) {
            assertThat(stores.kv().get("ns", "a")).isNotNull();
            assertThatThrownBy(() -> stores.kv().put("ns", "b", new KvStore.Entry(new byte[] {1}, null, null)))
                    .isInstanceOf(SqlFailure.class)
                    .hasMessageContaining("readonly");
        }
        assertThat(notices)
                .containsExactly("The state file kv.sqlite was written by a newer version (format 99, this"
                        + " one knows 1): it can be read, but not written.");
    }

    @Test
    void allStoresTogetherHaveALimitOnDisk() {
        var quota = new StateQuota(StateStores.places(folder), 1 << 20, "stored data (storageMb)");
        byte[] value = new byte[100_000];
        var entry = new KvStore.Entry(value, null, null);
        try (StateStores stores = new StateStores(folder, quota, InstantSource.system(), notices::add)) {
            stores.queues()
                    .add("queue", List.of(new QueueStore.NewMessage(QueueStore.Content.BYTES, new byte[] {1}, 0)));
            for (int i = 0; i < 4; i++) {
                stores.kv().put("ns", "k" + i, entry);
                stores.d1("one").execute("CREATE TABLE t" + i + " AS SELECT randomblob(100000) AS b", List.of());
            }
            assertThatThrownBy(() -> {
                        for (int i = 4; i < 10; i++) {
                            stores.kv().put("ns", "k" + i, entry);
                        }
                    })
                    .isInstanceOf(SqlFailure.class)
                    .hasMessage("database or disk is full: SQLITE_FULL. The limit of stored data (storageMb) is 1 MiB:"
                            + " delete some of it, or raise the limit. What was stored before is kept.");
            assertThatThrownBy(() -> stores.d1("two").execute("CREATE TABLE t (n)", List.of()))
                    .isInstanceOf(SqlFailure.class);
            // Reading, deleting and what a store does for its own sake go on, in stores that are opened now as well.
            assertThat(stores.r2().buckets()).isEmpty();
            assertThat(stores.analytics().database()).isNotNull();
            assertThat(stores.kv().get("ns", "k0")).isNotNull();
            var message = stores.queues().due("queue", 1, List.of()).getFirst();
            stores.queues()
                    .settle(new QueueStore.Settlement(
                            List.of(), List.of(new QueueStore.Retry(message.id(), 0)), List.of(), null));
            assertThat(stores.queues().due("queue", 1, List.of()).getFirst().attempts())
                    .isEqualTo(1);
            stores.kv().delete("ns", "k0");
            stores.kv().delete("ns", "k1");
            stores.d1("two").execute("CREATE TABLE t (n)", List.of());
        }
    }

    @Test
    void whatStillWaitsInTheLogOfADatabaseCountsForTheLimit() {
        try (StateStores writing = new StateStores(folder, InstantSource.system(), notices::add)) {
            writing.kv().put("ns", "k", new KvStore.Entry(new byte[1_500_000], null, null));
            var quota = new StateQuota(StateStores.places(folder), 1 << 20, "stored data (storageMb)");
            try (StateStores others = new StateStores(folder, quota, InstantSource.system(), notices::add)) {
                assertThatThrownBy(() -> others.d1("one").execute("CREATE TABLE t (n)", List.of()))
                        .isInstanceOf(SqlFailure.class)
                        .hasMessageContaining("(storageMb)");
            }
        }
    }

    @Test
    void aMigrationThatFailsHalfWayLeavesNoTrace() throws IOException {
        Path files = Files.createDirectory(folder.resolve("migrations"));
        Files.writeString(files.resolve("0001_first.sql"), "CREATE TABLE a (n);\nINSERT INTO a VALUES (1);");
        Files.writeString(files.resolve("0002_second.sql"), "CREATE TABLE b (n);\nINSERT INTO nowhere VALUES (1);");
        Files.writeString(files.resolve("0010_third.sql"), "CREATE TABLE c (n);");
        D1Migrations migrations = new D1Migrations(files, "d1_migrations");
        try (StateStores stores = stores()) {
            assertThatThrownBy(() -> stores.d1("db", migrations))
                    .hasMessage("The migration migrations/0002_second.sql failed and was rolled back: no such table:"
                            + " nowhere: SQLITE_ERROR. Correct the file, and start again.");
            SqliteDatabase database = stores.d1("db");
            assertThat(migrations.pending(database)).containsExactly("0002_second.sql", "0010_third.sql");
            assertThat(tables(database)).containsExactly("a", "d1_migrations");
            Files.writeString(files.resolve("0002_second.sql"), "CREATE TABLE b (n);");
            assertThat(migrations.apply(database)).containsExactly("0002_second.sql", "0010_third.sql");
            assertThat(tables(database)).containsExactly("a", "b", "c", "d1_migrations");
        }
    }

    private static List<String> tables(SqliteDatabase database) {
        return database
                .execute(
                        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name",
                        List.of())
                .rows()
                .stream()
                .map(row -> String.valueOf(row[0]))
                .toList();
    }

    @Test
    void expiredKeysAreGone() {
        Instant start = Instant.ofEpochSecond(1000);
        Instant[] now = {start};
        try (StateStores stores = new StateStores(null, () -> now[0], notices::add)) {
            stores.kv().put("ns", "a", new KvStore.Entry(new byte[0], null, 1060L));
            stores.kv().put("ns", "b", new KvStore.Entry(new byte[0], null, null));
            assertThat(stores.kv().list("ns", "", null, 10).keys()).hasSize(2);
            now[0] = start.plusSeconds(60);
            assertThat(stores.kv().get("ns", "a")).isNull();
            assertThat(stores.kv().list("ns", "", null, 10).keys())
                    .extracting(KvStore.Key::name)
                    .containsExactly("b");
        }
    }

    private Map<String, Long> sizes() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !file.toString().endsWith("-shm"))
                    .collect(Collectors.toMap(
                            Path::toString, file -> file.toFile().length()));
        }
    }

    /// Of a state that is being written, of one that a killed process left, and of one that lost its index.
    @Test
    void whoReadsSeesAllThatWasWrittenAndChangesNothing() throws IOException {
        try (StateStores writer = stores()) {
            writer.kv().put("ns", "a", new KvStore.Entry(new byte[] {1}, null, null));
            SqliteDatabase expired =
                    SqliteDatabase.opened(folder.resolve("kv.sqlite"), SqliteDatabase.Access.READ_AND_WRITE);
            expired.one("INSERT INTO kv VALUES ('ns', 'old', x'00', NULL, 1)", List.of());
            Map<String, Long> before = sizes();
            assertThat(readKeys(folder)).containsExactly("a");
            assertThat(sizes()).isEqualTo(before);
            assertThat(expired.one("SELECT key FROM kv", List.of()).rows()).hasSize(2);

            Path copy = Files.createDirectory(folder.resolve("copy"));
            for (String part : List.of("kv.sqlite", "kv.sqlite-wal")) {
                Files.copy(folder.resolve(part), copy.resolve(part));
            }
            assertThat(readKeys(copy)).containsExactly("a");
            assertThat(copy.resolve("kv.sqlite-shm")).doesNotExist();
            expired.close();
        }
    }

    private static List<String> readKeys(Path state) {
        try (StateReader reader = new StateReader();
                StateStores stores = StateStores.reading(null, state, InstantSource.system(), reader)) {
            List<String> keys = stores.kv().list("ns", "", null, 10).keys().stream()
                    .map(KvStore.Key::name)
                    .toList();
            assertThat(reader.isCurrent()).isTrue();
            return keys;
        }
    }
}
