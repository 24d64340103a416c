package dev.dynamicworkers.playground.app.session.explain;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where more is to be read about the cause of an error.
///
/// @param page of our own guide, as `limits.md`; empty for none
/// @param section of the page, as its heading's words in small letters joined by `-`; empty for its beginning
/// @param platform page of Cloudflare's documentation; null for none
public record Reading(String page, String section, @Nullable URI platform) {
    private static final String WORKERS = "https://developers.cloudflare.com/workers/";
    private static final String DYNAMIC = "https://developers.cloudflare.com/dynamic-workers/";

    private static final Reading GRANTS = of("overlay.md", "grants", WORKERS + "runtime-apis/bindings/");
    private static final Reading RPC = of("overlay.md", "what-calls-what", WORKERS + "runtime-apis/rpc/");
    private static final Reading EGRESS = of("network.md", "in-the-file", DYNAMIC + "usage/egress-control/");
    private static final Reading ADDRESSES = of("network.md", "special-addresses", "");
    private static final Reading LIMITS = of("limits.md", "what-happens-at-the-limit", WORKERS + "platform/limits/");
    private static final Reading LOADER = of("dynamic-workers.md", "", DYNAMIC + "api-reference/");
    private static final Reading ERRORS = of("", "", WORKERS + "observability/errors/");
    private static final Reading PLATFORM = of("web-platform.md", "", WORKERS + "runtime-apis/web-standards/");
    private static final Reading NODE = of("node.md", "", WORKERS + "runtime-apis/nodejs/");
    private static final Reading FETCH = of("web-platform.md", "", WORKERS + "runtime-apis/fetch/");
    private static final Reading STREAMS = of("web-platform.md", "", WORKERS + "runtime-apis/streams/");

    /// By the id of an explanation. What is plain JavaScript has none.
    private static final Map<String, Reading> BY_EXPLANATION = Map.ofEntries(
            Map.entry("grant-missing", GRANTS),
            Map.entry("grant-method", RPC),
            Map.entry("grant-not-callable", GRANTS),
            Map.entry("overlay-refused", of("overlay.md", "when-something-is-refused", "")),
            Map.entry("rpc-no-method", of("", "", WORKERS + "runtime-apis/rpc/visibility/")),
            Map.entry("env-name-unknown", of("", "", WORKERS + "runtime-apis/bindings/")),
            Map.entry("process-missing", NODE),
            Map.entry("require-missing", NODE),
            Map.entry("browser-global", PLATFORM),
            Map.entry("network-none", of("network.md", "globaloutbound", DYNAMIC + "usage/egress-control/")),
            Map.entry("network-blocked", EGRESS),
            Map.entry("network-rule", EGRESS),
            Map.entry("private-address", ADDRESSES),
            Map.entry("connection-failed", FETCH),
            Map.entry("invalid-url", FETCH),
            Map.entry("subrequests", LIMITS),
            Map.entry("cpu", LIMITS),
            Map.entry("memory", LIMITS),
            Map.entry("wall", LIMITS),
            Map.entry("hung", ERRORS),
            Map.entry("log-size", of("limits.md", "fixed", "")),
            Map.entry("no-main-module", LOADER),
            Map.entry("no-such-module", LOADER),
            Map.entry("top-level-await", LOADER),
            Map.entry("start-failed", LOADER),
            Map.entry("compatibility-date", of("", "", WORKERS + "configuration/compatibility-dates/")),
            Map.entry("callback-failed", LOADER),
            Map.entry("two-codes", of("dynamic-workers.md", "one-id-one-code", DYNAMIC + "api-reference/")),
            Map.entry("entrypoint-missing", of("", "", WORKERS + "runtime-apis/rpc/")),
            Map.entry("no-handler", of("bindings.md", "", WORKERS + "runtime-apis/handlers/")),
            Map.entry("isolate-gone", LOADER),
            Map.entry("clone", of("", "", WORKERS + "runtime-apis/rpc/")),
            Map.entry("stub-disposed", of("", "", WORKERS + "runtime-apis/rpc/lifecycle/")),
            Map.entry("execution-context", of("", "", WORKERS + "runtime-apis/rpc/lifecycle/")),
            Map.entry("cross-request", ERRORS),
            Map.entry("illegal-invocation", ERRORS),
            Map.entry("body-used", FETCH),
            Map.entry("stream-locked", STREAMS),
            Map.entry("no-response", of("", "", WORKERS + "runtime-apis/handlers/fetch/")),
            Map.entry("immutable-headers", FETCH),
            Map.entry("eval", LOADER));

    private static Reading of(String page, String section, String platform) {
        return new Reading(page, section, platform.isEmpty() ? null : URI.create(platform));
    }

    /// What is to be read about an explanation; empty for none.
    ///
    /// @param explanation its id
    public static Optional<Reading> about(String explanation) {
        return Optional.ofNullable(BY_EXPLANATION.get(explanation));
    }
}
