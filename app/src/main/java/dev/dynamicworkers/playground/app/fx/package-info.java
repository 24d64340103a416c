/// Controls without domain, and the one way to the FX application thread.
///
/// Uses nothing of the application. FX thread, unless a method says otherwise.
package dev.dynamicworkers.playground.app.fx;
