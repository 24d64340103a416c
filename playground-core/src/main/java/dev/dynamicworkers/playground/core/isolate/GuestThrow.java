package dev.dynamicworkers.playground.core.isolate;

/// An error that host code wants guest code to see as an error of its own realm.
public final class GuestThrow extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String kind;

    private GuestThrow(String kind, String message) {
        super(message, null, false, false);
        this.kind = kind;
    }

    /// Class of a standard error, or the name of a DOMException.
    public String kind() {
        return kind;
    }

    /// The text, never null.
    public String text() {
        String message = getMessage();
        return message == null ? "" : message;
    }

    public static GuestThrow error(String message) {
        return new GuestThrow("Error", message);
    }

    public static GuestThrow typeError(String message) {
        return new GuestThrow("TypeError", message);
    }

    public static GuestThrow rangeError(String message) {
        return new GuestThrow("RangeError", message);
    }

    public static GuestThrow syntaxError(String message) {
        return new GuestThrow("SyntaxError", message);
    }

    /// @param name of the DOMException, for example `DataCloneError`
    public static GuestThrow domException(String name, String message) {
        return new GuestThrow(name, message);
    }
}
