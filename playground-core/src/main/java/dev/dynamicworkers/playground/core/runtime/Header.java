package dev.dynamicworkers.playground.core.runtime;

/// One HTTP header field.
public record Header(String name, String value) {}
