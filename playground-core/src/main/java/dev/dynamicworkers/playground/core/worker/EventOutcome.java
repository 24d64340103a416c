package dev.dynamicworkers.playground.core.worker;

/// How one invocation ended, in the words of workerd's tail events (`outcome.capnp`).
public enum EventOutcome {
    OK("ok"),
    EXCEPTION("exception"),
    EXCEEDED_CPU("exceededCpu"),
    EXCEEDED_MEMORY("exceededMemory"),
    EXCEEDED_WALL_TIME("exceededWallTime"),
    CANCELED("canceled"),
    ABORTED("aborted"),
    RESPONSE_STREAM_DISCONNECTED("responseStreamDisconnected"),
    SCRIPT_NOT_FOUND("scriptNotFound"),
    INTERNAL_ERROR("internalError"),
    UNKNOWN("unknown");

    private final String word;

    EventOutcome(String word) {
        this.word = word;
    }

    /// The spelling that tail events and JSON reports use.
    public String word() {
        return word;
    }
}
