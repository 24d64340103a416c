package dev.dynamicworkers.playground.core.binding.r2;

import dev.dynamicworkers.playground.core.storage.R2Store;
import java.util.function.Supplier;

/// One property of `env` that is an R2 bucket.
///
/// @param binding name of the property
/// @param bucket its name in the store
/// @param store where it is, asked for on the thread of the stores
public record R2Bucket(String binding, String bucket, Supplier<R2Store> store) {}
