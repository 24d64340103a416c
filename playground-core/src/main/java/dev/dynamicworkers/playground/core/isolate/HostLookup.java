package dev.dynamicworkers.playground.core.isolate;

import org.graalvm.polyglot.proxy.ProxyExecutable;

/// Finds the host function of a name for one isolate.
@FunctionalInterface
public interface HostLookup {
    /// @throws IllegalArgumentException when there is no such function
    ProxyExecutable find(Isolate isolate, String name);
}
