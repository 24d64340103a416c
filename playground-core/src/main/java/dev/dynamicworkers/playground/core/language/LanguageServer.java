package dev.dynamicworkers.playground.core.language;

import dev.dynamicworkers.playground.core.util.AllowedTo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;
import org.jspecify.annotations.Nullable;

/// Answers messages in one JavaScript context, one after the other. A thread of its own reads them, so that what the
/// person waits for comes before what runs by the way, and of the latter only the newest. That thread itself answers
/// what needs no JavaScript.
@AllowedTo(value = AllowedTo.Rule.START_THREADS, reason = "reads while the language service computes")
final class LanguageServer {
    private static final String SERVICE = "service.js";

    /// What runs by the way: findings in files that the person just works on.
    private static final String BACKGROUND = "{\"method\":\"findings\"";

    private static final String SUPERSEDED = "{\"result\":null,\"superseded\":true}";

    private final Pipe pipe;
    private final Runnable gone;
    private final Stripping stripping = new Stripping();
    private final Deque<Pipe.Message> asked = new ArrayDeque<>();
    private Pipe.@Nullable Message background;
    private boolean ended;

    /// @param gone called once nobody asks any more, on the thread that reads: an answer that is under way may take
    ///     long yet
    LanguageServer(Pipe pipe, Runnable gone) {
        this.pipe = pipe;
        this.gone = gone;
    }

    /// Serves until the input ends.
    void serve() throws IOException {
        Thread.ofPlatform().daemon().name("language-input").start(this::listen);
        try (Engine engine = Engine.newBuilder("js")
                        .option("engine.WarnInterpreterOnly", "false")
                        .build();
                Context context = Context.newBuilder("js").engine(engine).build()) {
            Value service = context.eval(source())
                    .execute(ProxyObject.fromMap(Map.of(
                            "read", (ProxyExecutable) arguments -> read(arguments[0].asString()),
                            "reply",
                                    (ProxyExecutable)
                                            arguments -> reply(arguments[0].asLong(), arguments[1].asString()))));
            for (Pipe.Message message = next(); message != null; message = next()) {
                service.executeVoid(message.id(), message.json());
                Runtime machine = Runtime.getRuntime();
                pipe.write(Pipe.STATUS, String.valueOf(machine.totalMemory() - machine.freeMemory()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    private static Source source() throws IOException {
        String code = resource(SERVICE);
        if (code == null) {
            throw new IOException(SERVICE + " is missing");
        }
        return Source.newBuilder("js", code, "language:service").buildLiteral();
    }

    private static @Nullable String read(String name) {
        try {
            return name.startsWith("META-INF/") ? resource("/" + name) : resource(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String resource(String name) throws IOException {
        try (InputStream stream = LanguageServer.class.getResourceAsStream(name)) {
            return stream == null ? null : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private @Nullable Object reply(long id, String json) {
        try {
            pipe.write(id, json);
            return null;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Reads until the input ends.
    void listen() {
        try {
            for (Pipe.Message message = pipe.read(); message != null; message = pipe.read()) {
                take(message);
            }
        } catch (IOException broken) {
            System.getLogger(LanguageServer.class.getName()).log(System.Logger.Level.DEBUG, "pipe broken", broken);
        } finally {
            end();
            gone.run();
        }
    }

    private void take(Pipe.Message message) throws IOException {
        if (message.json().startsWith(Stripping.QUESTION)) {
            pipe.write(message.id(), stripping.answer(message.json()));
            return;
        }
        Pipe.Message older = null;
        synchronized (this) {
            if (message.json().startsWith(BACKGROUND)) {
                older = background;
                background = message;
            } else {
                asked.add(message);
            }
            notifyAll();
        }
        if (older != null) {
            pipe.write(older.id(), SUPERSEDED);
        }
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    private synchronized Pipe.@Nullable Message next() throws InterruptedException {
        while (asked.isEmpty() && background == null && !ended) {
            wait();
        }
        if (ended) {
            return null;
        }
        Pipe.Message first = asked.poll();
        if (first != null) {
            return first;
        }
        Pipe.Message last = background;
        background = null;
        return last;
    }
}
