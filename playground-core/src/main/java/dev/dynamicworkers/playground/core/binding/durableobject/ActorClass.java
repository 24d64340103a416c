package dev.dynamicworkers.playground.core.binding.durableobject;

import dev.dynamicworkers.playground.core.io.Payload;
import dev.dynamicworkers.playground.core.io.WorkerChannel;
import dev.dynamicworkers.playground.core.worker.ResourceLimits;
import org.jspecify.annotations.Nullable;

/// A class of a worker whose instances are Durable Objects.
///
/// @param name of the export, `default` for the default one
/// @param props for `ctx.props`, null for none
record ActorClass(
        WorkerChannel worker, String name, @Nullable Payload props, ResourceLimits limits) {}
