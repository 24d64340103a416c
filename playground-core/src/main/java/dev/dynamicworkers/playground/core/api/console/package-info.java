/// Host side of the console: what JavaScript can't see of its own values. May use `js`. Runs on the isolate thread.
package dev.dynamicworkers.playground.core.api.console;
