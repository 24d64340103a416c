/// The host side of streams: compression. The streams themselves are runtime sources.
///
/// May use `js`, `isolate`, `util` and what those use. Runs on the isolate thread.
@NullMarked
package dev.dynamicworkers.playground.core.api.streams;

import org.jspecify.annotations.NullMarked;
