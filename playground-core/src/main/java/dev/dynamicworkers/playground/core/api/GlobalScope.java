package dev.dynamicworkers.playground.core.api;

import dev.dynamicworkers.playground.core.api.console.ConsoleHostFunctions;
import dev.dynamicworkers.playground.core.api.crypto.CryptoHostFunctions;
import dev.dynamicworkers.playground.core.api.encoding.EncodingHostFunctions;
import dev.dynamicworkers.playground.core.api.fetch.FetchHostFunctions;
import dev.dynamicworkers.playground.core.api.node.NodeHostFunctions;
import dev.dynamicworkers.playground.core.api.streams.StreamsHostFunctions;
import dev.dynamicworkers.playground.core.api.url.UrlHostFunctions;
import dev.dynamicworkers.playground.core.api.websocket.WebSocketHostFunctions;
import dev.dynamicworkers.playground.core.js.HostFunctions;
import dev.dynamicworkers.playground.core.worker.Compatibility;

/// The host side of every API of the global scope, one line each.
public final class GlobalScope {
    private GlobalScope() {}

    /// Adds the host functions of all APIs.
    public static void register(HostFunctions table) {
        table.add("global.compatibilityFlags", call -> String.join(" ", Compatibility.names()));
        ConsoleHostFunctions.register(table);
        CryptoHostFunctions.register(table);
        EncodingHostFunctions.register(table);
        FetchHostFunctions.register(table);
        NodeHostFunctions.register(table);
        StreamsHostFunctions.register(table);
        UrlHostFunctions.register(table);
        WebSocketHostFunctions.register(table);
    }
}
