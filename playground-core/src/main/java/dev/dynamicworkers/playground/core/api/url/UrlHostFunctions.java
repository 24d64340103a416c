package dev.dynamicworkers.playground.core.api.url;

import dev.dynamicworkers.playground.core.js.HostCall;
import dev.dynamicworkers.playground.core.js.HostFunctions;
import org.jspecify.annotations.Nullable;

/// The host functions behind `URL` and `URLSearchParams`. A URL travels as [UrlText#packed()].
public final class UrlHostFunctions {
    private UrlHostFunctions() {}

    /// Adds the functions of this area.
    public static void register(HostFunctions table) {
        table.add("url.parse", UrlHostFunctions::parse);
        table.add("url.set", UrlHostFunctions::set);
        table.add("url.origin", call -> known(call.string(0)).origin());
        table.add("url.formDecode", call -> PercentDecoding.text(call.string(0).replace('+', ' ')));
        table.add(
                "url.formEncode",
                call -> PercentEncodeSet.FORM.encode(call.string(0)).replace("%20", "+"));
        table.add("url.canonical", call -> Canonical.of(call.string(0), call.string(1), call.stringOrNull(2)));
        table.add("url.percentDecode", call -> PercentDecoding.bytes(call.string(0)));
    }

    private static @Nullable Object parse(HostCall call) {
        UrlRecord base = null;
        if (!call.isNullish(1)) {
            base = UrlParser.parse(call.string(1), null);
            if (base == null) {
                return null;
            }
        }
        UrlRecord url = UrlParser.parse(call.string(0), base);
        return url == null ? null : UrlText.of(url).packed();
    }

    private static Object set(HostCall call) {
        UrlRecord url = UrlSetters.set(known(call.string(0)), call.string(1), call.string(2));
        return UrlText.of(url).packed();
    }

    /// Parses what [#parse(HostCall)] gave out before.
    private static UrlRecord known(String href) {
        UrlRecord url = UrlParser.parse(href, null);
        if (url == null) {
            throw new IllegalArgumentException("not a serialised URL");
        }
        return url;
    }
}
