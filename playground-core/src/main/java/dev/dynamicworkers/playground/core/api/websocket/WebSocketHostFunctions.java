package dev.dynamicworkers.playground.core.api.websocket;

import dev.dynamicworkers.playground.core.io.IoHostFunctions;
import dev.dynamicworkers.playground.core.io.SocketEnd;
import dev.dynamicworkers.playground.core.io.WorkerInstance;
import dev.dynamicworkers.playground.core.isolate.GuestThrow;
import dev.dynamicworkers.playground.core.isolate.Isolate;
import dev.dynamicworkers.playground.core.js.HostCall;
import dev.dynamicworkers.playground.core.js.HostFunctions;
import dev.dynamicworkers.playground.core.worker.SocketMessage;

/// The host functions named `websocket.*`. Ends are named by handles. Runs on the isolate thread.
public final class WebSocketHostFunctions {
    /// Largest message, as on the platform.
    private static final int MOST = 32 << 20;

    private WebSocketHostFunctions() {}

    /// Adds the functions to the table of all isolates.
    public static void register(HostFunctions table) {
        table.add("websocket.pair", call -> {
            WorkerInstance.of(call.isolate()).checkSockets(SocketEnd.class, 2);
            SocketEnd.Pair pair = SocketEnd.pair();
            var handles = call.isolate().handles();
            return new Object[] {handles.put(pair.first()), handles.put(pair.second())};
        });
        // A handle that came with a message ends with the invocation; this one is let go of by its WebSocket.
        table.add("websocket.own", call -> call.isolate().handles().put(end(call)));
        // From here on the invocation keeps the end: its peer learns of the invocation's end even if the isolate is
        // lost.
        table.add("websocket.accept", call -> {
            IoHostFunctions.current(call).holdsSocket(end(call));
            return null;
        });
        table.add("websocket.sendText", call -> {
            String text = call.string(1);
            checkSize(text.length());
            end(call).send(new SocketMessage.Text(text));
            return null;
        });
        table.add("websocket.sendBytes", call -> {
            byte[] bytes = call.bytes(1);
            checkSize(bytes.length);
            end(call).send(new SocketMessage.Binary(bytes));
            return null;
        });
        table.add("websocket.buffered", call -> (double) end(call).bufferedSize());
        table.add("websocket.close", call -> {
            end(call).send(new SocketMessage.Close(call.integer(1), call.string(2)));
            return null;
        });
        table.add("websocket.abandon", call -> {
            if (call.isolate().handles().remove(call.integer(0)) instanceof SocketEnd end) {
                end.abandon();
            }
            return null;
        });
        table.add("websocket.receive", call -> {
            Isolate isolate = call.isolate();
            int operation = call.integer(1);
            end(call).receive(message -> isolate.completeOp(operation, forGuest(message)));
            return null;
        });
    }

    private static void checkSize(int size) {
        if (size > MOST) {
            throw GuestThrow.error("A WebSocket message can have 32 MiB; this one has " + size + " bytes.");
        }
    }

    private static SocketEnd end(HostCall call) {
        return call.handle(0, SocketEnd.class);
    }

    /// A message as an array: its kind and its content.
    private static Object[] forGuest(SocketMessage message) {
        return switch (message) {
            case SocketMessage.Text text -> new Object[] {"text", text.text()};
            case SocketMessage.Binary binary -> new Object[] {"bytes", binary.bytes()};
            case SocketMessage.Close close -> new Object[] {"close", close.code(), close.reason()};
            case SocketMessage.Lost lost -> new Object[] {"lost", lost.reason()};
        };
    }
}
