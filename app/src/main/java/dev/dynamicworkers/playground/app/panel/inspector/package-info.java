/// What workers are given: grants, limits and network rules of `.playground/playground.json`.
///
/// May use `session`, `command`, `code`, `task`, `theme`, `fx` and the public packages of core; never another panel. FX
/// thread.
package dev.dynamicworkers.playground.app.panel.inspector;
