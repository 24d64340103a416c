package dev.dynamicworkers.playground.app.cli;

import dev.dynamicworkers.playground.core.runtime.ResponseListener;

/// Answers the requests that [HttpFront] takes.
@FunctionalInterface
interface HttpService {
    /// Starts to answer. Called on a thread of its own, which may block.
    ///
    /// @param response takes the answer; its methods throw [java.io.UncheckedIOException] once the client is gone
    /// @return what to run when the client goes away before the end
    Runnable answer(HttpRequest request, ResponseListener response);
}
