/// What isolates did in one run, along its time.
///
/// May use `session`, `command`, `code`, `theme`, `fx` and the public packages of core; never another panel. FX thread.
package dev.dynamicworkers.playground.app.panel.timeline;
