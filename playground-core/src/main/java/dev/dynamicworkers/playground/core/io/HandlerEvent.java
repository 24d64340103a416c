package dev.dynamicworkers.playground.core.io;

/// An event for a handler other than `fetch`, on its way to an entrypoint.
///
/// @param kind name of the handler: `scheduled`, `queue`, `email`, `tail`, `test`, or `rpc` for a call
/// @param summary one line for people
/// @param detail what tail workers are told of it, as JSON
/// @param argument what the handler's argument is made of (runtime source `io/handlers`)
public record HandlerEvent(String kind, String summary, String detail, Payload argument) {}
