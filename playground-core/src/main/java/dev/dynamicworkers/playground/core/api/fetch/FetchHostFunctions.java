package dev.dynamicworkers.playground.core.api.fetch;

import dev.dynamicworkers.playground.core.js.HostCall;
import dev.dynamicworkers.playground.core.js.HostFunctions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The host functions behind bodies.
public final class FetchHostFunctions {
    private static final int VALUES_PER_PART = 4;

    private FetchHostFunctions() {}

    /// Adds the functions of this area.
    public static void register(HostFunctions table) {
        table.add("fetch.mimeEssence", FetchHostFunctions::essence);
        table.add("fetch.mimeParameter", FetchHostFunctions::parameter);
        table.add("fetch.multipart", FetchHostFunctions::multipart);
    }

    private static @Nullable Object essence(HostCall call) {
        MimeType type = MimeType.parse(call.string(0));
        return type == null ? null : type.essence();
    }

    private static @Nullable Object parameter(HostCall call) {
        MimeType type = MimeType.parse(call.string(0));
        return type == null ? null : type.parameters().get(call.string(1));
    }

    /// Four values a part: name, file name or null, type or null, bytes.
    private static Object multipart(HostCall call) {
        List<Multipart.Part> parts = Multipart.parse(call.bytes(0), call.string(1));
        @Nullable Object[] values = new @Nullable Object[parts.size() * VALUES_PER_PART];
        int at = 0;
        for (Multipart.Part part : parts) {
            values[at++] = part.name();
            values[at++] = part.fileName();
            values[at++] = part.type();
            values[at++] = part.content();
        }
        return values;
    }
}
