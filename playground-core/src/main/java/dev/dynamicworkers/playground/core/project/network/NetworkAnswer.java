package dev.dynamicworkers.playground.core.project.network;

import java.util.Arrays;
import java.util.List;

/// A response that a rule gives in place of the network's.
///
/// @param headers names and values, in order
/// @param delayMillis how long it takes
@SuppressWarnings("ArrayRecordComponent") // compared by content, and nobody changes it
public record NetworkAnswer(int status, List<AddedHeader> headers, byte[] body, int delayMillis) {
    public NetworkAnswer {
        headers = List.copyOf(headers);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NetworkAnswer that
                && status == that.status
                && delayMillis == that.delayMillis
                && headers.equals(that.headers)
                && Arrays.equals(body, that.body);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(body) * 31 + status;
    }

    @Override
    public String toString() {
        return "NetworkAnswer[" + status + ", " + headers + ", " + Arrays.hashCode(body) + ", " + delayMillis + "]";
    }
}
