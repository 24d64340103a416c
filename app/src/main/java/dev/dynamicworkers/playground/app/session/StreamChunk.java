package dev.dynamicworkers.playground.app.session;

/// One piece of a response's body as it came.
///
/// @param millis since the request was delivered
/// @param offset of its first byte in the body
/// @param length in bytes
public record StreamChunk(double millis, long offset, int length) {}
