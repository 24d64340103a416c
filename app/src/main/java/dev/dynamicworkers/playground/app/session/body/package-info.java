/// Bodies made readable: JSON as a tree and by path, streams as events, HTML as text, bytes as figures.
///
/// Knows neither JavaFX nor the engine. Any thread.
package dev.dynamicworkers.playground.app.session.body;
