package dev.dynamicworkers.playground.core.process;

import dev.dynamicworkers.playground.core.worker.SocketMessage;

/// Messages of web sockets as frames. Safe on any thread.
final class SocketFrame {
    /// What a message counts beside its bytes, so that empty ones are bounded too.
    private static final int OVERHEAD = 64;

    private SocketFrame() {}

    /// The frame of a message.
    static Frame of(long id, SocketMessage message) {
        return switch (message) {
            case SocketMessage.Text(String text) -> Frame.ofText(FrameKind.SOCKET_TEXT, id, text);
            case SocketMessage.Binary(byte[] bytes) -> new Frame(FrameKind.SOCKET_BINARY, id, bytes);
            case SocketMessage.Close(int code, String reason) ->
                new Frame(FrameKind.SOCKET_CLOSE, id, Wire.writeAll(code, reason));
            case SocketMessage.Lost(String reason) -> Frame.ofText(FrameKind.SOCKET_LOST, id, reason);
        };
    }

    /// The message of a frame.
    ///
    /// @throws WireViolation where it has none
    static SocketMessage message(Frame frame) {
        return switch (frame.kind()) {
            case SOCKET_TEXT -> new SocketMessage.Text(frame.text());
            case SOCKET_BINARY -> new SocketMessage.Binary(frame.payload());
            case SOCKET_CLOSE -> {
                var parts = Wire.readAll(frame.payload());
                yield Shapes.close(
                        new SocketMessage.Close(Wire.part(parts, 0, Integer.class), Wire.part(parts, 1, String.class)));
            }
            case SOCKET_LOST -> new SocketMessage.Lost(frame.text());
            default -> throw new WireViolation("a message " + frame.kind() + " out of order");
        };
    }

    /// Whether nothing can follow a message.
    static boolean isLast(SocketMessage message) {
        return message instanceof SocketMessage.Close || message instanceof SocketMessage.Lost;
    }

    /// How much of the credit a frame takes.
    static int cost(Frame frame) {
        return frame.payload().length + OVERHEAD;
    }
}
