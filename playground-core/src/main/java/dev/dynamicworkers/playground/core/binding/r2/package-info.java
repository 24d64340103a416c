/// R2 buckets: what their methods ask of the host, checked and carried out on the store. May use what `binding` may.
package dev.dynamicworkers.playground.core.binding.r2;
