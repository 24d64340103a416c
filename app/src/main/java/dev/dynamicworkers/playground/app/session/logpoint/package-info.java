/// Logpoints: what a run logs besides what its code logs.
///
/// Uses nothing of the window; values are immutable, [dev.dynamicworkers.playground.app.session.logpoint.Logpoints]
/// belongs to the FX thread.
package dev.dynamicworkers.playground.app.session.logpoint;
