package dev.dynamicworkers.playground.core.project;

import dev.dynamicworkers.playground.core.worker.ResourceLimits;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an overlay says about one worker, and what that means for a call. Immutable; any thread.
///
/// @param sources parts of the overlay that speak of the worker, the most specific first
/// @param answerTime how long a question waits for its answer
public record WorkerGrants(List<Source> sources, Duration answerTime) {
    /// Says nothing.
    public static final WorkerGrants NONE = new WorkerGrants(List.of(), Overlay.DEFAULT_ANSWER_TIME);

    private static final String ALL = "*";

    public WorkerGrants {
        sources = List.copyOf(sources);
    }

    /// A part of the overlay.
    ///
    /// @param place where it stands in the file, such as `dynamicWorkers.greeter`
    public record Source(String place, WorkerOverlay said) {}

    /// What a call does with what is behind the binding.
    public enum Effect {
        READ,
        WRITE,
        /// Nobody but the other side knows: a call over RPC.
        UNKNOWN
    }

    /// The grant of a key, and the place of the line that says so.
    ///
    /// @param place null when nothing is said about the key, which is then on
    public record Found(Grant grant, @Nullable String place) {}

    /// The grant of a key of `env`.
    public Found grant(String binding) {
        for (Source source : sources) {
            for (String key : List.of(binding, ALL)) {
                Grant grant = source.said.grants().get(key);
                if (grant != null) {
                    return new Found(grant, source.place + ".grants." + key(key));
                }
            }
        }
        return new Found(Grant.ON, null);
    }

    /// Whether nothing is said about any key.
    public boolean isOpen() {
        return sources.stream().allMatch(source -> source.said.grants().isEmpty());
    }

    /// The lowest limits of all parts.
    public ResourceLimits limits() {
        return sources.stream().map(source -> source.said.limits()).reduce(ResourceLimits.NONE, ResourceLimits::and);
    }

    /// Decides about one call.
    ///
    /// @param method name, or dotted path, of what is called
    public GrantVerdict decide(String binding, String method, Effect effect) {
        Found found = grant(binding);
        String place = found.place;
        Grant grant = found.grant;
        if (place == null) {
            return GrantVerdict.ALLOWED;
        }
        if (grant.mode() == Grant.Mode.OFF) {
            return new GrantVerdict.Denied(rule(place, Grant.Mode.OFF.word()), "env." + binding + " is switched off");
        }
        for (String path = method; !path.isEmpty(); path = parent(path)) {
            Grant.Method said = grant.methods().get(path);
            if (said != null) {
                return ofMethod(said, place + ".methods." + key(path), binding, method);
            }
        }
        return switch (grant.mode()) {
            case ON, OFF -> GrantVerdict.ALLOWED;
            case READ_ONLY ->
                effect == Effect.READ
                        ? GrantVerdict.ALLOWED
                        : new GrantVerdict.Denied(
                                rule(place, "read-only"),
                                "env." + binding + " is read-only, and " + method + "() "
                                        + (effect == Effect.WRITE ? "writes" : "may write"));
            case ASK -> new GrantVerdict.Asked(rule(place, "ask"), answerTime);
            case FIXTURE -> fixed(rule(place, "fixture"), grant.fixture());
        };
    }

    private GrantVerdict ofMethod(Grant.Method said, String place, String binding, String method) {
        String rule = rule(place, said.access().word());
        return switch (said.access()) {
            case ALLOW -> GrantVerdict.ALLOWED;
            case DENY -> new GrantVerdict.Denied(rule, "env." + binding + "." + method + "() is not allowed");
            case ASK -> new GrantVerdict.Asked(rule, answerTime);
            case FIXTURE -> fixed(rule, said.fixture());
        };
    }

    private static GrantVerdict fixed(String rule, @Nullable Fixture fixture) {
        return new GrantVerdict.Fixed(rule, fixture == null ? new Fixture(null, null, Duration.ZERO) : fixture);
    }

    private static String rule(String place, String word) {
        return place + " = \"" + word + "\"";
    }

    private static String parent(String path) {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? "" : path.substring(0, dot);
    }

    /// A key as it stands in the place of a rule.
    static String key(String key) {
        return key.matches("[A-Za-z_$][\\w$-]*") ? key : "\"" + key + "\"";
    }
}
