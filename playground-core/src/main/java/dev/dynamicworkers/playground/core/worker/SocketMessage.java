package dev.dynamicworkers.playground.core.worker;

/// What one end of a web socket sends to the other.
public sealed interface SocketMessage {
    /// The status that stands for a closing handshake without one.
    int NO_STATUS = 1005;

    /// How much it counts against what may wait, in bytes or UTF-16 units.
    default long size() {
        return 0;
    }

    /// A text message.
    ///
    /// @param text the whole message
    record Text(String text) implements SocketMessage {
        @Override
        public long size() {
            return text.length();
        }
    }

    /// A binary message; nobody changes the bytes after they were sent.
    ///
    /// @param bytes the whole message
    record Binary(byte[] bytes) implements SocketMessage {
        @Override
        public long size() {
            return bytes.length;
        }
    }

    /// The closing handshake.
    ///
    /// @param code [#NO_STATUS] when the sender gave none
    record Close(int code, String reason) implements SocketMessage {}

    /// The other end is gone without a word.
    ///
    /// @param reason for people
    record Lost(String reason) implements SocketMessage {}
}
