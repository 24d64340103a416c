package dev.dynamicworkers.playground.app.panel.response;

import dev.dynamicworkers.playground.app.session.NetworkEntry;
import dev.dynamicworkers.playground.app.session.RunRecord;
import dev.dynamicworkers.playground.app.session.explain.Explanations;
import dev.dynamicworkers.playground.app.session.explain.Fix;
import dev.dynamicworkers.playground.core.trace.SubrequestRecord;
import dev.dynamicworkers.playground.core.worker.GuestError;

/// What stands in the place of a response that never came because a request of the code was refused.
final class RefusedWords {
    private RefusedWords() {}

    /// The last refusal of a run with the rule that decided; empty where nothing was refused, or where that was not
    /// what the run failed of.
    static String of(RunRecord run) {
        GuestError error = run.error();
        if (error == null || !isRefusal(error)) {
            return "";
        }
        return run.subrequests().reversed().stream()
                .map(NetworkEntry::request)
                .filter(request -> request.decision() == SubrequestRecord.Decision.DENIED)
                .findFirst()
                .map(RefusedWords::sentence)
                .orElse("");
    }

    private static boolean isRefusal(GuestError error) {
        return Explanations.of(error.name() + ": " + error.message(), "")
                .filter(found -> found.fixes().stream().anyMatch(fix -> fix.kind() == Fix.Kind.SHOW_NETWORK))
                .isPresent();
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
