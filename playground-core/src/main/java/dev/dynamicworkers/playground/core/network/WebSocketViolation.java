package dev.dynamicworkers.playground.core.network;

import java.io.IOException;

/// A server broke the protocol of web sockets.
final class WebSocketViolation extends IOException {
    static final int PROTOCOL_ERROR = 1002;
    static final int NOT_UTF8 = 1007;
    static final int TOO_BIG = 1009;

    private static final long serialVersionUID = 1;

    private final int code;

    /// @param code that the server is told
    /// @param what the server sent
    WebSocketViolation(int code, String what) {
        super("the server sent " + what);
        this.code = code;
    }

    int code() {
        return code;
    }
}
