package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.eventloop.ManualEventLoop;
import dev.dynamicworkers.playground.core.io.Body;
import dev.dynamicworkers.playground.core.io.Failure;
import dev.dynamicworkers.playground.core.io.FetchCall;
import dev.dynamicworkers.playground.core.io.FetchMessage;
import dev.dynamicworkers.playground.core.io.InvocationContext;
import dev.dynamicworkers.playground.core.isolate.SharedEngine;
import dev.dynamicworkers.playground.core.project.Overlay;
import dev.dynamicworkers.playground.core.project.network.NetworkRules;
import dev.dynamicworkers.playground.core.runtime.WorkerFixture;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import dev.dynamicworkers.playground.core.worker.Limits;
import dev.dynamicworkers.playground.core.worker.Retention;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A project whose turns and whose time a test controls. What happens is told as lines, in order.
final class ManualProject implements AutoCloseable {
    private final ManualEventLoop loop = new ManualEventLoop();
    private final ProjectHost host;
    private final List<String> lines = new ArrayList<>();

    ManualProject(SharedEngine engine, String code) {
        host = new ProjectHost(
                new HostSettings(
                        engine,
                        WorkerFixture.project(code),
                        null,
                        Limits.DEFAULT,
                        NetworkRules.BLOCKED,
                        this::trace,
                        (invocation, outcome) -> {},
                        HostSettings.Additions.NONE,
                        Retention.DEFAULT,
                        Overlay.NONE,
                        /* recordsCalls= */ false,
                        () -> {}),
                loop);
    }

    private void trace(TailEvent event) {
        if (event instanceof TailEvent.LogLine line) {
            lines.add(line.text());
        }
    }

    /// Sends a request; its answer becomes a line that begins with its path.
    void send(String path) {
        send(path, "");
    }

    /// Sends a request that asks for a web socket.
    void sendUpgrade(String path) {
        send(path, "upgrade\nwebsocket");
    }

    /// @param headers names and values, a line each
    private void send(String path, String headers) {
        FetchMessage message = new FetchMessage("GET", "http://manual" + path, headers, Body.NONE, "manual", null);
        host.parentEntrypoint("default").fetch(message, new Answered(path));
    }

    private final class Answered implements FetchCall {
        private final String path;

        Answered(String path) {
            this.path = path;
        }

        @Override
        public @Nullable InvocationContext sender() {
            return null;
        }

        @Override
        public void deliveredTo(InvocationContext callee) {
            callee.onEnd(() -> lines.add(path + " over"));
        }

        @Override
        public void respond(Answer answer) {
            lines.add(path + " -> " + (answer.body() instanceof Body.Text(String text) ? text : answer.body()));
        }

        @Override
        public void fail(Failure failure) {
            lines.add(path + " failed: " + failure.error().message());
        }
    }

    /// Runs what can run without time passing.
    void settle() {
        loop.runTurns();
    }

    void advance(Duration time) {
        loop.advance(time);
    }

    void advanceMillis(long millis) {
        loop.advance(Duration.ofMillis(millis));
    }

    /// What has happened since it was asked last.
    List<String> lines() {
        List<String> taken = List.copyOf(lines);
        lines.clear();
        return taken;
    }

    /// Starts the worker, so that what follows is not its start.
    ManualProject warm() {
        send("/warm");
        settle();
        lines.clear();
        return this;
    }

    @Override
    public void close() {
        host.close();
        loop.runTurns();
    }
}
