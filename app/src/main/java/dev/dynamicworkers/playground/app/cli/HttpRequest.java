package dev.dynamicworkers.playground.app.cli;

import dev.dynamicworkers.playground.core.runtime.Header;
import dev.dynamicworkers.playground.core.runtime.RequestBody;
import java.util.List;

/// A request as a client sent it.
///
/// @param url absolute, made of the `Host` header
/// @param body a stream that waits for the client
record HttpRequest(String method, String url, List<Header> headers, RequestBody body) {}
