/// Web sockets between isolates and to the network: two ends of a pipe of messages. May use `js`, `isolate`. Safe on
/// any thread.
package dev.dynamicworkers.playground.core.api.websocket;
