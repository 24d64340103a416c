/// JSON with comments and trailing commas, each value with its place in the text.
///
/// May use `util`. Any thread.
package dev.dynamicworkers.playground.core.json;
