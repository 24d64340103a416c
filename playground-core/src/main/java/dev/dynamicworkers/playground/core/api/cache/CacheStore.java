package dev.dynamicworkers.playground.core.api.cache;

import java.util.Optional;

/// Where the caches of one project are kept.
public interface CacheStore extends AutoCloseable {
    /// The response stored for a URL, unless it has expired.
    Optional<CachedResponse> find(String cache, String url);

    /// Stores a response, in the place of an earlier one.
    void put(String cache, String url, CachedResponse response);

    /// Removes a response.
    ///
    /// @return whether there was one that had not expired
    boolean delete(String cache, String url);

    /// Lets go of what it holds open.
    @Override
    default void close() {
        // Nothing, unless it has a file.
    }
}
