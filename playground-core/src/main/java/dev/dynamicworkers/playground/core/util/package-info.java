/// Leaf helpers that know nothing of workers.
///
/// May use no other package. Any thread.
package dev.dynamicworkers.playground.core.util;
