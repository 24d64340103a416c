/// What a person can do, as data: title, keys, whether it can run.
///
/// May use `fx` and `task`. FX thread.
package dev.dynamicworkers.playground.app.command;
