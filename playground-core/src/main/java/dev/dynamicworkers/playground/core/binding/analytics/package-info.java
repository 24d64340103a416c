/// Analytics Engine datasets: data points, checked as the platform does and kept for inspection. May use what `binding`
/// may.
package dev.dynamicworkers.playground.core.binding.analytics;
