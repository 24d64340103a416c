/// The debugger's panel: where code stands still, what it has at hand, and the way to go on. FX thread.
package dev.dynamicworkers.playground.app.panel.debug;
