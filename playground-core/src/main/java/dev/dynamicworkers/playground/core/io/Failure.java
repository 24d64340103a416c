package dev.dynamicworkers.playground.core.io;

import dev.dynamicworkers.playground.core.worker.EventOutcome;
import dev.dynamicworkers.playground.core.worker.GuestError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An error on its way from the isolate that threw it.
///
/// @param encoded as runtime source `rpc/errors` writes it, for isolates that get it
/// @param remote whether they mark it as `remote`
/// @param error for people
/// @param ending how an event ends that this keeps from being delivered; null for an exception
public record Failure(
        String encoded,
        boolean remote,
        GuestError error,
        @Nullable EventOutcome ending) {
    public Failure(String encoded, boolean remote, GuestError error) {
        this(encoded, remote, error, null);
    }

    /// A failure of the runtime itself.
    ///
    /// @param kind class of the error, such as `Error`
    public static Failure of(String kind, String message, Remoteness remoteness) {
        String encoded = "{\"class\":" + Json.quote(kind) + ",\"message\":" + Json.quote(message) + "}";
        return new Failure(encoded, remoteness == Remoteness.REMOTE, new GuestError(kind, message, null, List.of()));
    }

    /// A failure that guest code caused.
    public static Failure of(
            String encoded, String name, String message, @Nullable String stack, PositionMapper positions) {
        return new Failure(encoded, /* remote= */ true, StackTraces.error(name, message, stack, positions));
    }

    /// A failure of the runtime itself, with what a person can do about it.
    public static Failure hinted(String kind, String message, String hint) {
        String encoded = "{\"class\":" + Json.quote(kind) + ",\"message\":" + Json.quote(message) + ",\"hint\":"
                + Json.quote(hint) + "}";
        return new Failure(encoded, /* remote= */ false, new GuestError(kind, message, null, List.of(), hint));
    }

    /// The isolate was ended.
    ///
    /// @param message why
    /// @param frames where its code was, innermost first; empty where that is not known
    public static Failure ended(String message, List<GuestError.Frame> frames, PositionMapper positions) {
        Failure failure = of("Error", message, Remoteness.LOCAL);
        return new Failure(
                failure.encoded, failure.remote, StackTraces.error("Error", message, frames, positions), null);
    }

    /// Somebody ended what was under way.
    public static Failure canceled() {
        return of("Error", "The invocation was canceled.", Remoteness.LOCAL).ending(EventOutcome.CANCELED);
    }

    /// Name and message for people.
    String sentence() {
        return error.message().isEmpty() ? error.name() : error.name() + ": " + error.message();
    }

    /// The same failure with a hint for people.
    Failure hinting(@Nullable String hint) {
        return hint == null ? this : new Failure(encoded, remote, error.hinting(hint), ending);
    }

    /// The same failure with what its error comes from.
    public Failure causedBy(GuestError.Causes causes) {
        return new Failure(encoded, remote, error.causedBy(causes), ending);
    }

    /// The same failure, of which one knows how the event ends.
    public Failure ending(EventOutcome outcome) {
        return new Failure(encoded, remote, error, outcome);
    }

    /// The same failure for a receiver that does not mark it.
    public Failure local() {
        return new Failure(encoded, /* remote= */ false, error, ending);
    }

    /// Whether an error comes from the other side of the boundary.
    public enum Remoteness {
        LOCAL,
        REMOTE
    }
}
