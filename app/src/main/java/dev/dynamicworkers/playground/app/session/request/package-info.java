/// Requests in the words of other tools: curl, fetch(), raw HTTP, HAR.
///
/// Knows neither JavaFX nor the engine's threads. Any thread.
package dev.dynamicworkers.playground.app.session.request;
