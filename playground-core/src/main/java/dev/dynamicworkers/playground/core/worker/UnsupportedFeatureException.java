package dev.dynamicworkers.playground.core.worker;

/// Something of the platform that the playground does not have.
public final class UnsupportedFeatureException extends PlaygroundException {
    private static final long serialVersionUID = 1;

    private final String feature;

    /// @param feature the platform's name for it
    /// @param advice what to do instead, in one sentence
    public UnsupportedFeatureException(String feature, String advice) {
        super(feature + " is not supported. " + advice, null);
        this.feature = feature;
    }

    /// The platform's name for what is missing.
    public String feature() {
        return feature;
    }
}
