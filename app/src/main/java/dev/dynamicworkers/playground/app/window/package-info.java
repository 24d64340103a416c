/// The main window: menus, layout, palette, status bar. Places panels and knows none of their insides.
///
/// May use the panels, `session`, `command`, `code`, `task`, `theme`, `settings` and `error`. FX thread.
package dev.dynamicworkers.playground.app.window;
