package dev.dynamicworkers.playground.core.project;

import dev.dynamicworkers.playground.core.json.JsonValue;
import dev.dynamicworkers.playground.core.json.JsonValue.ArrayValue;
import dev.dynamicworkers.playground.core.json.JsonValue.ObjectValue;
import dev.dynamicworkers.playground.core.json.JsonValue.StringValue;
import dev.dynamicworkers.playground.core.json.JsoncReader;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The Durable Object classes of a worker, as its bindings and migrations declare them.
///
/// @param names classes that have a namespace
/// @param sqlite those of them that are backed by SQLite
public record DurableObjectClasses(Set<String> names, Set<String> sqlite) {
    public DurableObjectClasses {
        names = Set.copyOf(names);
        sqlite = Set.copyOf(sqlite);
    }

    /// What a configuration declares. Its migrations are followed in order.
    public static DurableObjectClasses of(WranglerConfig config) {
        Set<String> names = new LinkedHashSet<>();
        Set<String> sqlite = new LinkedHashSet<>();
        String migrations = config.otherKeys().get("migrations");
        if (migrations != null && JsoncReader.read(migrations) instanceof ArrayValue steps) {
            for (JsonValue step : steps.elements()) {
                if (step instanceof ObjectValue object) {
                    follow(object, names, sqlite);
                }
            }
        }
        for (BindingDeclaration binding : config.bindings()) {
            if (binding instanceof BindingDeclaration.DurableObject object
                    && (object.script() == null || object.script().equals(config.name()))) {
                names.add(object.className());
            }
        }
        return new DurableObjectClasses(names, sqlite);
    }

    private static void follow(ObjectValue step, Set<String> names, Set<String> sqlite) {
        names.addAll(strings(step, "new_classes"));
        names.addAll(strings(step, "new_sqlite_classes"));
        sqlite.addAll(strings(step, "new_sqlite_classes"));
        if (step.get("renamed_classes").orElse(null) instanceof ArrayValue renamed) {
            for (JsonValue each : renamed.elements()) {
                if (each instanceof ObjectValue pair
                        && pair.get("from").orElse(null) instanceof StringValue from
                        && pair.get("to").orElse(null) instanceof StringValue to) {
                    names.remove(from.value());
                    names.add(to.value());
                    if (sqlite.remove(from.value())) {
                        sqlite.add(to.value());
                    }
                }
            }
        }
        for (String deleted : strings(step, "deleted_classes")) {
            names.remove(deleted);
            sqlite.remove(deleted);
        }
    }

    private static List<String> strings(ObjectValue step, String key) {
        if (!(step.get(key).orElse(null) instanceof ArrayValue array)) {
            return List.of();
        }
        return array.elements().stream()
                .filter(StringValue.class::isInstance)
                .map(each -> ((StringValue) each).value())
                .toList();
    }
}
