/// The host side of fetch: MIME types and multipart bodies. Request, Response and Headers themselves are
/// runtime sources.
///
/// May use `js`, `isolate`, `util` and what those use. Pure functions; any thread.
@NullMarked
package dev.dynamicworkers.playground.core.api.fetch;

import org.jspecify.annotations.NullMarked;
