/// Queues: what the sending end in `env` asks of the host, checked and carried out on the store. May use what `binding`
/// may.
package dev.dynamicworkers.playground.core.binding.queue;
