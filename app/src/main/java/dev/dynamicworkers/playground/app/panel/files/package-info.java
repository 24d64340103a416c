/// The tree of the project's files.
///
/// May use `session`, `command`, `code`, `theme`, `fx` and the public packages of core; never another panel. FX thread.
package dev.dynamicworkers.playground.app.panel.files;
