/// The settings: pages of rows, keys, and the same as JSON.
///
/// May use `session`, `command`, `code`, `settings`, `theme`, `fx` and the public packages of core; never another panel.
/// FX thread.
package dev.dynamicworkers.playground.app.panel.settings;
