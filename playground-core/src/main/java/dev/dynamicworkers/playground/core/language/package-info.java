/// What editors ask about code, answered by TypeScript's language service and by Prettier in a process of their own.
///
/// May use `process` (how a child is started), `transpile` and `util`. No guest code is evaluated there, only read.
package dev.dynamicworkers.playground.core.language;
