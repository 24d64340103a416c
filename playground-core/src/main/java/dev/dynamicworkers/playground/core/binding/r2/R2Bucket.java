package dev.dynamicworkers.playground.core.binding.r2;

/// One property of `env` that is an R2 bucket.
///
/// @param binding name of the property
/// @param bucket its name in the store
public record R2Bucket(String binding, String bucket) {}
