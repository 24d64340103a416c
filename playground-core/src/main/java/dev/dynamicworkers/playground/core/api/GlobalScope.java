package dev.dynamicworkers.playground.core.api;

import dev.dynamicworkers.playground.core.js.HostFunctions;

/// The host side of every API of the global scope, one line each.
public final class GlobalScope {
    private GlobalScope() {}

    /// Adds the host functions of all APIs.
    public static void register(HostFunctions table) {
    }
}
