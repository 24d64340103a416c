package dev.dynamicworkers.playground.core.state;

/// Kinds of stores that can be looked into.
public enum StoreKind {
    KV("kv"),
    D1("d1"),
    R2("r2"),
    DURABLE_OBJECT("do"),
    ANALYTICS("analytics"),
    /// Named by the queue, not by a binding: a worker that only gets messages has none.
    QUEUE("queue");

    private final String word;

    StoreKind(String word) {
        this.word = word;
    }

    /// The word on the command line.
    public String word() {
        return word;
    }
}
