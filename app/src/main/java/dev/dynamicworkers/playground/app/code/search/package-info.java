/// Finding and replacing in text: what a person asks for, and the bar that asks.
///
/// May use `fx` and `theme`. Queries are safe on any thread, the bar belongs to the FX thread.
package dev.dynamicworkers.playground.app.code.search;
