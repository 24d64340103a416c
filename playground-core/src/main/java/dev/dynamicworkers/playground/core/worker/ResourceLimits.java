package dev.dynamicworkers.playground.core.worker;

/// Limits of one invocation, as given in worker code or for an entrypoint.
///
/// @param cpuMillis CPU time in milliseconds, -1 for none
/// @param subrequests how many requests it may send, -1 for no limit
public record ResourceLimits(long cpuMillis, long subrequests) {
    public static final ResourceLimits NONE = new ResourceLimits(-1, -1);

    /// The lower of both, limit by limit.
    public ResourceLimits and(ResourceLimits other) {
        return new ResourceLimits(lower(cpuMillis, other.cpuMillis), lower(subrequests, other.subrequests));
    }

    private static long lower(long a, long b) {
        return a < 0 ? b : b < 0 ? a : Math.min(a, b);
    }
}
