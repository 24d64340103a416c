package dev.dynamicworkers.playground.core.io;

import org.jspecify.annotations.Nullable;

/// A request on its way.
///
/// @param headers names and values in turn, separated by line feeds; empty for none
/// @param redirect `follow` or `manual`
/// @param cf the `cf` object as JSON, or null
public record FetchMessage(
        String method,
        String url,
        String headers,
        Body body,
        String redirect,
        @Nullable String cf) {}
