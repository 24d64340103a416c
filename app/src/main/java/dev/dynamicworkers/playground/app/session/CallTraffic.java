package dev.dynamicworkers.playground.app.session;

import java.util.List;

/// How much crossed with some calls.
///
/// @param sentBytes with calls, as far as it is measured
/// @param receivedBytes with answers, as far as it is measured
/// @param unmeasured of how many calls something is not measured
public record CallTraffic(int calls, long sentBytes, long receivedBytes, int unmeasured) {
    /// The sum of some calls.
    public static CallTraffic of(List<CallEntry> entries) {
        long sent = 0;
        long received = 0;
        int unmeasured = 0;
        for (CallEntry entry : entries) {
            Long with = entry.call().sentBytes();
            Long back = entry.call().receivedBytes();
            sent += with == null ? 0 : with;
            received += back == null ? 0 : back;
            // A call that failed brought nothing back.
            unmeasured += with == null || (back == null && entry.call().error() == null) ? 1 : 0;
        }
        return new CallTraffic(entries.size(), sent, received, unmeasured);
    }

    /// It in a sentence for people; empty where there was no call.
    public String sentence() {
        if (calls == 0) {
            return "";
        }
        String rest = unmeasured == 0
                ? "."
                : unmeasured == calls
                        ? "; not measured."
                        : "; " + unmeasured + (unmeasured == 1 ? " of them is" : " of them are")
                                + " not measured as a whole.";
        return unmeasured == calls && sentBytes == 0 && receivedBytes == 0
                ? Amounts.count(calls, "call") + " in the last run" + rest
                : Amounts.count(calls, "call") + " in the last run sent " + Amounts.bytes(sentBytes)
                        + " and received " + Amounts.bytes(receivedBytes)
                        + (unmeasured == calls ? "; none is measured as a whole." : rest);
    }
}
