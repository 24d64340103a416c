/// The Wrangler project on disk: its configuration, modules and saved requests.
///
/// May use `json`, `worker`, `util`. Reading blocks; the values are immutable and safe on any thread.
package dev.dynamicworkers.playground.core.project;
