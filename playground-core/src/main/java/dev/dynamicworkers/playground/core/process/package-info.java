/// The engine in a child process behind the same façade: start it, watch it, restart it, carry its messages.
package dev.dynamicworkers.playground.core.process;
