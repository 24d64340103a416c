package dev.dynamicworkers.playground.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `playground state`, as a person uses it: what reads leaves every file as it is.
final class StateCommandTest {
    private static final String CONFIG = """
        {
          "name": "one", "main": "index.js", "compatibility_date": "2026-01-01",
          "kv_namespaces": [{ "binding": "KV", "id": "kv-id" }],
          "r2_buckets": [{ "binding": "FILES", "bucket_name": "files" }],
          "d1_databases": [{ "binding": "DB", "database_name": "db" }],
          "durable_objects": { "bindings": [{ "name": "ROOM", "class_name": "Room" }] },
          "migrations": [{ "tag": "v1", "new_sqlite_classes": ["Room"] }]
        }
        """;
    private static final String OBJECT = "ab".repeat(32);

    @TempDir
    private Path folder;

    @BeforeEach
    void project() throws IOException {
        Files.writeString(folder.resolve("wrangler.jsonc"), CONFIG);
        Files.writeString(folder.resolve("index.js"), "export class Room {}\nexport default {};");
        Files.createDirectory(folder.resolve("migrations"));
        Files.writeString(folder.resolve("migrations/0001_people.sql"), "CREATE TABLE people (name TEXT);");
    }

    /// Runs the command, which has to work; what it prints.
    private String state(String... words) {
        return run(0, words);
    }

    /// Runs the command, which has to refuse; what it says.
    private String refused(String... words) {
        return run(2, words);
    }

    private String run(int code, String... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        var all = Stream.concat(Stream.of("state", folder.toString()), Arrays.stream(words))
                .toArray(String[]::new);
        assertThat(CommandLineMain.run(CommandEngine::start, new PrintWriter(out), new PrintWriter(err), all))
                .as("%s%s", out, err)
                .isEqualTo(code);
        return (code == 0 ? out : err).toString().strip();
    }

    /// All files of the state with their content.
    private Map<String, String> files() throws IOException {
        var found = new TreeMap<String, String>();
        var state = folder.resolve(".playground");
        if (Files.exists(state)) {
            try (var files = Files.walk(state)) {
                for (var file : files.toList()) {
                    found.put(
                            file.toString(), Files.isDirectory(file) ? "" : Arrays.toString(Files.readAllBytes(file)));
                }
            }
        }
        return found;
    }

    private void looksAround() {
        state();
        for (var kind : new String[] {"kv", "r2"}) {
            var name = kind.equals("kv") ? "KV" : "FILES";
            state(kind, "list", name);
            refused(kind, "get", name, "nowhere");
            state(kind, "export", name, folder.resolve("export").toString());
        }
        state("d1", "execute", "DB", "SELECT 1");
        state("d1", "export", "DB", folder.resolve("export").toString());
        state("do", "list", "ROOM");
        refused("d1", "execute", "DB", "DELETE FROM people");
        refused("d1", "execute", "DB", "SELECT * FROM nowhere");
    }

    @Test
    void readingChangesNothing() throws IOException {
        looksAround();
        assertThat(files()).isEmpty();

        state("kv", "put", "KV", "a", "text");
        state("r2", "put", "FILES", "dir/a", "body");
        state("d1", "migrate", "DB");
        var before = files();
        assertThat(before.keySet()).anyMatch(name -> name.endsWith("kv.sqlite"));
        looksAround();
        assertThat(files()).isEqualTo(before);

        var damaged = folder.resolve(".playground/state/kv.sqlite");
        Files.writeString(damaged, "no database, although it is as long as its head must be at the very least");
        assertThat(refused("kv", "list", "KV")).contains("is damaged").contains("leaves it as it is");
        assertThat(folder.resolve(".playground/state/kv.sqlite.damaged-1")).doesNotExist();
        state("kv", "put", "KV", "a", "again");
        assertThat(folder.resolve(".playground/state/kv.sqlite.damaged-1")).exists();
    }

    @Test
    void keysAndRowsComeAndGo() throws IOException {
        state("kv", "put", "KV", "a", "text", "--metadata", "{\"m\":1}", "--ttl", "600");
        assertThat(state("kv", "get", "KV", "a")).isEqualTo("text");
        assertThat(state("kv", "get", "KV", "a", "--output", "json"))
                .startsWith("{\"value\":\"text\",\"metadata\":{\"m\":1},\"expiration\":");
        assertThat(state("kv", "list", "KV")).isEqualTo("a\t4 bytes");
        var file = folder.resolve("document").toString();
        state("kv", "export", "KV", file);
        assertThat(state("kv", "delete", "KV", "a")).isEqualTo("Done: 1.");
        assertThat(state("kv", "list", "KV", "--output", "json")).isEqualTo("[]");
        assertThat(state("kv", "import", "KV", file)).isEqualTo("Done: 1.");
        assertThat(state("kv", "list", "KV", "--prefix", "a")).isEqualTo("a\t4 bytes");

        state("d1", "migrate", "DB");
        assertThat(refused("d1", "execute", "DB", "INSERT INTO people VALUES ('Ada')"))
                .contains("allow writing");
        state("d1", "execute", "DB", "INSERT INTO people VALUES ('Ada')", "--write");
        assertThat(state("d1", "execute", "DB", "SELECT name FROM people")).isEqualTo("name\nAda");
        state("d1", "export", "DB", file);
        state("d1", "execute", "DB", "DROP TABLE people; DROP TABLE d1_migrations", "--write");
        state("d1", "import", "DB", file);
        assertThat(state("d1", "execute", "DB", "SELECT name FROM people", "--output", "json"))
                .isEqualTo("{\"columns\":[\"name\"],\"rows\":[[\"Ada\"]],\"changes\":0}");
        assertThat(refused("kv", "list", "NOPE"))
                .isEqualTo("playground: The project has no kv binding \"NOPE\"; it has KV.");
    }

    @Test
    void anObjectIsExportedAndImported() throws IOException {
        var file = folder.resolve("object.sql");
        Files.writeString(file, "CREATE TABLE t (n);\nINSERT INTO t VALUES (7);\n");
        state("do", "import", "ROOM", file.toString(), "--object", OBJECT);
        state("do", "put", "ROOM", "key", "{\"deep\":[1]}", "--object", OBJECT);
        state("do", "export", "ROOM", file.toString(), "--object", OBJECT);
        var other = "cd".repeat(32);
        state("do", "import", "ROOM", file.toString(), "--object", other);
        assertThat(state("do", "get", "ROOM", "key", "--object", other)).isEqualTo("{\"deep\":[1]}");
        assertThat(state("do", "execute", "ROOM", "SELECT n FROM t", "--object", other))
                .isEqualTo("n\n7");
        assertThat(state("do", "list", "ROOM")).startsWith(OBJECT).contains(other);
    }
}
