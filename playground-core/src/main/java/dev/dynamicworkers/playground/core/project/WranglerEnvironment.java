package dev.dynamicworkers.playground.core.project;

import dev.dynamicworkers.playground.core.json.JsonValue;
import dev.dynamicworkers.playground.core.json.JsonValue.Member;
import dev.dynamicworkers.playground.core.json.JsonValue.ObjectValue;
import dev.dynamicworkers.playground.core.json.JsonValue.StringValue;
import dev.dynamicworkers.playground.core.json.SourcePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes one configuration of the top level and an environment (`env.NAME`), as Wrangler does: most keys are inherited,
/// bindings and variables are not, a few are read at the top level only. For one reading.
final class WranglerEnvironment {
    /// Taken from the environment alone.
    private static final Set<String> NOT_INHERITED = Set.of(
            "ai",
            "analytics_engine_datasets",
            "browser",
            "containers",
            "d1_databases",
            "define",
            "dispatch_namespaces",
            "durable_objects",
            "hyperdrive",
            "images",
            "kv_namespaces",
            "media",
            "mtls_certificates",
            "pipelines",
            "queues",
            "r2_buckets",
            "ratelimits",
            "secrets",
            "secrets_store_secrets",
            "send_email",
            "services",
            "streaming_tail_consumers",
            "tail_consumers",
            "unsafe",
            "vars",
            "vectorize",
            "version_metadata",
            "vpc_services",
            "worker_loaders",
            "workflows");

    /// Read at the top level alone.
    private static final Set<String> TOP_ONLY = Set.of(
            "$schema",
            "alias",
            "data_blobs",
            "dev",
            "keep_vars",
            "legacy_env",
            "pages_build_output_dir",
            "send_metrics",
            "site",
            "text_blobs",
            "wasm_modules");

    private final ObjectValue top;
    private final String file;
    private final Problems problems;

    WranglerEnvironment(ObjectValue top, String file, Problems problems) {
        this.top = top;
        this.file = file;
        this.problems = problems;
    }

    /// The configuration of an environment.
    ///
    /// @param name null for the top level
    ObjectValue select(@Nullable String name) {
        Member environments = top.member("env").orElse(null);
        List<String> names = environments != null && environments.value() instanceof ObjectValue all
                ? all.members().stream().map(Member::key).distinct().toList()
                : List.of();
        if (name == null) {
            if (environments != null && !names.isEmpty()) {
                problems.info(
                        file,
                        environments.keyPosition(),
                        "There are environments (" + String.join(", ", names)
                                + "), and the settings of the top level are used.",
                        "Choose one with --env NAME.");
            }
            return without(top, "env");
        }
        Optional<JsonValue> found = environments != null && environments.value() instanceof ObjectValue all
                ? all.get(name)
                : Optional.empty();
        if (found.isEmpty() || !(found.get() instanceof ObjectValue environment)) {
            problems.error(
                    file,
                    environments == null ? SourcePosition.WHOLE : environments.keyPosition(),
                    "There is no environment \"" + name + "\" in the configuration.",
                    names.isEmpty()
                            ? "Add \"env\": { \"" + name + "\": { ... } }."
                            : "There are " + String.join(", ", names) + ".");
            return without(top, "env");
        }
        return merged(name, environment);
    }

    private static ObjectValue without(ObjectValue object, String key) {
        return new ObjectValue(
                object.members().stream()
                        .filter(member -> !member.key().equals(key))
                        .toList(),
                object.position());
    }

    private ObjectValue merged(String name, ObjectValue environment) {
        List<Member> members = new ArrayList<>();
        for (Member member : top.members()) {
            String key = member.key();
            if (key.equals("env") || environment.get(key).isPresent() && !TOP_ONLY.contains(key)) {
                if (key.equals("vars")) {
                    missingVariables(name, member.value(), environment);
                }
                continue;
            }
            if (NOT_INHERITED.contains(key)) {
                notInherited(name, member);
            } else if (key.equals("name") && member.value() instanceof StringValue worker) {
                members.add(new Member(
                        key, member.keyPosition(), new StringValue(worker.value() + "-" + name, worker.position())));
            } else {
                members.add(member);
            }
        }
        for (Member member : environment.members()) {
            if (TOP_ONLY.contains(member.key()) || member.key().equals("env")) {
                problems.warning(
                        file,
                        member.keyPosition(),
                        "\"" + member.key() + "\" has no effect in an environment.",
                        "Move it to the top level.");
            } else {
                members.add(member);
            }
        }
        return new ObjectValue(members, environment.position());
    }

    private void notInherited(String name, Member member) {
        problems.warning(
                file,
                member.keyPosition(),
                "\"" + member.key() + "\" exists at the top level, but not on \"env." + name
                        + "\", which does not inherit it.",
                "Add \"" + member.key() + "\" to \"env." + name + "\" if its code needs it.");
    }

    /// Variables are not inherited one by one either.
    private void missingVariables(String name, JsonValue variables, ObjectValue environment) {
        if (variables instanceof ObjectValue all && environment.get("vars").orElse(null) instanceof ObjectValue own) {
            for (Member variable : all.members()) {
                if (own.get(variable.key()).isEmpty()) {
                    problems.warning(
                            file,
                            variable.keyPosition(),
                            "\"vars." + variable.key() + "\" exists at the top level, but not on \"env." + name
                                    + ".vars\", which does not inherit it.",
                            "Add it to \"env." + name + ".vars\" if the code needs it.");
                }
            }
        }
    }
}
