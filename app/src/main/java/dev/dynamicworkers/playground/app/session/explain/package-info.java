/// What went wrong, in words for people, and what can be done about it. All of it is local.
///
/// Knows neither JavaFX nor the engine. Any thread.
package dev.dynamicworkers.playground.app.session.explain;
