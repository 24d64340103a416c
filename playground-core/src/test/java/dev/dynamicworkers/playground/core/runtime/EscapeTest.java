package dev.dynamicworkers.playground.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.trace.TailEvent;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import dev.dynamicworkers.playground.core.worker.Limit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.junit.jupiter.api.Test;

/// Everything that guest code can reach from its globals, its env, its context, its modules and the errors that it can
/// cause is an object of its own realm: nothing of the host is among it, and no text names a class of the host.
final class EscapeTest {
    /// So much is reached from the globals alone.
    private static final int LEAST_REACHED = 3000;

    /// So many different texts are met on the way.
    private static final int LEAST_TEXTS = 1000;

    /// Names of classes of the host.
    private static final Pattern HOST_TEXT = Pattern.compile(
            "\\b(?:java|javax|jdk|sun|com\\.oracle|org\\.graalvm|org\\.xerial|dev\\.dynamicworkers)\\.[a-z]");

    private static final String WORKER = """
        import { WorkerEntrypoint, DurableObject, RpcTarget } from 'cloudflare:workers';
        import * as workers from 'cloudflare:workers';
        import * as sockets from 'cloudflare:sockets';
        import * as buffer from 'node:buffer';
        import * as util from 'node:util';
        import * as hooks from 'node:async_hooks';
        import * as zlib from 'node:zlib';
        import * as nodeCrypto from 'node:crypto';
        import * as events from 'node:events';
        %s
        const modules = { workers, sockets, buffer, util, hooks, zlib, nodeCrypto, events };
        export class Api extends WorkerEntrypoint {
          echo(value) { return value; }
          target() { return new class extends RpcTarget { go() {} }; }
        }
        export class Room extends DurableObject { hello() { return this.ctx.storage; } }
        export default {
          async fetch(request, env, ctx) {
            if (!new URL(request.url).pathname.startsWith('/child')) return search(request, env, ctx, modules);
            const source = await request.text();
            const child = env.LOADER.load({
              compatibilityDate: '2026-01-01', compatibilityFlags: ['nodejs_compat', 'experimental'], allowExperimental: true,
              mainModule: 'program.js', modules: { 'program.js': source }, env: { API: ctx.exports.Api({ props: { a: 1 } }), DATA: { a: new Map([[1, 2]]) } },
            });
            return child.getEntrypoint().fetch('http://child/');
          },
        };
        """;

    private final List<String> found = Collections.synchronizedList(new ArrayList<>());
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final List<Long> textsMet = Collections.synchronizedList(new ArrayList<>());

    @Test
    void nothingOfTheHostIsReached() throws IOException {
        String program = WORKER.formatted(Files.readString(Path.of("src", "test", "resources", "escape", "reach.js")));
        try (LocalRuntime runtime = LocalRuntime.start();
                WorkerFixture worker = WorkerFixture.start(runtime, options(), program, this::hear)) {
            for (String path : List.of("/", "/child")) {
                InvocationResult result = worker.send(new Invocation.Fetch(
                        "POST",
                        "http://fixture" + path,
                        List.of(new Header("a", "b")),
                        new RequestBody.Bytes(program.getBytes(StandardCharsets.UTF_8)),
                        null));
                assertThat(result.outcome()).as(String.valueOf(result.error())).isEqualTo(EventOutcome.OK);
            }
        }

        assertThat(told).hasSize(2).allSatisfy(text -> {
            assertThat(Integer.parseInt(text.substring("REACHED ".length()))).isGreaterThan(LEAST_REACHED);
        });
        // Counted in the guest's turn and judged here: what a listener throws there ends with the turn.
        assertThat(textsMet).hasSize(2).allSatisfy(count -> assertThat(count).isGreaterThan(LEAST_TEXTS));
        assertThat(found).isEmpty();
    }

    private static RuntimeOptions options() {
        return RuntimeOptions.DEFAULT.limiting(Limit.CPU, 120_000).limiting(Limit.MEMORY, 512);
    }

    /// Called within the guest's own turn, so that its context is the current one.
    private void hear(TailEvent event) {
        if (!(event instanceof TailEvent.LogLine line) || !line.text().startsWith("REACHED ")) {
            return;
        }
        told.add(line.text());
        Context context = Context.getCurrent();
        Value reached = context.getBindings("js").getMember("reachedList");
        for (long i = 0; i < reached.getArraySize(); i++) {
            Value value = reached.getArrayElement(i);
            if (isOfTheHost(value)) {
                found.add(value.toString());
            }
        }
        findHostTexts(context.getBindings("js").getMember("reachedTexts"));
        ProxyExecutable ours = arguments -> null;
        assertThat(isOfTheHost(context.asValue(ours))).isTrue();
        assertThat(isOfTheHost(context.asValue(new Object()))).isTrue();
    }

    private void findHostTexts(Value texts) {
        textsMet.add(texts.getArraySize());
        for (long i = 0; i < texts.getArraySize(); i++) {
            Value entry = texts.getArrayElement(i);
            String text = entry.getArrayElement(0).asString();
            if (HOST_TEXT.matcher(text).find()) {
                found.add(entry.getArrayElement(1) + ": " + text);
            }
        }
    }

    private static boolean isOfTheHost(Value value) {
        return value.isHostObject() || value.isProxyObject() || value.isNativePointer();
    }
}
