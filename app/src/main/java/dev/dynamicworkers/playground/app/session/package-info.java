/// The open project as observable state: files, runs, log, isolates. The one bridge from the engine's threads to FX.
///
/// May use `fx`, `task`, `error`, `settings` and the public packages of core. FX thread, unless a type says otherwise.
package dev.dynamicworkers.playground.app.session;
