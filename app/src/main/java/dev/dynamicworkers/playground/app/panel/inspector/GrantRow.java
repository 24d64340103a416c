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
/// @param target a plain value as JSON, or what it refers to; empty while no isolate told
/// @param props `ctx.props` that calls through it bring along; empty for none
public record GrantRow(
        String name,
        String kind,
        Grant grant,
        @Nullable String place,
        CallTraffic traffic,
        String target,
        String props) {
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
        String permits = permits();
        String meaning = permits.isEmpty() ? "." : ": this code can " + permits + ".";
        return switch (grant.mode()) {
            case ON -> (place == null ? "As the code gives it" : "On, as the code gives it") + meaning + rest;
            case OFF ->
                "Taken away: env." + name + " is not there for new isolates, and calls of old ones are refused.";
            case READ_ONLY -> "Operations that write are refused." + rest;
            case ASK -> "You are asked at each call; no answer in time is a no." + rest;
            case FIXTURE -> "Calls are answered by a fixture of the rules." + rest;
        };
    }

    /// What code can do with it, to be said after "can"; empty while its kind is not known.
    private String permits() {
        return switch (kind) {
            case "text", "json", "var" -> "read this value";
            case "secret" -> "read the value of this secret, and send it wherever it can send something";
            case "KV" -> "read, write and delete all keys of this namespace";
            case "R2" -> "read, write and delete all objects of this bucket";
            case "D1" -> "run any SQL on this database";
            case "queue" -> "send messages to this queue";
            case "service" -> "call every method of it, and send it requests";
            case "durable object" -> "reach every object of this class by its name or id";
            case "loader" -> "load and run any code as a dynamic worker";
            case "analytics" -> "write data points";
            default -> "";
        };
    }

    /// Whether it is a value that code has, and no way to call something.
    boolean isPlain() {
        return kind.equals("text") || kind.equals("json") || kind.equals("var");
    }
}
