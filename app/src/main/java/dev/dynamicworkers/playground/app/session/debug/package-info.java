/// The debugger as the window sees it: what is to stand still, and what does. May use the session's points and the
/// engine's values. FX thread.
package dev.dynamicworkers.playground.app.session.debug;
