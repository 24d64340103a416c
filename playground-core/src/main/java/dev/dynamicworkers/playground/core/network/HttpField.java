package dev.dynamicworkers.playground.core.network;

/// One field of a message's head.
public record HttpField(String name, String value) {}
