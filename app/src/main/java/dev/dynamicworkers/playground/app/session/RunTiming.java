package dev.dynamicworkers.playground.app.session;

/// Where the time of a run went, in milliseconds.
///
/// @param prepareMillis from the key press to the delivery: reading the project, making the engine ready
/// @param startMillis making the parent's isolate, 0 when it was there already
/// @param firstByteMillis from delivery to status and headers, 0 when none came
/// @param bodyMillis from delivery to the last byte of the response, 0 when that is not known
/// @param totalMillis from delivery to the end, work of waitUntil() included
/// @param cpuMillis CPU time of the parent's invocation
public record RunTiming(
        double prepareMillis,
        double startMillis,
        double firstByteMillis,
        double bodyMillis,
        double totalMillis,
        double cpuMillis) {
    /// A run that only took time.
    public static RunTiming lasting(double totalMillis) {
        return new RunTiming(0, 0, 0, 0, totalMillis, 0);
    }
}
