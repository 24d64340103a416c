/// Searching and replacing in all files of the project.
///
/// May use `session`, `command`, `code`, `settings`, `task`, `theme`, `fx` and the public packages of core; never
/// another panel. FX thread.
package dev.dynamicworkers.playground.app.panel.search;
