package dev.dynamicworkers.playground.core.binding.durableobject;

import dev.dynamicworkers.playground.core.eventloop.EventLoop;
import dev.dynamicworkers.playground.core.io.Failure;
import dev.dynamicworkers.playground.core.io.InvocationContext;
import dev.dynamicworkers.playground.core.io.SocketEnd;
import dev.dynamicworkers.playground.core.worker.SocketMessage;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Web sockets that an object accepted with `ctx.acceptWebSocket()`: what arrives at them becomes an event of the
/// object, or is answered here when it is the text that the object told. Runs on the event loop's thread.
final class ActorSockets {
    private final Actor actor;
    private final Map<Integer, Long> answeredAt = new HashMap<>();
    private @Nullable String request;
    private String response = "";
    private long limitMillis;

    ActorSockets(Actor actor) {
        this.actor = actor;
    }

    /// From here on messages of an end are events.
    ///
    /// @param socket handle of the end in the object's isolate
    void accept(int socket, SocketEnd end) {
        end.receive(message -> actor.loop().post(() -> arrived(socket, end, message)));
    }

    private void arrived(int socket, SocketEnd end, SocketMessage message) {
        if (actor.isBroken()) {
            return;
        }
        if (message instanceof SocketMessage.Text text && text.text().equals(request)) {
            answeredAt.put(socket, actor.loop().currentTimeMillis());
            end.send(new SocketMessage.Text(response));
            accept(socket, end);
            return;
        }
        boolean isLast = message instanceof SocketMessage.Close || message instanceof SocketMessage.Lost;
        actor.deliver(new ActorEvent.Socket(socket, message, invocation -> {
            limit(invocation);
            if (!isLast) {
                accept(socket, end);
            }
        }));
    }

    private void limit(InvocationContext invocation) {
        if (limitMillis == 0 || invocation.isEnded()) {
            return;
        }
        String text = "The event of a WebSocket took longer than " + limitMillis + " ms, its timeout.";
        EventLoop.Timer timer = actor.loop()
                .schedule(
                        limitMillis * 1_000_000,
                        () -> invocation.abort(Failure.of("Error", text, Failure.Remoteness.LOCAL)));
        invocation.onEnd(timer::cancel);
    }

    /// How long an event may take from now on, in milliseconds; 0 for no limit.
    void limitEvents(long millis) {
        limitMillis = millis;
    }

    /// The object needs a socket no more.
    void drop(int socket) {
        answeredAt.remove(socket);
    }

    /// A text that gets an answer without an event, null for none.
    void answer(@Nullable String request, @Nullable String response) {
        this.request = request;
        this.response = response == null ? "" : response;
    }

    /// When a socket got such an answer last, in milliseconds since 1970, or null.
    @Nullable
    Long answeredAt(int socket) {
        return answeredAt.get(socket);
    }
}
