package dev.dynamicworkers.playground.core.binding;

import dev.dynamicworkers.playground.core.isolate.GuestThrow;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/// Where all calls of bindings come by, which may let them pass, refuse them, or answer in their place.
public interface BindingGate {
    /// Lets everything pass.
    static BindingGate open() {
        return (call, carriedOut) -> carriedOut.get();
    }

    /// Answers a call. Runs on the event loop's thread, in the turn of the call.
    ///
    /// @param carriedOut carries the call out when it is asked, at most once, on any thread
    /// @return the answer; a [GuestThrow] for an error that guest code gets
    CompletionStage<BindingAnswer> pass(BindingCall call, Supplier<CompletionStage<BindingAnswer>> carriedOut);
}
