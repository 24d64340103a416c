package dev.dynamicworkers.playground.core.host.overlay;

import dev.dynamicworkers.playground.core.io.CallTrace;
import dev.dynamicworkers.playground.core.io.InvocationContext;
import dev.dynamicworkers.playground.core.project.WorkerGrants;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A call that is about to go through a key of `env`.
///
/// @param access of the worker whose `env` gave the way, which need not be the caller's
/// @param method name or dotted path
/// @param caller null for a call from outside
/// @param arguments as text for people, when somebody asks
/// @param trace the record that is kept of it, or null
record GuardedCall(
        WorkerAccess access,
        String binding,
        String method,
        WorkerGrants.Effect effect,
        @Nullable InvocationContext caller,
        Supplier<String> arguments,
        @Nullable CallTrace trace) {}
