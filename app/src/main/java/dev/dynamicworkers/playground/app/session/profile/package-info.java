/// The profiler as the window sees it: which run is sampled, and what was found. May use the engine's values. FX
/// thread.
package dev.dynamicworkers.playground.app.session.profile;
