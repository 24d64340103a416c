/// URLs to the WHATWG standards: parser, setters, host names with IDNA, and the host functions behind `URL`,
/// `URLSearchParams` and `URLPattern`.
///
/// May use `js`, `isolate`, `util` and what those use. Pure functions; any thread.
@NullMarked
package dev.dynamicworkers.playground.core.api.url;

import org.jspecify.annotations.NullMarked;
