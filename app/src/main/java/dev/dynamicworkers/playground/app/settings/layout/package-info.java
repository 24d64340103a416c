/// Which panel of the window stands where, as values without a toolkit. Uses nothing of the application; safe on any
/// thread.
package dev.dynamicworkers.playground.app.settings.layout;
