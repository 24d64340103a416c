/// The code editor and its lexers, for every panel that shows text.
///
/// May use `fx` and `theme`. FX thread.
package dev.dynamicworkers.playground.app.code;
