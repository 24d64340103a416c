package dev.dynamicworkers.playground.core.worker;

import java.time.Instant;

/// Something that a person is asked while guest code waits.
///
/// @param number unique in one running project
/// @param isolate whose code waits
/// @param worker its label, for people
/// @param subject what it wants, for example `GET https://example.com/` or `NOTES.put("a")`; secrets are masked
/// @param rule why there is a question, for example `ask *.example.com (network.rules[1])`
/// @param deadline when no answer becomes a denial
public record Question(
        long number, Kind kind, IsolateId isolate, String worker, String subject, String rule, Instant deadline) {
    /// What a question is about.
    public enum Kind {
        /// A request to the network.
        NETWORK,
        /// A call of what `env` gives.
        BINDING
    }
}
