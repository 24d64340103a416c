package dev.dynamicworkers.playground.core.project.share;

/// What can't be shared or taken, in one sentence that says what, where and what to do.
public final class SharingException extends Exception {
    private static final long serialVersionUID = 1;

    /// @param sentence for the person
    public SharingException(String sentence) {
        super(sentence);
    }

    /// @param sentence for the person
    public SharingException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /// The sentence.
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
