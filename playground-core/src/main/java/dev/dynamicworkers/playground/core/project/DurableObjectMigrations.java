package dev.dynamicworkers.playground.core.project;

import dev.dynamicworkers.playground.core.json.JsonValue.Member;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Tells what of `migrations` does not mean here what it means on the platform, or would be refused there. For one
/// reading.
record DurableObjectMigrations(ConfigObject top, Problems problems) {
    /// Stands for classes whose names are not known here.
    private static final String ANY = "*";

    private static final Set<String> KEYS = Set.of(
            "tag", "new_classes", "new_sqlite_classes", "renamed_classes", "deleted_classes", "transferred_classes");

    /// @param worker the project's own name
    void check(String worker, List<BindingDeclaration> bindings) {
        Set<String> made = new HashSet<>();
        Set<String> tags = new HashSet<>();
        for (ConfigObject step : top.objects("migrations")) {
            step.required("tag")
                    .filter(tag -> !tags.add(tag))
                    .ifPresent(tag -> problems.warning(
                            top.file(),
                            step.positionOf("tag"),
                            "Two migrations have the tag \"" + tag + "\".",
                            "Give each a tag of its own: Cloudflare applies what comes behind the last one it knows."));
            made.addAll(step.strings("new_classes"));
            made.addAll(step.strings("new_sqlite_classes"));
            for (ConfigObject renamed : step.objects("renamed_classes")) {
                renamed.string("to").ifPresent(made::add);
            }
            for (Member member : step.members()) {
                key(member, made);
            }
        }
        bound(worker, bindings, made);
    }

    private void key(Member member, Set<String> made) {
        if (member.key().equals("transferred_classes")) {
            problems.info(
                    top.file(),
                    member.keyPosition(),
                    "\"transferred_classes\" brings no data from another worker here.",
                    "Export its objects there and import them here: playground state DIR do export.");
            made.add(ANY);
        } else if (!KEYS.contains(member.key())) {
            problems.warning(
                    top.file(),
                    member.keyPosition(),
                    "A migration has no key \"" + member.key() + "\".",
                    "Check its spelling.");
        }
    }

    private void bound(String worker, List<BindingDeclaration> bindings, Set<String> made) {
        for (BindingDeclaration each : bindings) {
            if (each instanceof BindingDeclaration.DurableObject object
                    && (object.script() == null || object.script().equals(worker))
                    && !object.className().isEmpty()
                    && !made.contains(object.className())
                    && !made.contains(ANY)) {
                problems.info(
                        top.file(),
                        top.positionOf("durable_objects"),
                        "No migration makes the class \"" + object.className() + "\", which Cloudflare wants.",
                        "Add \"migrations\": [{ \"tag\": \"v1\", \"new_sqlite_classes\": [\"" + object.className()
                                + "\"] }]; without one its objects have no SQL.");
            }
        }
    }
}
