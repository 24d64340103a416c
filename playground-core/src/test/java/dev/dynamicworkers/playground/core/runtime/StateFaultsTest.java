package dev.dynamicworkers.playground.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.storage.StateLock;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import dev.dynamicworkers.playground.core.worker.Limit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A state folder that can't be written, or is damaged: each request that needs it fails with a sentence, all others
/// are served.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StateFaultsTest {
    private static final String CODE = """
        import { DurableObject } from 'cloudflare:workers';
        export class Room extends DurableObject {
          async put() { await this.ctx.storage.put('a', 1); return 'stored'; }
          endless() { return this.ctx.storage.sql.exec('WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT count(*) FROM c').one(); }
          async get() { return String(await this.ctx.storage.get('a')); }
        }
        export default {
          async fetch(request, env) {
            const { 1: method, 2: name } = new URL(request.url).pathname.split('/');
            if (method === 'plain') return new Response('served');
            return new Response(await env.ROOM.get(env.ROOM.idFromName(name))[method]());
          },
        };
        """;

    private LocalRuntime runtime;

    @BeforeAll
    void start() {
        runtime = LocalRuntime.start();
    }

    @AfterAll
    void stop() {
        runtime.close();
    }

    /// Permissions do not bind every user; nobody can make a folder inside of a file.
    @Test
    void aFolderThatCanNotBeWrittenIsTold(@TempDir Path folder) throws IOException {
        Path state = Files.writeString(folder.resolve("state"), "a file where the folder should be");
        try (WorkerFixture worker = start(state)) {
            InvocationResult failed = worker.get("/put/a");

            assertThat(failed.outcome()).isEqualTo(EventOutcome.EXCEPTION);
            assertThat(Objects.requireNonNull(failed.error()).message())
                    .contains("could not be made")
                    .contains(state.toString());
            assertThat(WorkerFixture.text(worker.get("/plain"))).isEqualTo("served");
        }
        assertThat(state).isRegularFile();
    }

    @Test
    void aDamagedObjectIsToldAndTheOthersAreServed(@TempDir Path state) throws IOException {
        try (WorkerFixture worker = start(state)) {
            assertThat(WorkerFixture.text(worker.get("/put/damaged"))).isEqualTo("stored");
        }
        List<Path> files = databases(state);
        assertThat(files).hasSize(1);
        try (WorkerFixture worker = start(state)) {
            assertThat(WorkerFixture.text(worker.get("/put/whole"))).isEqualTo("stored");
        }
        Files.writeString(files.getFirst(), "no database");
        try (WorkerFixture worker = start(state)) {
            InvocationResult failed = worker.get("/get/damaged");

            assertThat(failed.outcome()).isEqualTo(EventOutcome.EXCEPTION);
            assertThat(Objects.requireNonNull(failed.error()).message())
                    .contains("can't be used: file is not a database")
                    .contains("Move the file away");
            assertThat(WorkerFixture.text(worker.get("/get/whole"))).isEqualTo("1");
        }
    }

    /// SQLite can't be interrupted by the engine: it is asked on the way.
    @Test
    void aStatementWithoutEndEndsWithItsObject(@TempDir Path state) {
        try (WorkerFixture worker = WorkerFixture.start(
                runtime, RuntimeOptions.DEFAULT.storing(state).limiting(Limit.CPU, 300), CODE)) {
            InvocationResult ended = worker.get("/endless/a");

            assertThat(ended.outcome()).isNotEqualTo(EventOutcome.OK);
            assertThat(ended.timing().totalMillis()).isLessThan(25_000);
            assertThat(WorkerFixture.text(worker.get("/plain"))).isEqualTo("served");
        }
    }

    private WorkerFixture start(Path state) {
        return WorkerFixture.start(runtime, RuntimeOptions.DEFAULT.storing(state), CODE);
    }

    /// Once the worker that wrote them is closed: it lets go of the state last, after its `close` has returned.
    private static List<Path> databases(Path state) throws IOException {
        StateLock.acquire(state).close();
        try (Stream<Path> files = Files.walk(state)) {
            return files.filter(file -> file.endsWith("data.sqlite")).toList();
        }
    }
}
