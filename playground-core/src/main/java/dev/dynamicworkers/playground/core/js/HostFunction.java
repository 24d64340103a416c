package dev.dynamicworkers.playground.core.js;

import org.jspecify.annotations.Nullable;

/// A function of the host that runtime sources call. Runs on the isolate thread and must not block.
@FunctionalInterface
public interface HostFunction {
    /// Does the work. What it returns may be null, a Boolean, Integer, Long, Double or String, a guest value, bytes
    /// (guest
    /// code sees a Uint8Array), or an object array of these (guest code sees an array).
    ///
    /// @throws dev.dynamicworkers.playground.core.isolate.GuestThrow to throw an error of the guest's realm
    @Nullable
    Object call(HostCall call);
}
