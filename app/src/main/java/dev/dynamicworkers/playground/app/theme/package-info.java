/// Themes, style sheets, fonts and icons.
///
/// May use `fx`. FX thread.
package dev.dynamicworkers.playground.app.theme;
