package dev.dynamicworkers.playground.core.worker;

/// Nobody is there to answer a [Question].
public final class UnansweredException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UnansweredException() {
        super("nobody is there to be asked");
    }
}
