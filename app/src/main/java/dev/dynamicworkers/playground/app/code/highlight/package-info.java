/// Hand-written lexers that work line by line.
///
/// Uses nothing of the application. Immutable, safe on any thread.
package dev.dynamicworkers.playground.app.code.highlight;
