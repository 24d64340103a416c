/// Text encodings to the WHATWG Encoding standard and base64: the host functions behind `TextEncoder`, `TextDecoder`,
/// `atob` and `btoa`.
///
/// May use `js`, `isolate`, `util` and what those use. Pure functions; any thread.
@NullMarked
package dev.dynamicworkers.playground.core.api.encoding;

import org.jspecify.annotations.NullMarked;
