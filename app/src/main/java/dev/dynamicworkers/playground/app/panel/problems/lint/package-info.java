/// Rules for code in sandboxes: what will be refused or gives away more than it looks like.
///
/// May use `session` and `code`. Safe on any thread.
package dev.dynamicworkers.playground.app.panel.problems.lint;
