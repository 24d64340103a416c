package dev.dynamicworkers.playground.core.worker;

/// Identity of one isolate, unique within one engine process and never used again.
///
/// @param number counts from 1 in order of creation
public record IsolateId(long number) implements Comparable<IsolateId> {
    @Override
    public int compareTo(IsolateId other) {
        return Long.compare(number, other.number);
    }

    /// The number in decimal.
    @Override
    public String toString() {
        return Long.toString(number);
    }
}
