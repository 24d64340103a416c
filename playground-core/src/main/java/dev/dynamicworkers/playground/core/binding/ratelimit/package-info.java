/// Rate limiting bindings: counters by key, in memory. May use what `binding` may.
package dev.dynamicworkers.playground.core.binding.ratelimit;
