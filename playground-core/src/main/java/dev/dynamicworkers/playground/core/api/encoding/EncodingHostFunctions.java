package dev.dynamicworkers.playground.core.api.encoding;

import dev.dynamicworkers.playground.core.js.HostFunctions;

/// The host functions behind text encodings and base64.
public final class EncodingHostFunctions {
    private EncodingHostFunctions() {}

    /// Adds the functions of this area.
    public static void register(HostFunctions table) {
        table.add("encoding.utf8", call -> Utf8.encode(call.string(0)));
        table.add("encoding.utf8Length", call -> Utf8.length(call.string(0)));
        table.add("encoding.text", call -> Utf8.decode(call.bytes(0)));
        table.add("encoding.btoa", call -> Base64Text.btoa(call.string(0)));
        table.add("encoding.atob", call -> Base64Text.atob(call.string(0)));
        table.add("encoding.base64Bytes", call -> Base64Text.decodeForgiving(call.string(0)));
        table.add("encoding.label", call -> EncodingLabels.name(call.string(0)));
        table.add("encoding.decode", TextDecoding::decode);
        table.add("encoding.legacy", call -> LegacyEncoder.encode(call.string(0), call.string(1)));
    }
}
