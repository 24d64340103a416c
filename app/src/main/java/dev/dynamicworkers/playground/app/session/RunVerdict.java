package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.core.worker.EventOutcome;

/// How a run ended, in the words of the window.
public enum RunVerdict {
    OK("ok", "ok"),
    EXCEPTION("EXCEPTION", "killed"),
    /// The code called more than it may, and did not catch the exception that it got for it.
    EXCEPTION_SUBREQUESTS("EXCEPTION subrequests", "killed"),
    KILLED_CPU("KILLED cpu", "killed"),
    KILLED_MEMORY("KILLED memory", "killed"),
    KILLED_TIME("KILLED time", "killed"),
    STOPPED("STOPPED", "warning"),
    TRUNCATED("TRUNCATED", "warning"),
    BROKEN_STREAM("BROKEN stream", "killed"),
    REFUSED("NOT RUN", "warning"),
    ENGINE_LOST("ENGINE LOST", "killed"),
    NO_ENGINE("NO ENGINE", "killed"),
    FAILED("FAILED", "killed");

    private final String word;
    private final String tone;

    RunVerdict(String word, String tone) {
        this.word = word;
        this.tone = tone;
    }

    /// As the status bar shows it.
    public String word() {
        return word;
    }

    /// Style class of its colour.
    public String tone() {
        return tone;
    }

    static RunVerdict of(EventOutcome outcome) {
        return switch (outcome) {
            case OK -> OK;
            case EXCEPTION -> EXCEPTION;
            case EXCEEDED_CPU -> KILLED_CPU;
            case EXCEEDED_MEMORY -> KILLED_MEMORY;
            case EXCEEDED_WALL_TIME -> KILLED_TIME;
            case CANCELED, ABORTED -> STOPPED;
            case RESPONSE_STREAM_DISCONNECTED -> BROKEN_STREAM;
            case SCRIPT_NOT_FOUND, INTERNAL_ERROR, UNKNOWN -> FAILED;
        };
    }
}
