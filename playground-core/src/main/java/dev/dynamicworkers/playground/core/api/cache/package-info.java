/// The Cache API: stored responses by cache name and URL, in memory or in a SQLite file. May use `js`, `isolate`.
/// Stores are safe on any
/// thread and may block.
package dev.dynamicworkers.playground.core.api.cache;
