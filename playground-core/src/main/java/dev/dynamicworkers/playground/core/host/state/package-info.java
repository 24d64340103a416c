/// The state of a project for people: who holds it, and answers to questions about its stores. Used by the thread that
/// uses the stores. May use what `host` may.
package dev.dynamicworkers.playground.core.host.state;
