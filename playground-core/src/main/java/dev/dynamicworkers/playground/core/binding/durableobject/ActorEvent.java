package dev.dynamicworkers.playground.core.binding.durableobject;

import dev.dynamicworkers.playground.core.io.Body;
import dev.dynamicworkers.playground.core.io.EventCall;
import dev.dynamicworkers.playground.core.io.EventDescription;
import dev.dynamicworkers.playground.core.io.Failure;
import dev.dynamicworkers.playground.core.io.FetchCall;
import dev.dynamicworkers.playground.core.io.FetchMessage;
import dev.dynamicworkers.playground.core.io.InvocationContext;
import dev.dynamicworkers.playground.core.io.RpcCall;
import dev.dynamicworkers.playground.core.worker.SocketMessage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Something that an object is to do.
sealed interface ActorEvent {
    /// What traces tell of it.
    EventDescription describe(String entrypoint);

    /// The invocation that wants it, or null.
    @Nullable
    InvocationContext cause();

    /// Whether nobody waits for it any more.
    boolean isObsolete();

    /// Enters the object's isolate.
    ///
    /// @param actor handle of the object there
    void run(InvocationContext callee, int actor);

    /// It will not be done.
    void fail(Failure failure);

    /// A call over RPC.
    record Call(RpcCall call) implements ActorEvent {
        @Override
        public EventDescription describe(String entrypoint) {
            return EventDescription.rpc(call.method(), entrypoint);
        }

        @Override
        public InvocationContext cause() {
            return call.caller();
        }

        @Override
        public boolean isObsolete() {
            return call.isAnswered();
        }

        @Override
        public void run(InvocationContext callee, int actor) {
            callee.served().serves(call);
            call.enter(callee, "binding/durable-object-events.$call", actor);
        }

        @Override
        public void fail(Failure failure) {
            call.fail(failure);
        }
    }

    /// A request.
    record Fetch(FetchMessage message, FetchCall call) implements ActorEvent {
        @Override
        public EventDescription describe(String entrypoint) {
            return EventDescription.fetch(message, entrypoint);
        }

        @Override
        public @Nullable InvocationContext cause() {
            return call.sender();
        }

        @Override
        public boolean isObsolete() {
            return call.isUnwanted();
        }

        @Override
        public void run(InvocationContext callee, int actor) {
            Body body = callee.served().serves(call, message);
            call.deliveredTo(callee);
            callee.run(
                    "binding/durable-object-events.$fetch",
                    actor,
                    message.method(),
                    message.url(),
                    message.headers(),
                    message.body().kind(),
                    callee.holdings().importBody(body),
                    "manual",
                    message.cf());
        }

        @Override
        public void fail(Failure failure) {
            call.fail(failure);
        }
    }

    /// An alarm that is due.
    record Alarm(long millis, int retries, EventCall call) implements ActorEvent {
        @Override
        public EventDescription describe(String entrypoint) {
            return EventDescription.other("alarm", "alarm", entrypoint).telling("{\"scheduledTime\":" + millis + "}");
        }

        @Override
        public @Nullable InvocationContext cause() {
            return null;
        }

        @Override
        public boolean isObsolete() {
            return false;
        }

        @Override
        public void run(InvocationContext callee, int actor) {
            call.deliveredTo(callee);
            callee.run("binding/durable-object-events.$alarm", actor, (double) millis, retries);
        }

        @Override
        public void fail(Failure failure) {
            call.fail(failure);
        }
    }

    /// Something that arrived at a web socket of the object.
    ///
    /// @param socket handle of the socket's end in the object's isolate
    /// @param begun hears of the invocation that handles it: the next one may come
    record Socket(int socket, SocketMessage message, Consumer<InvocationContext> begun) implements ActorEvent {
        @Override
        public EventDescription describe(String entrypoint) {
            String detail = switch (message) {
                case SocketMessage.Text _, SocketMessage.Binary _ -> "\"message\"";
                case SocketMessage.Close close -> "\"close\",\"code\":" + close.code() + ",\"wasClean\":true";
                case SocketMessage.Lost _ -> "\"error\"";
            };
            return EventDescription.other("webSocket", "WebSocket " + method(), entrypoint)
                    .telling("{\"getWebSocketEvent\":{\"webSocketEventType\":" + detail + "}}");
        }

        private String method() {
            return switch (message) {
                case SocketMessage.Text _, SocketMessage.Binary _ -> "message";
                case SocketMessage.Close _ -> "close";
                case SocketMessage.Lost _ -> "error";
            };
        }

        @Override
        public @Nullable InvocationContext cause() {
            return null;
        }

        @Override
        public boolean isObsolete() {
            return false;
        }

        @Override
        public void run(InvocationContext callee, int actor) {
            String method = "binding/durable-object-events.$socket";
            switch (message) {
                case SocketMessage.Text text -> callee.run(method, actor, socket, "text", text.text(), null);
                case SocketMessage.Binary binary ->
                    callee.run(
                            method,
                            actor,
                            socket,
                            "bytes",
                            callee.worker().isolate().toGuest(binary.bytes()),
                            null);
                case SocketMessage.Close close ->
                    callee.run(method, actor, socket, "close", close.code(), close.reason());
                case SocketMessage.Lost lost -> callee.run(method, actor, socket, "lost", lost.reason(), null);
            }
            begun.accept(callee);
        }

        @Override
        public void fail(Failure failure) {
            // The object has ended, and its sockets with it.
        }
    }
}
