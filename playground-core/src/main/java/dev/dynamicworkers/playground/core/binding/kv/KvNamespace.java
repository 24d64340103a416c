package dev.dynamicworkers.playground.core.binding.kv;

/// One property of `env` that is a KV namespace.
///
/// @param binding name of the property
/// @param id of the namespace in the store
public record KvNamespace(String binding, String id) {}
