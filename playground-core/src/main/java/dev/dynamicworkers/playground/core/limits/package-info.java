/// Limits and their measures: who watches CPU time, who measures memory. May use `worker`, `trace`, `util`.
package dev.dynamicworkers.playground.core.limits;
