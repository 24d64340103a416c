/// Host side of the Node.js modules. May use `js`. Runs on the isolate thread.
package dev.dynamicworkers.playground.core.api.node;
