package dev.dynamicworkers.playground.core.project;

import dev.dynamicworkers.playground.core.json.JsonValue;
import dev.dynamicworkers.playground.core.json.JsonValue.Member;
import dev.dynamicworkers.playground.core.json.JsonValue.ObjectValue;
import dev.dynamicworkers.playground.core.json.JsonValue.StringValue;
import dev.dynamicworkers.playground.core.json.SourcePosition;
import dev.dynamicworkers.playground.core.worker.ResourceLimits;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads the overlay out of the top-level object of `playground.json`. For one reading.
final class OverlayReader {
    private static final Set<String> TOP =
            Set.of("$schema", "version", "parent", "dynamicWorkers", "ask", "retention", "network", "services");
    private static final Set<String> WORKER = Set.of("grants", "limits", "network");
    private static final Set<String> GRANT = Set.of("mode", "methods", "fixture");
    private static final Set<String> FIXTURE = Set.of("value", "error", "delayMs");
    private static final Set<String> LIMITS = Set.of("cpuMs", "subRequests");
    private static final long LONGEST_MILLIS = Duration.ofHours(1).toMillis();

    private final String file;
    private final Problems problems;

    OverlayReader(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    Overlay read(ObjectValue json) {
        ConfigObject top = new ConfigObject(json, file, "", problems);
        known(top, TOP);
        WorkerOverlay parent = top.object("parent").map(this::worker).orElse(WorkerOverlay.NONE);
        Map<String, WorkerOverlay> dynamicWorkers = new LinkedHashMap<>();
        top.object("dynamicWorkers").ifPresent(workers -> {
            for (Member member : workers.members()) {
                workers.object(member.key()).ifPresent(each -> dynamicWorkers.put(member.key(), worker(each)));
            }
        });
        Duration answerTime = top.object("ask")
                .flatMap(ask -> {
                    known(ask, Set.of("timeoutSeconds"));
                    return ask.wholeNumber("timeoutSeconds", 1, LONGEST_MILLIS / 1000);
                })
                .map(Duration::ofSeconds)
                .orElse(Overlay.DEFAULT_ANSWER_TIME);
        return new Overlay(parent, dynamicWorkers, answerTime);
    }

    private WorkerOverlay worker(ConfigObject worker) {
        known(worker, WORKER);
        Map<String, Grant> grants = new LinkedHashMap<>();
        worker.object("grants").ifPresent(all -> {
            for (Member member : all.members()) {
                grant(all, member).ifPresent(grant -> grants.put(member.key(), grant));
            }
        });
        return new WorkerOverlay(
                grants, worker.object("limits").map(this::limits).orElse(ResourceLimits.NONE));
    }

    private ResourceLimits limits(ConfigObject limits) {
        known(limits, LIMITS);
        return new ResourceLimits(
                limits.wholeNumber("cpuMs", 1, Integer.MAX_VALUE).orElse(-1L),
                limits.wholeNumber("subRequests", 0, Integer.MAX_VALUE).orElse(-1L));
    }

    // ---- grants ----

    private Optional<Grant> grant(ConfigObject parent, Member member) {
        if (member.value() instanceof StringValue || member.value() instanceof ObjectValue) {
            if (member.value() instanceof ObjectValue) {
                return parent.object(member.key()).flatMap(this::grant);
            }
            return word(member.value(), Grant.Mode.values(), Grant.Mode::word)
                    .filter(mode -> hasFixture(mode == Grant.Mode.FIXTURE, null, member.value()))
                    .map(Grant::of);
        }
        problems.error(
                file,
                member.value().position(),
                "The grant \"" + member.key() + "\" is neither a word nor an object.",
                "Write \"on\", \"off\", \"read-only\", \"ask\", or an object with \"mode\", \"methods\" or"
                        + " \"fixture\".");
        return Optional.empty();
    }

    private Optional<Grant> grant(ConfigObject grant) {
        known(grant, GRANT);
        Fixture fixture = grant.object("fixture").map(this::fixture).orElse(null);
        JsonValue said = grant.json().get("mode").orElse(null);
        Optional<Grant.Mode> mode = said == null
                ? Optional.of(fixture == null ? Grant.Mode.ON : Grant.Mode.FIXTURE)
                : word(said, Grant.Mode.values(), Grant.Mode::word);
        Map<String, Grant.Method> methods = new LinkedHashMap<>();
        grant.object("methods").ifPresent(all -> {
            for (Member member : all.members()) {
                method(all, member).ifPresent(method -> methods.put(member.key(), method));
            }
        });
        return mode.filter(each -> hasFixture(each == Grant.Mode.FIXTURE, fixture, grant.json()))
                .map(each -> new Grant(each, each == Grant.Mode.FIXTURE ? fixture : null, methods));
    }

    private Optional<Grant.Method> method(ConfigObject methods, Member member) {
        return switch (member.value()) {
            case StringValue word ->
                word(word, Grant.Access.values(), Grant.Access::word)
                        .filter(access -> hasFixture(access == Grant.Access.FIXTURE, null, word))
                        .map(Grant.Method::of);
            case ObjectValue object -> {
                ConfigObject rule = new ConfigObject(object, file, methods.path() + "." + member.key(), problems);
                known(rule, Set.of("fixture"));
                yield rule.object("fixture")
                        .map(fixture -> new Grant.Method(Grant.Access.FIXTURE, fixture(fixture)))
                        .or(() -> {
                            hasFixture(/* needed= */ true, null, object);
                            return Optional.empty();
                        });
            }
            default -> {
                problems.error(
                        file,
                        member.value().position(),
                        "The rule for the method \"" + member.key() + "\" is neither a word nor an object.",
                        "Write \"allow\", \"ask\", \"deny\", or { \"fixture\": { \"value\": ... } }.");
                yield Optional.empty();
            }
        };
    }

    private boolean hasFixture(boolean needed, @Nullable Fixture fixture, JsonValue place) {
        if (needed && fixture == null) {
            problems.error(
                    file,
                    place.position(),
                    "There is no fixture to answer with.",
                    "Write { \"fixture\": { \"value\": ... } }.");
            return false;
        }
        return true;
    }

    private Fixture fixture(ConfigObject fixture) {
        known(fixture, FIXTURE);
        String value = fixture.json().get("value").map(JsonValue::toJson).orElse(null);
        Fixture.Thrown error = error(fixture);
        if (value != null && error != null) {
            problems.error(
                    file,
                    fixture.positionOf("error"),
                    "A fixture has a value or an error, and this one has both.",
                    "Remove one of them.");
        }
        Duration delay = Duration.ofMillis(
                fixture.wholeNumber("delayMs", 0, LONGEST_MILLIS).orElse(0L));
        return new Fixture(value, error, delay);
    }

    private Fixture.@Nullable Thrown error(ConfigObject fixture) {
        return switch (fixture.json().get("error").orElse(null)) {
            case null -> null;
            case StringValue message -> new Fixture.Thrown("Error", message.value());
            case ObjectValue object -> {
                ConfigObject error = new ConfigObject(object, file, fixture.path() + ".error", problems);
                known(error, Set.of("name", "message"));
                yield new Fixture.Thrown(
                        error.string("name").orElse("Error"),
                        error.string("message").orElse(""));
            }
            case JsonValue other -> {
                problems.error(
                        file,
                        other.position(),
                        "\"error\" is neither a message nor an object.",
                        "Write \"message\", or { \"name\": \"TypeError\", \"message\": \"...\" }.");
                yield null;
            }
        };
    }

    // ---- words, numbers, keys ----

    private <T> Optional<T> word(JsonValue value, T[] all, Function<T, String> word) {
        if (value instanceof StringValue string) {
            for (T each : all) {
                if (word.apply(each).equals(string.value())) {
                    return Optional.of(each);
                }
            }
        }
        problems.error(
                file,
                value.position(),
                "There is no " + value.toJson() + " here.",
                "Use "
                        + Arrays.stream(all)
                                .map(each -> "\"" + word.apply(each) + "\"")
                                .collect(Collectors.joining(", "))
                        + ".");
        return Optional.empty();
    }

    private void known(ConfigObject object, Set<String> keys) {
        for (Member member : object.members()) {
            if (!keys.contains(member.key())) {
                problems.info(
                        file,
                        member.keyPosition(),
                        "The playground does not know the key \"" + member.key() + "\" here.",
                        "It is kept; known are " + sorted(keys) + ".");
            }
        }
    }

    private static String sorted(Set<String> keys) {
        List<String> names =
                keys.stream().filter(key -> !key.startsWith("$")).sorted().toList();
        return String.join(", ", names);
    }

    /// Where the file says its version.
    static SourcePosition versionPosition(ObjectValue json) {
        return json.get("version").map(JsonValue::position).orElse(json.position());
    }
}
