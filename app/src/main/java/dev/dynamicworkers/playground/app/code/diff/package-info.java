/// What differs between two versions of a text, and how it is shown.
///
/// May use `fx` and `theme`. Differences are computed on any thread, the view belongs to the FX thread.
package dev.dynamicworkers.playground.app.code.diff;
