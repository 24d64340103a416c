package dev.dynamicworkers.playground.core.api.cache;

import java.time.Instant;

/// A response as it is kept.
///
/// @param headers names and values in turn, as a JSON array
/// @param body never changed after it was stored
/// @param expires from this moment on it counts as absent
public record CachedResponse(int status, String statusText, String headers, byte[] body, Instant expires) {}
