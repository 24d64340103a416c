/// What a person chose, kept as JSON between starts.
///
/// Uses nothing of the application. Values are safe on any thread; the store blocks.
package dev.dynamicworkers.playground.app.settings;
