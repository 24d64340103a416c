package dev.dynamicworkers.playground.app.session;

/// One header field of a request that is being written.
public record HeaderLine(String name, String value) {}
