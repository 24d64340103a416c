package dev.dynamicworkers.playground.core.binding.kv;

import dev.dynamicworkers.playground.core.storage.KvStore;
import java.util.function.Supplier;

/// One property of `env` that is a KV namespace.
///
/// @param binding name of the property
/// @param id of the namespace in the store
/// @param store where it is, asked for on the thread of the stores
public record KvNamespace(String binding, String id, Supplier<KvStore> store) {}
