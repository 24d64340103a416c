package dev.dynamicworkers.playground.core.js;

import org.jspecify.annotations.Nullable;

/// A function of the host that runtime sources call. Runs on the isolate thread and must not block.
@FunctionalInterface
public interface HostFunction {
    /// Does the work.
    ///
    /// @return null, Boolean, Integer, Long, Double, String, byte[] (guest code sees a Uint8Array), Object[] of these (an
    /// array), or a guest value
    /// @throws dev.dynamicworkers.playground.core.isolate.GuestThrow to throw an error of the guest's realm
    @Nullable Object call(HostCall call);
}
