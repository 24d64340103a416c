package dev.dynamicworkers.playground.core.binding.durableobject;

import dev.dynamicworkers.playground.core.io.ServiceChannel;
import java.util.function.UnaryOperator;

/// A namespace as a worker has it.
///
/// @param leave makes of the way to an object what the worker's stubs of it get
public record BoundNamespace(ObjectNamespace namespace, UnaryOperator<ServiceChannel> leave) {}
