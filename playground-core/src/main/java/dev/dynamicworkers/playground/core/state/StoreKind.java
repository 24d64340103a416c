package dev.dynamicworkers.playground.core.state;

/// Kinds of stores that can be looked into.
public enum StoreKind {
    KV("kv"),
    D1("d1"),
    R2("r2"),
    DURABLE_OBJECT("do"),
    ANALYTICS("analytics");

    private final String word;

    StoreKind(String word) {
        this.word = word;
    }

    /// The word on the command line.
    public String word() {
        return word;
    }
}
