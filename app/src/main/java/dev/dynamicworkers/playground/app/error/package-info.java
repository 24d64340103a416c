/// The one way of failures that nobody expected: to the log and to a bar in the window.
///
/// May use `fx`. Safe on any thread.
package dev.dynamicworkers.playground.app.error;
