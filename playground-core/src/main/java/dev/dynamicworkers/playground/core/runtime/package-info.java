/// The one façade of the engine: start a project, deliver events, watch, measure, stop.
/// Its own calls are safe on any thread and do not block unless they say so.
package dev.dynamicworkers.playground.core.runtime;
