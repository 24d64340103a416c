package dev.dynamicworkers.playground.core.host.overlay;

import dev.dynamicworkers.playground.core.io.Json;
import dev.dynamicworkers.playground.core.io.Payload;
import dev.dynamicworkers.playground.core.io.ServiceChannel;
import dev.dynamicworkers.playground.core.io.WorkerInstance;
import dev.dynamicworkers.playground.core.project.Fixture;
import dev.dynamicworkers.playground.core.project.Grant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The `env` of a worker that starts, as the overlay leaves it: keys that are off are gone, values that a fixture
/// answers are the fixture's, and every capability goes by the overlay from now on.
///
/// @param values plain values and stubs, null for none
/// @param objects the others, in the form of runtime source `binding/env`, null for none
/// @param narrowing what runtime source `kernel/worker` takes out of the values, null for nothing
public record GrantedEnv(
        @Nullable Payload values,
        @Nullable String objects,
        @Nullable String narrowing) {
    /// Narrows what the code gives.
    ///
    /// @param payload whose capabilities belong to the code's giver, or to the host
    static GrantedEnv of(GrantDesk desk, WorkerInstance worker, @Nullable Payload payload, @Nullable String objects) {
        WorkerAccess access = desk.accessOf(worker);
        boolean hasNone = payload == null || payload.carried().isEmpty();
        if (access.isOpen() && hasNone) {
            return new GrantedEnv(payload, objects, null);
        }
        EnvShape shape = EnvShape.of(payload);
        Payload covered = payload == null ? null : covered(desk, worker, payload, shape);
        if (access.isOpen()) {
            return new GrantedEnv(covered, objects, null);
        }
        return new GrantedEnv(covered, objects(access, objects), narrowing(access, shape));
    }

    private static Payload covered(GrantDesk desk, WorkerInstance worker, Payload payload, EnvShape shape) {
        List<Object> carried = new ArrayList<>();
        for (int i = 0; i < payload.carried().size(); i++) {
            String owner = shape.owners().get(i);
            Object given = payload.carried().get(i);
            carried.add(
                    owner != null && given instanceof ServiceChannel service
                            ? desk.grant(worker, owner, service)
                            : given);
        }
        return new Payload(payload.text(), payload.special(), carried, payload.buffers());
    }

    private static @Nullable String objects(WorkerAccess access, @Nullable String objects) {
        if (objects == null) {
            return null;
        }
        List<String> left = objects.lines()
                .filter(line -> mode(access, line.split("\t", -1)[1]) != Grant.Mode.OFF)
                .toList();
        return left.isEmpty() ? null : String.join("\n", left);
    }

    private static Grant.Mode mode(WorkerAccess access, String key) {
        return access.grants().grant(key).grant().mode();
    }

    private static @Nullable String narrowing(WorkerAccess access, EnvShape shape) {
        Set<String> stubs = new TreeSet<>(shape.owners().values());
        List<String> off = new ArrayList<>();
        List<String> fixed = new ArrayList<>();
        for (String key : shape.values().keySet()) {
            Grant grant = access.grants().grant(key).grant();
            Fixture fixture = grant.fixture();
            if (grant.mode() == Grant.Mode.OFF) {
                off.add(Json.quote(key));
            } else if (fixture != null && !stubs.contains(key)) {
                String value = fixture.value();
                if (value == null) {
                    off.add(Json.quote(key));
                } else {
                    fixed.add(Json.quote(key) + ":" + value);
                }
            }
        }
        return off.isEmpty() && fixed.isEmpty()
                ? null
                : "{\"off\":[" + String.join(",", off) + "],\"values\":{" + String.join(",", fixed) + "}}";
    }
}
