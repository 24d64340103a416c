package dev.dynamicworkers.playground.core.worker;

/// Identity of one delivery of an event to an entrypoint, unique within one running project.
///
/// @param number counts from 1 in order of delivery
public record InvocationId(long number) implements Comparable<InvocationId> {
    @Override
    public int compareTo(InvocationId other) {
        return Long.compare(number, other.number);
    }

    /// The number in decimal.
    @Override
    public String toString() {
        return Long.toString(number);
    }
}
