/// The profiler's panel: the functions and lines that took the time of a run, and who called them. FX thread.
package dev.dynamicworkers.playground.app.panel.profile;
