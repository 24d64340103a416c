package dev.dynamicworkers.playground.core.host.overlay;

import dev.dynamicworkers.playground.core.io.EntrypointChannel;
import dev.dynamicworkers.playground.core.io.Payload;
import dev.dynamicworkers.playground.core.io.ServiceChannel;
import dev.dynamicworkers.playground.core.json.JsonValue;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a stub in a worker's `env` refers to, as far as the host knows it. Holds nothing but texts.
///
/// @param text in a few words
/// @param props clipped and without secrets, null for none
record GrantTarget(String text, @Nullable String props) {
    /// The keys that are stubs as a whole.
    static Map<String, GrantTarget> of(@Nullable Payload payload, GrantDesk desk) {
        Map<String, GrantTarget> targets = new HashMap<>();
        if (payload == null || payload.carried().isEmpty()) {
            return targets;
        }
        EnvShape shape = EnvShape.of(payload);
        shape.owners().forEach((index, key) -> {
            JsonValue value = shape.values().get(key);
            boolean isStub = value != null && "s".equals(EnvShape.tag(value));
            if (isStub && payload.carried().get(index) instanceof ServiceChannel service) {
                of(service, "", desk, targets, key);
            }
        });
        return targets;
    }

    private static void of(
            ServiceChannel service, String by, GrantDesk desk, Map<String, GrantTarget> targets, String key) {
        switch (service) {
            case GrantedService granted ->
                of(granted.service(), ", as env." + granted.binding() + " of the parent", desk, targets, key);
            case EntrypointChannel entrypoint -> {
                Payload props = entrypoint.props();
                targets.put(
                        key,
                        new GrantTarget(
                                "entrypoint " + entrypoint.entrypoint() + by,
                                props == null ? null : desk.shown(props.shown())));
            }
            default -> {
                if (!by.isEmpty()) {
                    targets.put(key, new GrantTarget("a service" + by, null));
                }
            }
        }
    }
}
