/// TypeScript to JavaScript with source positions. May use `isolate`, `worker`, `util`. Any thread.
package dev.dynamicworkers.playground.core.transpile;
