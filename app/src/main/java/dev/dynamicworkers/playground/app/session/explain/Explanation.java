package dev.dynamicworkers.playground.app.session.explain;

import java.util.List;

/// Why something failed, in one or two sentences.
///
/// @param id stable name of the pattern it came from
/// @param cause for people
/// @param fixes what may help, the best first
public record Explanation(String id, String cause, List<Fix> fixes) {
    public Explanation {
        fixes = List.copyOf(fixes);
    }
}
