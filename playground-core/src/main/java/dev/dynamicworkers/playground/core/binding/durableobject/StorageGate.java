package dev.dynamicworkers.playground.core.binding.durableobject;

import dev.dynamicworkers.playground.core.binding.BindingCall;
import dev.dynamicworkers.playground.core.io.InvocationContext;
import dev.dynamicworkers.playground.core.isolate.GuestThrow;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Where calls of `ctx.storage` come by, which may refuse them. They work at once, within the turn that makes them.
/// Used on the event loop's thread.
@FunctionalInterface
public interface StorageGate {
    /// Lets a call of an object's storage pass.
    ///
    /// @param className class of the object
    /// @param method as rules and people write it, such as `storage.put`
    /// @param arguments for people
    /// @throws GuestThrow when it may not
    void pass(
            InvocationContext caller,
            String className,
            String method,
            BindingCall.Effect effect,
            Supplier<List<@Nullable Object>> arguments);
}
