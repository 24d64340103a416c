package dev.dynamicworkers.playground.core.io;

/// What a stub in an isolate refers to. The stub's holder counts one hold; the last one to let go ends it.
public interface Capability extends Held {
    /// Sends a call on its way; the answer comes through the call.
    void call(RpcCall call);

    /// One hold more.
    Capability dup();

    /// One hold less.
    @Override
    void release();

    /// Whether it belongs to the invocation that got it, which lets go of it at its end. Stubs of entrypoints belong
    /// to nobody.
    boolean isBoundToInvocation();

    /// Whether it is an object of an invocation, which holds it this many times itself, and nobody else does.
    default boolean isKeptBy(InvocationContext invocation, int holds) {
        return false;
    }
}
