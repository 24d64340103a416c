/// The Worker Loader binding: what runtime source `binding/loader` asks the host for. Runs on the event loop's thread.
package dev.dynamicworkers.playground.core.binding.loader;
