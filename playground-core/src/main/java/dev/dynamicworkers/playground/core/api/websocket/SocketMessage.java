package dev.dynamicworkers.playground.core.api.websocket;

/// What one end of a web socket sends to the other.
public sealed interface SocketMessage {
    /// A text message.
    record Text(String text) implements SocketMessage {}

    /// A binary message; nobody changes the bytes after they were sent.
    record Binary(byte[] bytes) implements SocketMessage {}

    /// The closing handshake.
    ///
    /// @param code 1005 when the sender gave none
    record Close(int code, String reason) implements SocketMessage {}

    /// The other end is gone without a word.
    record Lost(String reason) implements SocketMessage {}
}
