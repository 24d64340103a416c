/// The queue of turns and its timers; knows no JavaScript engine. May use `util`.
///
/// Turns run one at a time on the loop's own thread; posting is safe on any thread.
package dev.dynamicworkers.playground.core.eventloop;
