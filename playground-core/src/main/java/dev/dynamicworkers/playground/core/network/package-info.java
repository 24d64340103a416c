/// Connections to the network: addresses that are looked up once and checked, HTTP/1.1 and web sockets over them.
/// Knows nothing of workers. May use `project`, `worker` and `util`. Blocks; runs on virtual threads.
package dev.dynamicworkers.playground.core.network;
