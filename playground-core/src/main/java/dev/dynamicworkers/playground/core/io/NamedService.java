package dev.dynamicworkers.playground.core.io;

/// A service that is reached by a name: its stubs hold nothing, and belong to nobody.
public interface NamedService extends ServiceChannel {
    @Override
    default Capability dup() {
        return this;
    }

    @Override
    default void release() {
        // Nothing is held.
    }

    @Override
    default boolean isBoundToInvocation() {
        return false;
    }
}
