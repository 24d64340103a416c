package dev.dynamicworkers.playground.core.worker;

/// A limit ended or refused something.
public final class LimitExceededException extends PlaygroundException {
    private static final long serialVersionUID = 1;

    private final String limit;
    private final long used;
    private final long allowed;

    /// @param limit name of the limit with its unit, such as "CPU time in ms"
    public LimitExceededException(String limit, long used, long allowed) {
        super("The limit for " + limit + " is " + allowed + "; used were " + used + ".", null);
        this.limit = limit;
        this.used = used;
        this.allowed = allowed;
    }

    /// Name of the limit with its unit.
    public String limit() {
        return limit;
    }

    /// How much was used, in the limit's unit.
    public long used() {
        return used;
    }

    /// How much may be used, in the limit's unit.
    public long allowed() {
        return allowed;
    }
}
