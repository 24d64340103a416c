/// The guide, read inside the window.
///
/// May use `session`, `task`, `fx` and `theme`. FX thread.
package dev.dynamicworkers.playground.app.panel.guide;
