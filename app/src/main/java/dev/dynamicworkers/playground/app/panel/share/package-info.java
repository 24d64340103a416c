/// Giving the project away, and taking one from others.
///
/// May use `session`, `task`, `fx` and `theme`. FX thread.
package dev.dynamicworkers.playground.app.panel.share;
