package dev.dynamicworkers.playground.app.panel.request;

import dev.dynamicworkers.playground.app.session.EventKind;
import dev.dynamicworkers.playground.app.session.RequestDraft;
import dev.dynamicworkers.playground.app.session.body.JsonSpan;
import dev.dynamicworkers.playground.app.session.request.BodyKind;
import dev.dynamicworkers.playground.app.session.request.Curl;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/// What keeps a request from being sent, and what will go wrong with it, in sentences.
final class RequestChecks {
    private RequestChecks() {}

    /// Whether it names nothing that it could go to.
    static boolean isTargetWrong(RequestFields fields) {
        String target = fields.urlProperty().get();
        return switch (fields.kindProperty().get()) {
            // A command is taken apart when it is sent.
            case FETCH ->
                !isUrl(fields.resolved().absoluteUrl())
                        && Curl.read(fields.urlProperty().get()).isEmpty();
            case RPC, ALARM, SCHEDULED, QUEUE -> target.isBlank();
            case EMAIL -> !target.contains("@");
            case TAIL -> false;
        };
    }

    private static boolean isUrl(String text) {
        try {
            URI uri = new URI(text.replace(' ', '+').replaceAll("[{}|\\\\^`\"<>\\[\\]]", "_"));
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /// Why it can't be sent; empty when it can.
    ///
    /// @param missing names without a value
    static String complaint(RequestFields fields, RequestDraft draft, Set<String> missing) {
        if (missing.isEmpty()) {
            return isTargetWrong(fields) ? targetProblem(draft.kind()) : propsProblem(draft);
        }
        return "{{" + String.join("}}, {{", missing) + "}} " + (missing.size() == 1 ? "has no value" : "have no values")
                + ". Write NAME = VALUE under Vars.";
    }

    private static String targetProblem(EventKind kind) {
        return switch (kind) {
            case FETCH -> "This is no address that a request can go to. Write for example " + kind.prompt() + ".";
            case EMAIL -> "An e-mail needs sender and recipient. Write for example " + kind.prompt() + ".";
            case RPC, ALARM, SCHEDULED, QUEUE, TAIL ->
                "Nothing is named that the event goes to. Write for example " + kind.prompt() + ".";
        };
    }

    private static String propsProblem(RequestDraft draft) {
        String text = draft.notes().resolve(draft).notes().props();
        boolean good = text.isBlank()
                || JsonSpan.of(text)
                        .filter(json -> json.kind() == JsonSpan.Kind.OBJECT)
                        .isPresent();
        return good ? "" : "The props are no JSON object. Write for example {\"user\": \"ada\"} under Entrypoint.";
    }

    /// What will go wrong with the body, which is no reason not to send it; empty for nothing.
    static String bodyNote(RequestDraft draft) {
        String body = draft.body();
        boolean bad = draft.kind() == EventKind.FETCH
                && draft.notes().bodyKind() == BodyKind.JSON
                && !body.isBlank()
                && !body.contains("{{")
                && JsonSpan.of(body).isEmpty();
        return bad ? "This is no JSON; it is sent as it is." : "";
    }
}
