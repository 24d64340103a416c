package dev.dynamicworkers.playground.app.panel.response;

import dev.dynamicworkers.playground.app.session.NetworkEntry;
import dev.dynamicworkers.playground.app.session.RunRecord;
import dev.dynamicworkers.playground.core.trace.SubrequestRecord;

/// What stands in the place of a response that never came because a request of the code was refused.
final class RefusedWords {
    private RefusedWords() {}

    /// The last refusal of a run with the rule that decided; empty where nothing was refused.
    static String of(RunRecord run) {
        return run.subrequests().reversed().stream()
                .map(NetworkEntry::request)
                .filter(request -> request.decision() == SubrequestRecord.Decision.DENIED)
                .findFirst()
                .map(RefusedWords::sentence)
                .orElse("");
    }

    private static String sentence(SubrequestRecord request) {
        SubrequestRecord.Rule rule = request.rule();
        String reason = request.reason();
        String by =
                rule != null ? "by " + rule.id() + " (" + rule.text() + ")" : reason == null ? "" : "(" + reason + ")";
        String hint = request.hint();
        return ("No response: " + request.method() + " " + request.url() + " was refused " + by).strip() + "."
                + (hint == null ? "" : "\n" + hint);
    }
}
