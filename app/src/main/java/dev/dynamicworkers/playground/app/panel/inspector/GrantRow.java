package dev.dynamicworkers.playground.app.panel.inspector;

import dev.dynamicworkers.playground.app.session.CallTraffic;
import dev.dynamicworkers.playground.core.project.Grant;
import org.jspecify.annotations.Nullable;

/// One key of a worker's `env`.
///
/// @param kind `KV`, `service`, `secret`, ...; empty while no isolate told
/// @param grant what becomes of it
/// @param place line of the rules that says so, null when nothing is said and the code decides
/// @param traffic how often it was called in the last run, and how much crossed
public record GrantRow(
        String name, String kind, Grant grant, @Nullable String place, CallTraffic traffic) {
    /// How often it was called in the last run.
    public int calls() {
        return traffic.calls();
    }

    /// What becomes of it as a whole.
    public Grant.Mode mode() {
        return grant.mode();
    }

    /// What it means, one sentence.
    public String sentence() {
        int methods = grant.methods().size();
        String rest = methods == 0
                ? ""
                : " " + (methods == 1 ? "One method has" : methods + " methods have") + " a rule of its own.";
        return switch (grant.mode()) {
            case ON -> place == null ? "As the code gives it." + rest : "On, as the code gives it." + rest;
            case OFF ->
                "Taken away: env." + name + " is not there for new isolates, and calls of old ones are refused.";
            case READ_ONLY -> "Operations that write are refused." + rest;
            case ASK -> "You are asked at each call; no answer in time is a no." + rest;
            case FIXTURE -> "Calls are answered by a fixture of the rules." + rest;
        };
    }
}
