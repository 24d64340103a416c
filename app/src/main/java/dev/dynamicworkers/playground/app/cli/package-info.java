/// The command line: `run`, `serve`, `test` and `check` without a window.
/// May use the exported packages of the core; never loads a JavaFX class. Commands run on the calling thread.
package dev.dynamicworkers.playground.app.cli;
