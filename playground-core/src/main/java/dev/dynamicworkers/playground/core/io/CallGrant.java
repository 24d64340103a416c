package dev.dynamicworkers.playground.core.io;

import org.jspecify.annotations.Nullable;

/// By whose leave a call goes: a key of `env` that a person may take away while the call is under way.
/// Runs on the event loop's thread.
public interface CallGrant {
    /// Why calls of a method don't go any more, or null while they do.
    ///
    /// @param method dotted path
    @Nullable
    Failure refusal(String method);

    /// The leave for what comes with the result of a call.
    ///
    /// @param method dotted path
    CallGrant ofResult(String method);

    /// A capability that came with a result, usable as long as the leave lasts.
    Capability cover(Capability capability);

    /// Both have to give leave.
    default CallGrant and(CallGrant other) {
        CallGrant first = this;
        return new CallGrant() {
            @Override
            public @Nullable Failure refusal(String method) {
                Failure refusal = first.refusal(method);
                return refusal == null ? other.refusal(method) : refusal;
            }

            @Override
            public CallGrant ofResult(String method) {
                return first.ofResult(method).and(other.ofResult(method));
            }

            @Override
            public Capability cover(Capability capability) {
                return other.cover(first.cover(capability));
            }
        };
    }
}
