/// The calls that left isolates, with what was decided about them.
///
/// May use `session`, `command`, `code`, `theme`, `fx` and the public packages of core; never another panel. FX thread.
package dev.dynamicworkers.playground.app.panel.calls;
