/// Host-side stores without a JavaScript engine in sight: databases of Durable Objects and the times of their alarms.
/// May use `worker`, `util`. Each store is used by one thread at a time, that of the project's event loop.
package dev.dynamicworkers.playground.core.storage;
