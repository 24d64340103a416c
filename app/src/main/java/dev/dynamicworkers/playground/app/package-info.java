/// Start of the application and wiring by constructors.
///
/// May use every package of the application. The main thread, then the FX thread.
package dev.dynamicworkers.playground.app;
