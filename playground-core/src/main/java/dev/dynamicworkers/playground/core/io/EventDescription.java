package dev.dynamicworkers.playground.core.io;

import org.jspecify.annotations.Nullable;

/// What an invocation was asked to do, for traces.
///
/// @param kind `fetch`, `rpc`, `scheduled`, `tail`, `test`, ...
/// @param summary one line for people
/// @param entrypoint null for the default one
/// @param fetch the request of a fetch event, without its body, or null
/// @param method of an RPC event, or null
/// @param detail what tail workers are told of any other event, as JSON, or null
/// @param durableObjectId id of the Durable Object that gets the event, or null
public record EventDescription(
        String kind,
        String summary,
        @Nullable String entrypoint,
        @Nullable FetchMessage fetch,
        @Nullable String method,
        @Nullable String detail,
        @Nullable String durableObjectId) {
    /// A request.
    public static EventDescription fetch(FetchMessage message, String entrypoint) {
        FetchMessage head = new FetchMessage(
                message.method(), message.url(), message.headers(), Body.NONE, message.redirect(), message.cf());
        return new EventDescription(
                "fetch", message.method() + " " + message.url(), nameOrNull(entrypoint), head, null, null, null);
    }

    /// A call.
    public static EventDescription rpc(String method, String entrypoint) {
        return new EventDescription("rpc", method, nameOrNull(entrypoint), null, method, null, null);
    }

    /// Any other event.
    public static EventDescription other(String kind, String summary, String entrypoint) {
        return new EventDescription(kind, summary, nameOrNull(entrypoint), null, null, null, null);
    }

    /// An event for a handler other than fetch.
    public static EventDescription of(HandlerEvent event, String entrypoint) {
        return new EventDescription(
                event.kind(), event.summary(), nameOrNull(entrypoint), null, null, event.detail(), null);
    }

    /// The same event with what tail workers are told of it.
    public EventDescription telling(String json) {
        return new EventDescription(kind, summary, entrypoint, fetch, method, json, durableObjectId);
    }

    /// The same event for a Durable Object.
    public EventDescription in(String object) {
        return new EventDescription(kind, summary, entrypoint, fetch, method, detail, object);
    }

    private static @Nullable String nameOrNull(String entrypoint) {
        return entrypoint.equals("default") ? null : entrypoint;
    }
}
